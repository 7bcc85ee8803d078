import { describe, expect, it } from 'vitest';
import type { BroadcastStatus } from '../../../src/domain/broadcast.js';
import type { Actor, Role } from '../../../src/domain/role.js';
import { createCityCalendar } from '../../../src/services/greetings/city-calendar.js';
import { createGreetings } from '../../../src/services/greetings/greetings.js';
import { createSettings } from '../../../src/services/settings/settings.js';
import { aBroadcast } from '../../support/console/builders.js';
import { consoleApp } from '../../support/console/console-app.js';
import { fakeStaff } from '../../support/console/fake-staff.js';
import { open, submit } from '../../support/console/request-as.js';
import { memoryGreetings, memoryHolidays } from '../../support/memory-holidays.js';
import { memorySettings } from '../../support/memory-settings.js';

const editor: Actor = { kind: 'staff', id: 'editor', name: 'Олена', roles: ['editor'] };
const NOW = new Date('2026-11-23T10:00:00Z');

/** The console with real greetings in memory, on 23 November 2026. */
function aCalendarConsole(statuses: Record<string, BroadcastStatus> = {}) {
  const audit = { record: async () => {} };
  const settings = createSettings({
    store: memorySettings(),
    audit,
    accounts: fakeStaff().accounts,
    isTopicUsed: async () => false,
  });
  const store = memoryGreetings(new Map(Object.entries(statuses)));
  const calendar = createCityCalendar({
    store: memoryHolidays(),
    greetings: store,
    audit,
    randomId: () => 'c0ffee00-0000',
  });
  const chosen: string[] = [];
  const greetings = createGreetings({
    store,
    calendar,
    publications: {
      register: async ({ id = '', ...input }) =>
        // The greeting asks for no more of it.
        ({ publication: { ...input, id, photos: [] } as never, isNew: true }),
      change: async (_id, { holidayIds = [] }) => {
        chosen.push(...holidayIds);
        return {} as never;
      },
    },
    broadcasts: { create: async () => aBroadcast(), update: async () => aBroadcast() },
    settings,
    now: () => NOW,
    timeZone: 'Europe/Kyiv',
  });
  return { ...consoleApp({ calendar, greetings, settings }), calendar, greetings, settings, chosen };
}

/** What stands on the page, without its tags. */
const words = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', '’')
    .replaceAll(/\s+/g, ' ');

describe('/greetings', () => {
  it('shows every holiday of the year with its kind, told truthfully', async () => {
    const { app } = aCalendarConsole();
    const text = words((await open(app, '/greetings?year=2021', 'viewer')).html);
    expect(text).toContain('25 березня, чт День Служби безпеки України професійне свято');
    expect(text).toContain('22 березня, пн Всесвітній день водних ресурсів міжнародний день');
    expect(text).toContain('8 березня, пн Міжнародний жіночий день свято, Кодекс законів про працю');
    expect(text).toContain('26 квітня, пн День Чорнобильської трагедії день пам’яті');
    expect(text).toContain('← 2020');
    expect(text).toContain('2022 →');
  });

  it('shows the next ones first, with what has become of their greetings', async () => {
    const { app, greetings } = aCalendarConsole({ 'b-2026-12-07': 'finished' });
    for (const day of ['2026-11-28', '2026-12-07']) await greetings.open(day, editor);
    const text = words((await open(app, '/greetings', 'viewer')).html);
    const next = text.slice(text.indexOf('Найближчі'), text.indexOf('2026 рік'));
    expect(next).toContain('28 листопада, сб День пам’яті жертв голодоморів день пам’яті Чернетка');
    expect(next).toContain('7 грудня, пн День місцевого самоврядування професійне свято Завершено');
    expect(next).not.toContain('21 листопада');
  });

  it.each(['1999', '2100', 'x'])('shows this year for «%s»', async (year) => {
    const { app } = aCalendarConsole();
    expect((await open(app, `/greetings?year=${year}`, 'viewer')).html).toContain('2026 рік');
  });

  it('takes a day of the city’s own, and removes it', async () => {
    const { app, calendar } = aCalendarConsole();
    const day = { name: 'День міста', date: '2026-05-06', nature: 'everyYear' };
    const added = await submit(app, '/greetings/local', day, 'editor');
    expect([added.status, added.location]).toEqual([303, '/greetings?done=local']);
    expect(words((await open(app, '/greetings?year=2030', 'editor')).html)).toContain(
      '6 травня, пн День міста місцевий день',
    );
    await submit(app, '/greetings/local/local-c0ffee00/remove', {}, 'editor');
    expect(await calendar.locals()).toEqual([]);
  });

  it('asks for the cases that do not follow from a name', async () => {
    const { app } = aCalendarConsole();
    const day = { name: 'Покровський ярмарок', date: '2026-10-14' };
    const { status, html } = await submit(app, '/greetings/local', day, 'editor');
    expect(status).toBe(422);
    expect(words(html)).toContain('Напишіть, з нагоди чого');
    expect(html).toContain('value="Покровський ярмарок"');
  });

  it('declares mourning and lifts it', async () => {
    const { app, settings } = aCalendarConsole();
    const mourning = { from: '2026-12-06', to: '2026-12-07', reason: 'загинули ніжинці' };
    await submit(app, '/greetings/mourning', mourning, 'editor');
    expect((await settings.get()).mourning.periods).toEqual([mourning]);
    const text = words((await open(app, '/greetings', 'editor')).html);
    expect(text).toContain('6–7 грудня 2026 року: загинули ніжинці');
    expect(text).toContain('6 грудня, нд День Збройних Сил України професійне свято Жалоба');
    await submit(app, '/greetings/mourning/remove', mourning, 'editor');
    expect((await settings.get()).mourning.periods).toEqual([]);
  });

  it('takes one day for a mourning without an end, and no end before the beginning', async () => {
    const { app, settings } = aCalendarConsole();
    await submit(app, '/greetings/mourning', { from: '2026-12-06', to: '', reason: 'жалоба' }, 'editor');
    expect((await settings.get()).mourning.periods[0]?.to).toBe('2026-12-06');
    const wrong = { from: '2026-12-06', to: '2026-12-05', reason: 'жалоба' };
    const { status, html } = await submit(app, '/greetings/mourning', wrong, 'editor');
    expect([status, words(html).includes('не раніше за перший')]).toEqual([422, true]);
  });

  it.each(['moderator', 'viewer'] as const)('lets a %s look, and change nothing', async (role: Role) => {
    const { app } = aCalendarConsole();
    for (const path of ['/greetings', '/greetings/2026-12-07']) {
      const { status, html } = await open(app, path, role);
      expect([status, html.includes('action="/greetings')]).toEqual([200, false]);
    }
    const paths = ['local', 'local/local-1/remove', 'mourning', 'mourning/remove'];
    const ofDay = ['open', 'choose', 'switch'].map((action) => `2026-12-07/${action}`);
    for (const path of [...paths, ...ofDay])
      expect((await submit(app, `/greetings/${path}`, {}, role)).status).toBe(403);
  });
});

