import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/role.js';
import { localHolidayInput } from '../../../src/services/greetings/input.js';
import { anApi } from './an-api.js';

const EDITOR: Actor = { kind: 'staff', id: 'editor', name: 'Олена', roles: ['editor'] };
const PATH = '/api/v1/calendar/holidays';

interface Items {
  readonly items: readonly { readonly id: string; readonly date: string }[];
}

describe('GET /api/v1/calendar/holidays/{year}', () => {
  it('tells the holidays of the year by date', async () => {
    const { ask } = anApi();
    const answer = await ask('GET', `${PATH}/2021`);
    expect(answer.status).toBe(200);
    const { items } = (await answer.json()) as Items;
    expect(items[0]).toEqual({ id: 'new-year', date: '2021-01-01', name: 'Новий рік', kind: 'labour' });
    expect(items.filter(({ date }) => date.startsWith('2021-03-2')).map(({ id }) => id)).toEqual([
      'zhkg',
      'water',
      'sbu',
      'natguard',
      'theatre',
    ]);
  });

  it.each(['1999', '2100', '21', 'now', '2026.5', '-2026', '20261'])(
    'says of «%s» that it is no year of the calendar',
    async (year) => {
      const answer = await anApi().ask('GET', `${PATH}/${year}`);
      expect(answer.status).toBe(422);
      expect(JSON.stringify(await answer.json())).toContain('must be a year from 2000 to 2099');
    },
  );

  it('refuses parameters it does not know', async () => {
    expect((await anApi().ask('GET', `${PATH}/2026?kind=prof`)).status).toBe(422);
  });

  it('has the city’s own days, and leaves out what the city has switched off', async () => {
    const { ask, calendar } = anApi();
    const day = { name: 'День міста', date: '2026-05-06', everyYear: false, isMemorial: false };
    await calendar.addLocal(localHolidayInput.parse(day), EDITOR);
    await calendar.switch('accountant', false, EDITOR);
    const ofYear = async (year: number) =>
      ((await (await ask('GET', `${PATH}/${year}`)).json()) as Items).items;
    expect(await ofYear(2026)).toContainEqual({
      id: 'local-c0ffee00',
      date: '2026-05-06',
      name: 'День міста',
      kind: 'local',
    });
    expect((await ofYear(2026)).map(({ id }) => id)).not.toContain('accountant');
    expect((await ofYear(2027)).map(({ id }) => id)).not.toContain('local-c0ffee00');
  });
});
