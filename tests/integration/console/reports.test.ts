import { describe, expect, it } from 'vitest';
import type { MonthPublication } from '../../../src/domain/report/facts.js';
import { PARAGRAPH_KEYS } from '../../../src/domain/report/paragraph.js';
import type { Actor } from '../../../src/domain/role.js';
import { SERVICE } from '../../../src/domain/role.js';
import { createSettings } from '../../../src/services/settings/settings.js';
import { consoleApp } from '../../support/console/console-app.js';
import { cookieOf, fakeStaff } from '../../support/console/fake-staff.js';
import { open, submit } from '../../support/console/request-as.js';
import { memoryReports, NO_FACTS } from '../../support/memory-reports.js';
import { memorySettings } from '../../support/memory-settings.js';

const HEAD: Actor = { kind: 'staff', id: 'head', name: 'Ірина', roles: ['head'] };
const NAMES = new Map([
  ['head', 'Ірина Бондар'],
  ['editor', 'Олена Коваль'],
]);
const MARCH = '/reports/2021-03';

function aNews(index: number, publishedAt: Date, title: string): MonthPublication {
  return {
    id: `news-${index}`,
    kind: 'news',
    title: `${title} ${index}`,
    url: `https://nizhynrada.example/news/${index}`,
    preparedBy: 'Олена Коваль',
    credit: undefined,
    act: undefined,
    event: undefined,
    holidayIds: [],
    publishedAt,
    photoCount: 0,
    department: undefined,
  };
}

/** The console on 1 April 2021, with so many news of February and of March. */
function aReportConsole({
  february = 431,
  march = 465,
  title = 'Новина',
  now = new Date('2021-04-01T07:15:00Z'),
} = {}) {
  const clock = { now };
  const news = [
    ...Array.from({ length: february }, (_, index) =>
      aNews(1_000 + index, new Date('2021-02-10T08:00:00Z'), title),
    ),
    ...Array.from({ length: march }, (_, index) => aNews(index, new Date('2021-03-10T08:00:00Z'), title)),
  ];
  const settings = createSettings({
    store: memorySettings(),
    audit: { record: async () => {} },
    accounts: fakeStaff().accounts,
    isTopicUsed: async () => false,
  });
  const reports = memoryReports({
    settings,
    now: () => clock.now,
    namesOf: async () => NAMES,
    firstPublished: async () => new Date('2019-05-01T08:00:00Z'),
    facts: async ({ from, until }) => ({
      ...NO_FACTS,
      publications: news.filter(({ publishedAt }) => publishedAt >= from && publishedAt < until),
    }),
  });
  const clocks = { now: () => clock.now, real: () => clock.now };
  const moveToApril = (index: number) => {
    const moved = news.findIndex(({ id }) => id === `news-${index}`);
    news[moved] = aNews(index, new Date('2021-03-31T21:00:00Z'), title);
  };
  /** Says of every constant sentence that it is true, as the page's buttons do. */
  const confirmAll = async () => {
    const { problems } = await reports.read('2021-03', 'current', SERVICE);
    for (const key of problems.unconfirmed) await reports.confirm('2021-03', key, true, HEAD);
  };
  return { ...consoleApp({ reports, settings, clocks }), reports, clock, moveToApril, confirmAll };
}

/** What stands on the page, without its tags. */
const words = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', '’')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ (?=[,.):])/g, '');

const rowsIn = (html: string) => html.match(/<time /g)?.length ?? 0;