describe('/greetings/{day}', () => {
  it('opens the draft of a day now', async () => {
    const { app } = aCalendarConsole();
    expect((await submit(app, '/greetings/2026-12-07/open', {}, 'editor')).location).toBe(
      '/greetings/2026-12-07?done=open',
    );
    const { html } = await open(app, '/greetings/2026-12-07', 'editor');
    expect(html).toContain('href="/broadcasts/b-2026-12-07"');
    expect(html).not.toContain('Скласти текст наново');
  });

  it('lets staff choose among several holidays', async () => {
    const { app, greetings, chosen } = aCalendarConsole();
    await greetings.open('2027-10-01', editor);
    const { html } = await open(app, '/greetings/2027-10-01', 'editor');
    expect(html.match(/name="holidayIds"[^>]*checked/g)).toHaveLength(3);
    await submit(app, '/greetings/2027-10-01/choose', { holidayIds: 'cossacks' }, 'editor');
    expect(chosen).toEqual(['cossacks']);
    const none = await submit(app, '/greetings/2027-10-01/choose', {}, 'editor');
    expect([none.status, words(none.html).includes('Оберіть хоча б одне свято')]).toEqual([422, true]);
  });

  it('switches a holiday off and on', async () => {
    const { app } = aCalendarConsole();
    const textOf = async () => words((await open(app, '/greetings/2026-12-07', 'editor')).html);
    await submit(app, '/greetings/2026-12-07/switch', { holidayId: 'self-gov', to: 'off' }, 'editor');
    expect(await textOf()).toContain('професійне свято Вимкнено Увімкнути');
    expect(await textOf()).not.toContain('Відкрити чернетку зараз');
    await submit(app, '/greetings/2026-12-07/switch', { holidayId: 'self-gov', to: 'on' }, 'editor');
    expect(await textOf()).toContain('професійне свято Вимкнути');
  });

  it('says why nobody is greeted on a day of mourning', async () => {
    const { app, settings } = aCalendarConsole();
    const periods = [{ from: '2026-12-07', to: '2026-12-07', reason: 'загинули ніжинці' }];
    await settings.change({ mourning: { periods } }, editor);
    const text = words((await open(app, '/greetings/2026-12-07', 'editor')).html);
    expect(text).toContain('Жалоба 7 грудня: загинули ніжинці.');
    expect(text).not.toContain('Відкрити чернетку зараз');
  });

  it.each(['2026-02-30', '2026-13-01', '1999-01-01', 'tomorrow'])('knows no day «%s»', async (day) => {
    const { app } = aCalendarConsole();
    expect((await open(app, `/greetings/${day}`, 'editor')).status).toBe(404);
    expect((await submit(app, `/greetings/${day}/open`, {}, 'editor')).status).toBe(404);
  });
});

describe('/', () => {
  it('shows the holidays of the next ten days', async () => {
    const { app } = aCalendarConsole();
    const text = words((await open(app, '/', 'viewer')).html);
    const holidays = text.slice(text.indexOf('Свята найближчих десяти днів'));
    expect(holidays).toContain('28 листопада, сб День пам’яті жертв голодоморів');
    expect(holidays).toContain('3 грудня, чт Міжнародний день людей з інвалідністю');
    expect(holidays).not.toContain('День волонтера');
  });
});
