import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/role.js';
import { DEFAULT_SETTINGS } from '../../../src/services/settings/defaults.js';
import { settingsValues } from '../../../src/services/settings/input.js';
import { createSettings } from '../../../src/services/settings/settings.js';
import { A_PRICE_MONTH } from '../../support/console/a-viber-price.js';
import { consoleApp } from '../../support/console/console-app.js';
import { fakeStaff } from '../../support/console/fake-staff.js';
import { open, submit } from '../../support/console/request-as.js';
import { memorySettings } from '../../support/memory-settings.js';

const DEPUTY = '0123456789abcdef01234567';
const REMOVED = 'ffffffffffffffffffffffff';

/** The console over real settings in memory, with a deputy who may be the substitute and one who has left. */
async function withSettings() {
  const staff = fakeStaff();
  const { items: colleagues } = await staff.accounts.list({ limit: 1 });
  const [someone] = colleagues;
  if (!someone) throw new Error('the fake staff is empty');
  const items = [
    ...colleagues,
    { ...someone, id: DEPUTY, name: 'Заступниця' },
    { ...someone, id: REMOVED, name: 'Колишній', active: false },
  ];
  const accounts = {
    ...staff.accounts,
    list: async () => ({ items, nextCursor: null }),
    get: async (id: string) => items.find((account) => account.id === id),
  };
  const changes: { actor: string; subject: string }[] = [];
  const audit = {
    record: async ({ actor, subject }: { actor: Actor; subject: string }) =>
      void changes.push({ actor: actor.id, subject }),
  };
  const settings = createSettings({
    store: memorySettings(),
    audit,
    accounts,
    isTopicUsed: async (topic) => topic === 'waste-sorting',
  });
  return { ...consoleApp({ settings, staff: { ...staff, accounts } }), settings, changes };
}

/** What a browser sends when the form's button is pressed without changing anything. */
function fieldsOf(html: string, section: string): Record<string, string> {
  const form = html.split('<form').find((part) => part.includes(`action="/settings/${section}"`)) ?? '';
  const inputs = [...form.matchAll(/<input ([^>]*)>/g)]
    .map(([, attributes = '']) => attributes)
    .filter((attributes) => !/checkbox|radio/.test(attributes) || attributes.includes('checked'))
    .map((attributes) =>
      [/name="([^"]*)"/, /value="([^"]*)"/].map((part) => part.exec(attributes)?.[1] ?? ''),
    );
  const selects = [...form.matchAll(/<select [^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs)].map(
    ([, name = '', options = '']) => [name, /value="([^"]*)" selected/.exec(options)?.[1] ?? ''],
  );
  const areas = [...form.matchAll(/<textarea [^>]*name="([^"]*)"[^>]*>(.*?)<\/textarea>/gs)].map(
    ([, name = '', text = '']) => [name, text],
  );
  return Object.fromEntries([...inputs, ...selects, ...areas]);
}