describe('/reports', () => {
  it('shows the last twelve months, the newest first, each with where it stands', async () => {
    const { app } = aReportConsole();
    const { html } = await open(app, '/reports', 'viewer');
    const months = [...html.matchAll(/href="\/reports\/(\d{4}-\d\d)"/g)].map(([, month]) => month);
    expect([months.length, months[0], months[11]]).toEqual([12, '2021-04', '2020-05']);
    expect(words(html)).toContain('Квітень 2021 року Місяць ще триває');
    expect(words(html)).toContain('Березень 2021 року Не підписано');
  });

  it('says of a signed month who signed it and when, and goes back to the first publication', async () => {
    const { app, reports, confirmAll } = aReportConsole();
    await confirmAll();
    await reports.sign('2021-03', undefined, HEAD);
    const { html } = await open(app, '/reports?year=2021', 'viewer');
    expect(words(html)).toContain('Березень 2021 року Підписано 1 квітня, Ірина Бондар');
    expect(html).toContain('href="/reports?year=2019"');
    expect(html).not.toContain('href="/reports?year=2018"');
  });
});

describe('/reports/{month}', () => {
  it('shows the paper with the month before beside each number, and how it was counted', async () => {
    const { app } = aReportConsole();
    const text = words((await open(app, MARCH, 'viewer')).html);
    expect(text).toContain('Звіт за березень 2021 року');
    expect(text).toContain('розміщено 465, було 431 новин та інших інформаційних матеріалів');
    expect(text).toContain('Як підраховано');
    expect(text).toContain('Лишилося підтвердити: 10 абзаців');
  });

  it.each([
    [1, '1 абзац'],
    [2, '2 абзаци'],
    [5, '5 абзаців'],
  ])('says with %i constants left: %s', async (left, said) => {
    const { app, reports } = aReportConsole();
    const { problems } = await reports.read('2021-03', 'current', SERVICE);
    for (const key of problems.unconfirmed.slice(left)) await reports.confirm('2021-03', key, true, HEAD);
    expect(words((await open(app, MARCH, 'viewer')).html)).toContain(`Лишилося підтвердити: ${said} `);
  });

  it('opens the list of a number with exactly so many rows, page by page', async () => {
    const { app } = aReportConsole();
    const { html } = await open(app, MARCH, 'viewer');
    const [, link = ''] = /href="(\/reports\/2021-03\?list=materials#list)"/.exec(html) ?? [];
    expect(link).not.toBe('');
    const pages = await Promise.all(
      [1, 2, 10].map((page) => open(app, `${MARCH}?list=materials&page=${page}`, 'viewer')),
    );
    expect(pages.map((page) => rowsIn(page.html))).toEqual([50, 50, 15]);
    const first = words(pages[0]?.html ?? '');
    expect(first).toContain('Матеріалів – 465 У лютому було 431. Показано 1–50.');
    expect(first).toContain('Новина 0 10 березня, 10:00 · Олена Коваль');
    expect(pages[0]?.html).toContain('href="https://nizhynrada.example/news/0"');
  });

  it('stays under 100 kB with the longest titles, also of what has changed since it was signed', async () => {
    const title = 'Рішення виконавчого комітету '.repeat(33);
    const { app, reports, confirmAll, moveToApril } = aReportConsole({ title });
    await confirmAll();
    await reports.sign('2021-03', undefined, HEAD);
    for (let index = 0; index < 60; index += 1) moveToApril(index);
    const { html } = await open(app, `${MARCH}?list=materials`, 'viewer');
    expect(words(html)).toContain('Вилучено: 60, показано 10');
    expect(rowsIn(html)).toBe(50 + 10 + 10);
    expect(Buffer.byteLength(html)).toBeLessThan(100_000);
  });

  it('takes «Підтверджую» and «Не відповідає дійсності»', async () => {
    const { app } = aReportConsole();
    const yes = await submit(app, `${MARCH}/confirm`, { key: 'activity', verdict: 'true' }, 'editor');
    expect([yes.status, yes.location]).toEqual([303, `${MARCH}?version=current#p-activity`]);
    await submit(app, `${MARCH}/confirm`, { key: 'budget', verdict: 'false' }, 'editor');
    const text = words((await open(app, MARCH, 'editor')).html);
    expect(text).toContain(`сталий текст – підтверджено Олена Коваль, 1 квітня, 10:15`);
    expect(text).toContain('сталий текст – не відповідає дійсності, не друкується');
    expect(text).toContain('Лишилося підтвердити: 8 абзаців');
  });

  it('adds a sentence where it was asked to, once, with who and when, and removes it', async () => {
    const { app, reports } = aReportConsole();
    const form = (await open(app, `${MARCH}?after=materials`, 'editor')).html;
    expect(form).toContain('<option value="materials" selected');
    const sentence = { after: 'materials', text: 'Оновлено <b>сторінку</b>.', requestId: 'once' };
    for (let press = 0; press < 2; press += 1) await submit(app, `${MARCH}/sentences`, sentence, 'editor');
    const text = words((await open(app, MARCH, 'editor')).html);
    expect(text).toContain('Оновлено &lt;b&gt;сторінку&lt;/b&gt;. додане речення');
    const { sentences } = await reports.read('2021-03', 'current', SERVICE);
    expect(sentences.map(({ after, by }) => [after, by])).toEqual([['materials', 'editor']]);
    await submit(app, `${MARCH}/sentences/${sentences[0]?.id}/remove`, {}, 'editor');
    expect((await reports.read('2021-03', 'current', SERVICE)).sentences).toEqual([]);
  });

  it('keeps what was typed when a sentence is refused', async () => {
    const { app } = aReportConsole();
    const text = 'я'.repeat(2_001);
    const { status, html } = await submit(app, `${MARCH}/sentences`, { after: 'end', text }, 'editor');
    expect(status).toBe(422);
    expect(html).toContain(text);
    const nowhere = await submit(app, `${MARCH}/sentences`, { after: 'nowhere', text: 'Так.' }, 'editor');
    expect(nowhere.status).toBe(422);
  });

  it('is signed with what was seen, and tells of a change since', async () => {
    const { app, confirmAll, moveToApril } = aReportConsole();
    await confirmAll();
    const hashIn = (html: string) => /name="hash" value="([0-9a-f]{64})"/.exec(html)?.[1] ?? '';
    const seen = await open(app, MARCH, 'head');
    expect(words(seen.html)).toContain('Готово до підпису');
    moveToApril(464);
    const stale = await submit(app, `${MARCH}/sign`, { hash: hashIn(seen.html) }, 'head');
    expect(stale.status).toBe(409);
    expect(words(stale.html)).toContain('Звіт змінився, поки ви його читали');
    expect(words(stale.html)).toContain('розміщено 464, було 431 новини та інші інформаційні матеріали');
    const signed = await submit(app, `${MARCH}/sign`, { hash: hashIn(stale.html) }, 'head');
    expect(signed.location).toBe(`${MARCH}?done=sign`);
    const text = words((await open(app, MARCH, 'viewer')).html);
    expect(text).toContain(`Підписано 1 квітня 2021 року, 10:15: Ірина Бондар`);
    expect(text).not.toContain('Розбіжність');
  });

  it('says what changed after the signature, and keeps the signed version beside a new one', async () => {
    const { app, reports, clock, confirmAll, moveToApril } = aReportConsole();
    await confirmAll();
    await reports.sign('2021-03', undefined, HEAD);
    moveToApril(464);
    clock.now = new Date('2021-04-03T07:00:00Z');
    const signed = words((await open(app, MARCH, 'head')).html);
    expect(signed).toContain(
      'Розбіжність: після підпису 1 квітня матеріалів стало 464 (підписано 465). Показати, що змінилося',
    );
    expect(signed).toContain('Вилучено: 1 Новина 464');
    expect(signed).toContain('розміщено 465, було 431 новин');
    const { html } = await open(app, `${MARCH}?version=current`, 'head');
    expect(words(html)).toContain('розміщено 464, було 431 новини');
    const hash = /name="hash" value="([0-9a-f]{64})"/.exec(html)?.[1] ?? '';
    await submit(app, `${MARCH}/sign`, { hash }, 'head');
    const second = words((await open(app, MARCH, 'head')).html);
    expect(second).toContain('Підписано 3 квітня 2021 року');
    expect(second).not.toContain('Розбіжність');
    expect(words((await open(app, `${MARCH}?version=1`, 'head')).html)).toContain('розміщено 465');
    expect((await open(app, `${MARCH}?version=3`, 'head')).status).toBe(404);
  });

  it('offers no signature before the month is over', async () => {
    const { app, confirmAll } = aReportConsole({ now: new Date('2021-03-31T20:59:00Z') });
    await confirmAll();
    const { html } = await open(app, MARCH, 'head');
    expect(words(html)).toContain('Місяць ще триває. Підписати можна з 1 квітня.');
    expect(html).not.toContain(`${MARCH}/sign`);
    expect((await submit(app, `${MARCH}/sign`, { hash: 'x' }, 'head')).status).toBe(409);
  });

  it('is one click from Word, in the version that is shown', async () => {
    const { app, reports, confirmAll, moveToApril } = aReportConsole({ march: 25 });
    await confirmAll();
    await reports.sign('2021-03', undefined, HEAD);
    moveToApril(24);
    const { html } = await open(app, MARCH, 'viewer');
    expect(html).toContain(`href="${MARCH}/letter.docx?version=1"`);
    for (const [file, latin, name] of [
      ['letter', 'zvit', 'Звіт'],
      ['appendices', 'dodatky', 'Додатки до звіту'],
    ]) {
      const answer = await app.request(`${MARCH}/${file}.docx?version=1`, {
        headers: { cookie: cookieOf('viewer') },
      });
      expect(answer.headers.get('content-disposition')).toBe(
        `attachment; filename="${latin}-2021-03.docx"; filename*=UTF-8''${encodeURIComponent(`${name} за березень 2021.docx`)}`,
      );
      expect(
        Buffer.from(await answer.arrayBuffer())
          .subarray(0, 2)
          .toString(),
      ).toBe('PK');
    }
    expect((await open(app, `${MARCH}/letter.docx`)).status).toBe(302);
    expect((await open(app, '/reports/march/letter.docx', 'viewer')).status).toBe(404);
  });

  it('has the whole text to be copied into an e-mail', async () => {
    const { app, confirmAll } = aReportConsole();
    await confirmAll();
    const { html } = await open(app, MARCH, 'viewer');
    const [, text = ''] = /<textarea id="plain-text"[^>]*>([^<]*)</.exec(html) ?? [];
    expect(text).toContain('\n\nПідготовлено та розміщено 465 новин та інших інформаційних матеріалів.');
    expect(text).not.toContain('було');
  });

  it.each([
    ['viewer', false, false],
    ['editor', true, false],
    ['head', true, true],
  ] as const)('lets a %s confirm: %s, and sign: %s', async (role, mayWrite, maySign) => {
    const { app, confirmAll } = aReportConsole();
    await confirmAll();
    const { html } = await open(app, MARCH, role);
    expect(html.includes(`action="${MARCH}/confirm"`)).toBe(mayWrite);
    expect(html.includes(`action="${MARCH}/sign"`)).toBe(maySign);
    const confirmed = await submit(app, `${MARCH}/confirm`, { key: 'activity', verdict: 'true' }, role);
    expect(confirmed.status).toBe(mayWrite ? 303 : 403);
    expect((await submit(app, `${MARCH}/sign`, { hash: 'x' }, role)).status).toBe(maySign ? 409 : 403);
  });

  it.each(['2021-13', '1999-01', '2021-05', 'march'])('knows no month «%s»', async (month) => {
    const { app } = aReportConsole();
    expect((await open(app, `/reports/${month}`, 'head')).status).toBe(404);
    expect((await submit(app, `/reports/${month}/sign`, { hash: 'x' }, 'head')).status).toBe(404);
  });

  it('names every paragraph that may be confirmed or filled', async () => {
    const { app } = aReportConsole({ march: 0 });
    const { html } = await open(app, MARCH, 'editor');
    for (const key of PARAGRAPH_KEYS) expect(html).toContain(`id="p-${key}"`);
  });
});
