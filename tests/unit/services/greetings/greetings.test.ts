import { describe, expect, it } from 'vitest';
import type { Publication } from '../../../../src/domain/publication.js';
import type { Actor } from '../../../../src/domain/role.js';
import { KYIV } from '../../../../src/lib/city-time.js';
import type { BroadcastInput, BroadcastView } from '../../../../src/services/broadcasts/broadcasts.js';
import { createCityCalendar } from '../../../../src/services/greetings/city-calendar.js';
import { createGreetings } from '../../../../src/services/greetings/greetings.js';
import { localHolidayInput } from '../../../../src/services/greetings/input.js';
import { DEFAULT_SETTINGS } from '../../../../src/services/settings/defaults.js';
import type { SettingsValues } from '../../../../src/services/settings/input.js';
import { aBroadcast } from '../../../support/console/builders.js';
import { memoryGreetings, memoryHolidays } from '../../../support/memory-holidays.js';

const EDITOR: Actor = { kind: 'staff', id: 'editor', name: 'Олена', roles: ['editor'] };
const VIEWER: Actor = { ...EDITOR, id: 'viewer', roles: ['viewer'] };

/** Greetings over fakes that remember what was made, at noon of a day in Kyiv. */
function aDesk(today: string, settings: Partial<SettingsValues> = {}) {
  const published = new Map<string, Partial<Publication>>();
  const drafts = new Map<string, Partial<BroadcastInput> & { readonly by: Actor }>();
  const store = memoryGreetings();
  let ids = 0;
  const calendar = createCityCalendar({
    store: memoryHolidays(),
    greetings: store,
    audit: { record: async () => {} },
    randomId: () => `${++ids}`.padStart(8, '0'),
  });
  const greetings = createGreetings({
    store,
    calendar,
    publications: {
      async register({ id = '', ...input }, { source }) {
        const publication = { photos: [], ...input, id, source } as unknown as Publication;
        published.set(id, publication);
        return { publication, isNew: true };
      },
      async change(id, changes) {
        const { photos: _photos, ...fields } = changes;
        published.set(id, { ...published.get(id), ...fields });
        return published.get(id) as Publication;
      },
    },
    broadcasts: {
      async create(input, by, id = '') {
        drafts.set(id, { ...input, by });
        return aBroadcast({ id }) satisfies BroadcastView;
      },
      async update(id, changes, by) {
        drafts.set(id, { ...drafts.get(id), ...changes, by });
        return aBroadcast({ id });
      },
    },
    settings: { get: async () => ({ ...DEFAULT_SETTINGS, ...settings }) },
    now: () => new Date(`${today}T10:00:00Z`),
    timeZone: KYIV,
  });
  return { greetings, calendar, store, published, drafts };
}

describe('greetings of the next days', () => {
  it('become drafts three days before, for half past nine of their day', async () => {
    const { greetings, published, drafts } = aDesk('2021-03-22');
    await greetings.openDue();
    expect([...drafts.keys()]).toEqual(['b-2021-03-22', 'b-2021-03-25']);
    expect(published.get('p-2021-03-25')).toMatchObject({
      kind: 'greeting',
      topic: 'greetings',
      source: 'calendar',
      holidayIds: ['sbu'],
      title: 'Привітання з нагоди Дня Служби безпеки України',
    });
    expect(drafts.get('b-2021-03-25')).toMatchObject({
      kind: 'greeting',
      publicationId: 'p-2021-03-25',
      audience: { topics: ['greetings'] },
      sendAt: new Date('2021-03-25T07:30:00Z'),
      by: { kind: 'system', roles: ['editor'] },
    });
    expect(drafts.get('b-2021-03-25')?.text).toContain('Щиро вітаємо з Днем Служби безпеки України!');
  });

  it('have no proposed time once it has passed', async () => {
    const { greetings, drafts } = aDesk('2021-03-22');
    await greetings.openDue();
    expect(drafts.get('b-2021-03-22')?.sendAt).toBeUndefined();
  });

  it('keep a Sunday, and the city’s clock in summer', async () => {
    const { greetings, drafts } = aDesk('2026-04-03');
    await greetings.openDue();
    expect(drafts.get('b-2026-04-05')?.sendAt).toEqual(new Date('2026-04-05T06:30:00Z'));
  });

  it('are opened once, also when the crontab looks again', async () => {
    const { greetings, drafts } = aDesk('2021-03-22');
    await greetings.openDue();
    drafts.clear();
    await greetings.openDue();
    expect(drafts.size).toBe(0);
  });

  it('hold every holiday of a day', async () => {
    const { greetings, published } = aDesk('2026-09-29');
    await greetings.openDue();
    expect(published.get('p-2026-10-01')?.holidayIds).toEqual(['defenders', 'cossacks', 'veteran']);
  });

  it('congratulate nobody on a memorial day', async () => {
    const { greetings, published, drafts } = aDesk('2026-11-26');
    await greetings.openDue();
    // Mourning holds it like a greeting; the report does not count it among them.
    expect(published.get('p-2026-11-28')).toMatchObject({ kind: 'news', holidayIds: ['holodomor'] });
    expect(drafts.get('b-2026-11-28')).toMatchObject({
      kind: 'greeting',
      title: 'День пам’яті жертв голодоморів',
    });
    expect(drafts.get('b-2026-11-28')?.text).not.toMatch(/вітаємо|свят|\p{Extended_Pictographic}/iu);
  });

  it('are not opened while the council mourns, when they are switched off, or when the day is', async () => {
    const mourning = { periods: [{ from: '2021-03-25', to: '2021-03-25', reason: 'жалоба' }] };
    const mourned = aDesk('2021-03-23', { mourning });
    await mourned.greetings.openDue();
    expect([...mourned.drafts.keys()]).toEqual(['b-2021-03-26']);
    await expect(mourned.greetings.open('2021-03-25', EDITOR)).rejects.toMatchObject({
      code: 'greeting.mourning',
    });

    const off = aDesk('2021-03-23', { greetings: { ...DEFAULT_SETTINGS.greetings, openDrafts: false } });
    await off.greetings.openDue();
    expect(off.drafts.size).toBe(0);

    const without = aDesk('2021-03-23');
    await without.calendar.switch('sbu', false, EDITOR);
    await without.greetings.openDue();
    expect([...without.drafts.keys()]).toEqual(['b-2021-03-26']);
  });

  it('cross the end of a year', async () => {
    const { greetings, drafts } = aDesk('2026-12-30');
    await greetings.openDue();
    expect([...drafts.keys()]).toEqual(['b-2027-01-01']);
  });
});

