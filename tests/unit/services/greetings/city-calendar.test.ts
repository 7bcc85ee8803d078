import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/domain/role.js';
import { createAudit } from '../../../../src/services/audit/audit.js';
import { createCityCalendar } from '../../../../src/services/greetings/city-calendar.js';
import { localHolidayInput } from '../../../../src/services/greetings/input.js';
import { memoryGreetings, memoryHolidays } from '../../../support/memory-holidays.js';
import { memoryAuditStore } from '../staff/memory-stores.js';

const EDITOR: Actor = { kind: 'staff', id: 'editor', name: 'Олена', roles: ['editor'] };
const MODERATOR: Actor = { ...EDITOR, id: 'moderator', roles: ['moderator'] };
const CITY_DAY = localHolidayInput.parse({
  name: 'День міста',
  date: '2026-05-06',
  everyYear: true,
  isMemorial: false,
});

function aCalendar() {
  const auditStore = memoryAuditStore();
  const greetings = memoryGreetings();
  const calendar = createCityCalendar({
    store: memoryHolidays(),
    greetings,
    audit: createAudit(auditStore, () => new Date('2026-11-23T10:00:00Z')),
    randomId: () => 'c0ffee00-0000',
  });
  return { calendar, greetings, auditStore };
}

describe('the city’s calendar', () => {
  it('keeps a day of the city’s own on its day of every year', async () => {
    const { calendar, auditStore } = aCalendar();
    await calendar.addLocal(CITY_DAY, EDITOR);
    const days = await Promise.all(
      [2026, 2031].map((year) => calendar.between(`${year}-05-06`, `${year}-05-06`)),
    );
    expect(days.map((day) => day.map(({ holiday, date }) => [holiday.name.instrumental, date]))).toEqual([
      [['Днем міста', '2026-05-06']],
      [['Днем міста', '2031-05-06']],
    ]);
    expect(await calendar.find(['local-c0ffee00', 'sbu', 'nothing'])).toHaveLength(2);
    expect(auditStore.entries.map(({ action, subject }) => [action, subject])).toEqual([
      ['holiday.add', 'local-c0ffee00'],
    ]);
  });

  it('leaves out what is switched off, and has it back', async () => {
    const { calendar } = aCalendar();
    const ids = async () =>
      (await calendar.between('2026-12-31', '2027-01-01')).map(({ holiday }) => holiday.id);
    await calendar.switch('new-year', false, EDITOR);
    expect(await ids()).toEqual([]);
    expect((await calendar.ofYear(2027))[0]).toMatchObject({ isOff: true, date: '2027-01-01' });
    await calendar.switch('new-year', true, EDITOR);
    expect(await ids()).toEqual(['new-year']);
  });

  it('does not forget a day that somebody was greeted on', async () => {
    const { calendar, greetings } = aCalendar();
    const { id } = await calendar.addLocal(CITY_DAY, EDITOR);
    const openedAt = new Date('2026-05-03T06:00:00Z');
    await greetings.begin({ day: '2026-05-06', holidayIds: [id], openedAt });
    await expect(calendar.removeLocal(id, EDITOR)).rejects.toMatchObject({ code: 'holiday.greeted' });
  });

  it('removes only days of the city’s own', async () => {
    const { calendar } = aCalendar();
    const { id } = await calendar.addLocal(CITY_DAY, EDITOR);
    await calendar.removeLocal(id, EDITOR);
    expect(await calendar.locals()).toEqual([]);
    await expect(calendar.removeLocal('sbu', EDITOR)).rejects.toMatchObject({ code: 'holiday.unknown' });
    await expect(calendar.switch('nothing', false, EDITOR)).rejects.toMatchObject({
      code: 'holiday.unknown',
    });
  });

  it('is changed only by those who write broadcasts', async () => {
    const { calendar } = aCalendar();
    await expect(calendar.addLocal(CITY_DAY, MODERATOR)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(calendar.switch('sbu', false, MODERATOR)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(calendar.removeLocal('sbu', MODERATOR)).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

describe('a day of the city’s own', () => {
  it('needs its cases when they do not follow from the name', () => {
    const day = { name: 'Покровський ярмарок', date: '2026-10-14', everyYear: true, isMemorial: false };
    expect(localHolidayInput.safeParse(day).error?.issues.map(({ path }) => path.join())).toEqual([
      'genitive',
      'instrumental',
    ]);
    const forms = { genitive: 'Покровського ярмарку', instrumental: 'Покровським ярмарком' };
    expect(localHolidayInput.safeParse({ ...day, ...forms }).data?.forms).toEqual({
      nominative: 'Покровський ярмарок',
      ...forms,
    });
  });

  it.each(['1999-12-31', '2100-01-01', '2026-02-30'])('is not %s', (date) => {
    const day = { name: 'День міста', date, everyYear: true, isMemorial: false };
    expect(localHolidayInput.safeParse(day).success).toBe(false);
  });
});