describe('/settings', () => {
  it.each([
    'organisation',
    'office',
    'routing',
    'topics',
    'answers',
    'hours',
    'approval',
    'lateness',
    'viber',
    'greetings',
    'report',
    'retention',
    'chat',
  ])('the form «%s», sent as it is shown, changes nothing', async (section) => {
    const { app, settings } = await withSettings();
    const { html } = await open(app, `/settings/${section}`, 'head');
    const { status } = await submit(app, `/settings/${section}`, fieldsOf(html, section), 'head');
    expect(status).toBe(303);
    expect(await settings.get()).toEqual(DEFAULT_SETTINGS);
    expect(settingsValues.safeParse(await settings.get()).success).toBe(true);
  });

  it('keeps the report’s earlier names beside those of a later day, and says which name is missing', async () => {
    const { app, settings } = await withSettings();
    const fields = fieldsOf((await open(app, '/settings/report', 'head')).html, 'report');
    const renamed = {
      ...fields,
      'report.validFrom': '2027-01-01',
      'report.departmentGenitive': 'управління комунікацій',
    };
    await submit(app, '/settings/report', renamed, 'head');
    const { names } = (await settings.get()).report;
    expect(names.slice(0, -1)).toEqual(DEFAULT_SETTINGS.report.names);
    expect(names.at(-1)).toMatchObject({
      validFrom: '2027-01-01',
      departmentGenitive: 'управління комунікацій',
    });
    const old = await open(app, '/settings/report?names=2021-03-31', 'head');
    expect(fieldsOf(old.html, 'report')).toMatchObject({
      'report.validFrom': '2020-12-01',
      'report.departmentGenitive': DEFAULT_SETTINGS.report.names[0]?.departmentGenitive,
    });
    const { status, html } = await submit(
      app,
      '/settings/report',
      { ...fields, 'report.signerPost': '' },
      'head',
    );
    expect([status, html.match(/id="([\w.]+)-error"/)?.[1]]).toEqual([422, 'report.signerPost']);
  });

  it('saves the organisation as people type it, says so, and keeps who did it', async () => {
    const { app, settings, changes } = await withSettings();
    const fields = fieldsOf((await open(app, '/settings/organisation', 'head')).html, 'organisation');
    const typed = {
      ...fields,
      'organisation.phone': ' 7-12-34 ',
      'organisation.officeHours': '9:00 - 18:00',
      'organisation.territory.radiusKm': '25,5',
    };
    const { location } = await submit(app, '/settings/organisation', typed, 'head');
    expect((await open(app, location ?? '', 'head')).html).toContain('Налаштування збережено.');
    const { organisation } = await settings.get();
    expect([organisation.phone, organisation.officeHours, organisation.territory.radiusKm]).toEqual([
      '7-12-34',
      '9:00–18:00',
      25.5,
    ]);
    expect(changes).toEqual([{ actor: 'head', subject: 'organisation' }]);
  });

  it('adds a topic under a code of its English name, in its place, and takes it away while nobody has it', async () => {
    const { app, settings } = await withSettings();
    const save = async (changes: Record<string, string>) => {
      const fields = fieldsOf((await open(app, '/settings/topics', 'head')).html, 'topics');
      return submit(app, '/settings/topics', { ...fields, ...changes }, 'head');
    };
    const topic = (at: number, uk: string, en: string) => ({
      [`topics.items.${at}.names.uk`]: uk,
      [`topics.items.${at}.names.en`]: en,
    });
    await save({
      ...topic(6, '♻️ Сортування', 'Waste sorting'),
      'topics.items.6.place': '2',
      'topics.items.1.isHidden': 'true',
    });
    const saved = async () => (await settings.get()).topics.items.map(({ id, isHidden }) => [id, isHidden]);
    const withSorting = [
      ['news', false],
      ['utilities', true],
      ['waste-sorting', false],
      ['events', false],
      ['acts', false],
      ['petitions', false],
      ['greetings', false],
    ];
    expect(await saved()).toEqual(withSorting);

    const { status, html } = await save(topic(2, '', ''));
    expect([status, html]).toEqual([409, expect.stringContaining('видалити її не можна')]);
    await save(topic(7, 'Ярмарки', 'Fairs'));
    await save(topic(7, '', ''));
    expect(await saved()).toEqual(withSorting);
  });

  it.each([
    ['a name that another topic has', 'новини Міста', 'Streets', 'topics.items.6.names.uk'],
    ['an English name that makes no code', 'Вулиці', 'Вулиці', 'topics.items.6.names.en'],
    ['a name longer than a button', 'Дуже-дуже довга назва нової теми', 'Long', 'topics.items.6.names.uk'],
  ])('refuses %s, and keeps what was typed', async (_what, uk, en, field) => {
    const { app, settings } = await withSettings();
    const fields = fieldsOf((await open(app, '/settings/topics', 'head')).html, 'topics');
    const typed = { ...fields, 'topics.items.6.names.uk': uk, 'topics.items.6.names.en': en };
    const { status, html } = await submit(app, '/settings/topics', typed, 'head');
    expect([status, html.match(/id="([\w.]+)-error"/)?.[1]]).toEqual([422, field]);
    expect(fieldsOf(html, 'topics')).toMatchObject({ 'topics.items.6.names.uk': uk });
    expect(await settings.get()).toEqual(DEFAULT_SETTINGS);
  });

  it('keeps days that the office works against the calendar, and drops those whose date is cleared', async () => {
    const { app, settings } = await withSettings();
    const save = async (changes: Record<string, string>) => {
      const fields = fieldsOf((await open(app, '/settings/office', 'head')).html, 'office');
      return submit(app, '/settings/office', { ...fields, ...changes }, 'head');
    };
    const first = { 'office.exceptions.0.day': '2026-12-24', 'office.exceptions.0.reason': 'Ремонт' };
    const third = { 'office.exceptions.2.day': '2026-12-26', 'office.exceptions.2.isWorking': 'true' };
    await save({
      'office.registration': 'by-person',
      'office.digestAt': '07:30',
      'office.martialLawUntil': '2027-02-28',
      ...first,
      ...third,
    });
    expect((await settings.get()).office).toEqual({
      registration: 'by-person',
      digestAt: '07:30',
      martialLawUntil: '2027-02-28',
      exceptions: [
        { day: '2026-12-24', isWorking: false, reason: 'Ремонт' },
        { day: '2026-12-26', isWorking: true, reason: '' },
      ],
    });
    const twice = await save({ 'office.exceptions.2.day': '2026-12-24' });
    expect([twice.status, twice.html.includes('Один день записано двічі.')]).toEqual([422, true]);
    await save({ 'office.exceptions.0.day': '' });
    expect((await settings.get()).office.exceptions.map(({ day }) => day)).toEqual(['2026-12-26']);
  });

  it('keeps words of a department, and says which are too short', async () => {
    const { app, settings } = await withSettings();
    const words = (text: string) => ({
      'routing.rules.0.words': text,
      'routing.rules.0.departmentId': 'welfare',
    });
    await submit(app, '/settings/routing', words('Субсидія,  пільга'), 'head');
    expect((await settings.get()).routing.rules).toEqual([
      { words: ['Субсидія', 'пільга'], departmentId: 'welfare' },
    ]);
    const { status, html } = await submit(app, '/settings/routing', words('пільга, , а'), 'head');
    expect([status, html.match(/id="([\w.]+)-error"/)?.[1]]).toEqual([422, 'routing.rules.0.words']);
  });

  it('switches quiet hours off, and offers the usual ones to switch on again', async () => {
    const { app, settings } = await withSettings();
    const fields = fieldsOf((await open(app, '/settings/hours', 'head')).html, 'hours');
    delete fields['broadcasts.quietHours'];
    await submit(app, '/settings/hours', fields, 'head');
    expect((await settings.get()).broadcasts.quietHours).toBeNull();
    const { html } = await open(app, '/settings/hours', 'head');
    const on = { ...fieldsOf(html, 'hours'), 'broadcasts.quietHours': 'on' };
    await submit(app, '/settings/hours', on, 'head');
    expect(await settings.get()).toEqual(DEFAULT_SETTINGS);
  });

  it('names a colleague as the substitute, and nobody who has left', async () => {
    const { app, settings } = await withSettings();
    const { html } = await open(app, '/settings/approval', 'head');
    expect(html).toContain('Заступниця');
    expect(html).not.toContain('Колишній');
    const fields = fieldsOf(html, 'approval');
    const name = async (substituteId: string) =>
      submit(app, '/settings/approval', { ...fields, 'broadcasts.substituteId': substituteId }, 'head');
    expect((await name(DEPUTY)).status).toBe(303);
    const refused = await name(REMOVED);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('Такого облікового запису немає.');
    expect((await settings.get()).broadcasts.substituteId).toBe(DEPUTY);
  });

  it('says beside each field what is wrong, keeps what was typed, and changes nothing', async () => {
    const { app, settings } = await withSettings();
    const wrong = {
      'organisation.councilName': '',
      'organisation.phone': '7'.repeat(201),
      'organisation.officeHours': 'зранку',
      'organisation.territory.latitude': '',
    };
    const { html: shown } = await open(app, '/settings/organisation', 'head');
    const typed = { ...fieldsOf(shown, 'organisation'), ...wrong };
    const { status, html } = await submit(app, '/settings/organisation', typed, 'head');
    expect(status).toBe(422);
    const complaints = [...html.matchAll(/id="organisation\.([\w.]+)-error">([^<]+)/g)];
    expect(complaints.map(([, field, words]) => `${field}: ${words}`)).toEqual([
      'councilName: Заповніть це поле.',
      'phone: Не довше ніж 200 знаків.',
      'officeHours: Вкажіть години, наприклад 8:00–17:00.',
      'territory.latitude: Вкажіть широту від −90 до 90, наприклад 51.048.',
    ]);
    expect(html).toContain('value="зранку"');
    expect(await settings.get()).toEqual(DEFAULT_SETTINGS);
  });

  it.each([
    ['hours', 'broadcasts.quietHours.to', '20:00', 'broadcasts.quietHours'],
    ['hours', 'broadcasts.silence.from', 'ранок', 'broadcasts.silence.from'],
    ['approval', 'broadcasts.undoSeconds', '601', 'broadcasts.undoSeconds'],
    ['approval', 'broadcasts.substituteId', 'мер', 'broadcasts.substituteId'],
    ['lateness', 'broadcasts.staleAfterMinutes', '4', 'broadcasts.staleAfterMinutes'],
    ['lateness', 'staleBroadcasts.news', 'later', 'staleBroadcasts.news'],
    ['viber', 'viber.pricePerMessage', '0,01965', 'viber.pricePerMessage'],
    ['viber', 'viber.freePerMonth', '10,5', 'viber.freePerMonth'],
    ['viber', 'viber.monthlyBudget', '-1', 'viber.monthlyBudget'],
  ])('refuses in «%s» %s = «%s»', async (section, field, value, complained) => {
    const { app } = await withSettings();
    const fields = fieldsOf((await open(app, `/settings/${section}`, 'head')).html, section);
    const { status, html } = await submit(app, `/settings/${section}`, { ...fields, [field]: value }, 'head');
    expect(status).toBe(422);
    expect([...html.matchAll(/id="([\w.-]+)-error"/g)].map(([, name]) => name)).toEqual([complained]);
  });

  it('takes a price as people type it, shows it again, and is off when it is emptied', async () => {
    const { app, settings } = await withSettings();
    const typed = {
      'viber.pricePerMessage': '0,0196',
      'viber.freePerMonth': '10000',
      'viber.monthlyBudget': '50,5',
      'viber.onlyImportant': 'true',
    };
    expect((await submit(app, '/settings/viber', typed, 'head')).status).toBe(303);
    const expected = {
      pricePerMessage: 0.0196,
      freePerMonth: 10_000,
      monthlyBudget: 50.5,
      onlyImportant: true,
    };
    expect((await settings.get()).viber).toEqual(expected);
    const shown = fieldsOf((await open(app, '/settings/viber', 'head')).html, 'viber');
    await submit(app, '/settings/viber', shown, 'head');
    expect((await settings.get()).viber).toEqual(expected);
    const emptied = { 'viber.pricePerMessage': '', 'viber.freePerMonth': '', 'viber.monthlyBudget': '' };
    await submit(app, '/settings/viber', emptied, 'head');
    expect(await settings.get()).toEqual(DEFAULT_SETTINGS);
  });

  it('refuses templates that would lose the holiday, or congratulate on a memorial day', async () => {
    const { app, settings } = await withSettings();
    const fields = fieldsOf((await open(app, '/settings/greetings', 'head')).html, 'greetings');
    const wrong = {
      ...fields,
      'greetings.text': 'Вітаємо з {давальний}',
      'greetings.memorialText': 'Вітаємо! {назва}',
    };
    const { status, html } = await submit(app, '/settings/greetings', wrong, 'head');
    expect(status).toBe(422);
    expect(html).toContain('Назвіть свято словами');
    expect(html).toContain('У дні пам’яті не вітають');
    expect((await settings.get()).greetings.text).toContain('{орудний}');
    const off = Object.entries({ ...fields, 'greetings.openDaysBefore': '7' }).filter(
      ([name]) => name !== 'greetings.openDrafts',
    );
    await submit(app, '/settings/greetings', Object.fromEntries(off), 'head');
    expect((await settings.get()).greetings).toMatchObject({ openDrafts: false, openDaysBefore: 7 });
  });

  it('tells what Viber has taken this month', async () => {
    const { app } = consoleApp({ viberPrice: { month: async () => A_PRICE_MONTH } });
    const { html } = await open(app, '/settings/viber', 'head');
    expect(html.replaceAll('\u{a0}', ' ')).toContain('платних 412 повідомлень – 8,08 € з 50,00 €');
  });

  it('stands in the menu of those for whom it works', async () => {
    const { app } = consoleApp();
    for (const role of ['head', 'administrator'] as const)
      expect((await open(app, '/', role)).html).toContain('href="/settings"');
    for (const role of ['editor', 'approver', 'moderator', 'viewer'] as const) {
      expect((await open(app, '/', role)).html).not.toContain('href="/settings"');
      expect((await open(app, '/settings', role)).status).toBe(403);
    }
  });
});