describe('a greeting that staff open', () => {
  it('has a title that a broadcast can have, however long the names are', async () => {
    const { greetings, calendar, drafts } = aDesk('2026-11-23');
    for (const name of [`День ${'дуже '.repeat(25)}довгий`, `День ${'ще '.repeat(40)}довший`]) {
      const day = { name, date: '2026-12-08', everyYear: false, isMemorial: false };
      await calendar.addLocal(localHolidayInput.parse(day), EDITOR);
    }
    await greetings.open('2026-12-08', EDITOR);
    expect(drafts.get('b-2026-12-08')?.title?.length).toBeLessThanOrEqual(200);
  });

  it('is the same one however often they ask', async () => {
    const { greetings } = aDesk('2026-11-23');
    const first = await greetings.open('2026-12-07', EDITOR);
    expect(first).toMatchObject({ isOpen: true, holidayIds: ['self-gov'] });
    expect(await greetings.open('2026-12-07', EDITOR)).toEqual(first);
  });

  it('needs a holiday, and the right to write', async () => {
    const { greetings } = aDesk('2026-11-23');
    await expect(greetings.open('2026-12-08', EDITOR)).rejects.toMatchObject({ code: 'greeting.no-holiday' });
    await expect(greetings.open('2026-12-07', VIEWER)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(greetings.choose('2026-12-07', [], VIEWER)).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

describe('the choice among the holidays of a day', () => {
  it('writes title, text and the publication’s holidays anew', async () => {
    const { greetings, published, drafts } = aDesk('2026-09-29');
    await greetings.openDue();
    await greetings.choose('2026-10-01', ['cossacks'], EDITOR);
    const title = 'Привітання з нагоди Дня Українського козацтва';
    expect(published.get('p-2026-10-01')).toMatchObject({ title, holidayIds: ['cossacks'] });
    expect(drafts.get('b-2026-10-01')).toMatchObject({ title, by: EDITOR });
    const shown = (await greetings.between('2026-10-01', '2026-10-01')).get('2026-10-01');
    expect(shown).toMatchObject({ holidayIds: ['cossacks'], status: 'draft' });
  });

  it('takes at least one of that day, and never memory together with congratulations', async () => {
    const { greetings, published } = aDesk('2024-05-12');
    await greetings.openDue();
    expect(published.get('p-2024-05-12')?.holidayIds).toEqual(['provody']);
    for (const ids of [[], ['sbu'], ['provody', 'mother']])
      await expect(greetings.choose('2024-05-12', ids, EDITOR)).rejects.toMatchObject({
        code: 'greeting.choice',
      });
    await greetings.choose('2024-05-12', ['mother', 'nurses'], EDITOR);
    expect(published.get('p-2024-05-12')?.holidayIds).toEqual(['mother', 'nurses']);
  });

  it('needs a draft', async () => {
    const { greetings } = aDesk('2026-09-20');
    await expect(greetings.choose('2026-10-01', ['cossacks'], EDITOR)).rejects.toMatchObject({
      code: 'greeting.unknown',
    });
  });
});
