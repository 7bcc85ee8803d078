import { describe, expect, it } from 'vitest';
import { appendicesDocx } from '../../../src/documents/appendices.js';
import { aReportView } from '../../support/a-report-view.js';
import { openWord } from '../../support/word-file.js';

const { report } = aReportView();
const [row] = report.lists.photo ?? [];
if (!row) throw new Error('the example has photo materials');
const photo = [
  { ...row, id: 'p1', title: 'Толока', href: 'https://nizhynrada.gov.ua/1?a=1&b=2', note: 'Відділ культури' },
  { ...row, id: 'p2', title: 'Виставка', at: '2021-03-31T20:59:59Z', href: '/publications/p2' },
];
const appeals = [
  { ...row, id: 'Н-2021-000001', title: 'Сусід Іван Петренко шумить', href: '/appeals/1', note: null },
];
const lists = {
  ...report.lists,
  photo,
  events: [],
  'public-council': [],
  'appeals.topic.lighting': appeals,
  'appeals.answered': appeals,
  'appeals.late': appeals,
};
const file = await openWord(await appendicesDocx({ ...report, lists }, 'Europe/Kyiv'));
const texts = file.paragraphs.map(({ text }) => text);
const headings = (level: 1 | 2) =>
  file.paragraphs.filter(({ style }) => style === `Heading${level}`).map(({ text }) => text);

describe('the appendices for Word', () => {
  it('list materials, acts, events, greetings and appeals, and say how it was counted', () => {
    expect(headings(1)).toEqual([
      'Додаток 1. Матеріали за видами',
      'Додаток 2. Нормативні акти за органом і стадією',
      'Додаток 3. Заходи й матеріали з фотографіями за підрозділами',
      'Додаток 4. Привітання',
      'Додаток 5. Звернення за питаннями і строком',
      'Як підраховано',
    ]);
    expect(headings(2)).toEqual(
      expect.arrayContaining([
        'Новин – 221',
        'Проєктів рішень міської ради – 84',
        'Відділ культури – 1',
        'Підрозділ не вказано – 1',
        'Привітань – 5',
        'Освітлення вулиць – 1',
      ]),
    );
    expect(texts).toContainEqual(expect.stringContaining(report.definitions[0]?.text ?? ''));
  });

  it('begin with a table of contents that leads to every heading', () => {
    const entries = file.paragraphs.filter(({ style }) => style?.startsWith('TOC'));
    expect(entries.map(({ text }) => text.split('\t')[0]).sort()).toEqual(
      [...headings(1), ...headings(2)].sort(),
    );
    const anchors = [...file.document.matchAll(/w:anchor="([^"]+)"/g)].map(([, anchor]) => anchor);
    expect(anchors).toHaveLength(entries.length);
    for (const anchor of anchors) expect(file.document).toContain(`w:name="${anchor}"`);
  });

  it.each([
    [20, 7],
    [400, 0],
  ])('have page numbers that Word does not ask for: of %i rows it is given %i', async (rows, numbers) => {
    const many = Array.from({ length: rows }, (_, index) => ({ ...row, id: `n${index}` }));
    const bytes = await appendicesDocx({ ...report, lists: { 'materials.news': many } }, 'Europe/Kyiv');
    const { document } = await openWord(bytes);
    const written = [...document.matchAll(/"separate"\/><w:t[^>]*>\d+<\/w:t>/g)];
    expect(document.match(/PAGEREF/g)).toHaveLength(7);
    expect(written).toHaveLength(numbers);
    expect(document).not.toContain('w:dirty');
  });

  it('repeat the head of every table on each page', () => {
    const tables = file.document.match(/<w:tbl>/g)?.length;
    expect(file.document.match(/<w:tblHeader\/>/g)).toHaveLength(tables ?? 0);
  });

  it('link to what is on the web, and name the day by the city’s clock', async () => {
    const links = await file.part('word/_rels/document.xml.rels');
    expect(links).toContain('https://nizhynrada.gov.ua/1?a=1&amp;b=2');
    expect(links).not.toContain('/publications/p2');
    expect(texts.slice(texts.indexOf('Виставка') - 1)[0]).toBe('31.03.2021');
  });

  it('name nobody who wrote: an appeal is its number, what became of it and its term', () => {
    expect(texts.join('\n')).not.toContain('Петренко');
    const at = texts.indexOf('№\u00A0Н-2021-000001');
    expect(texts[at + 1]).toBe('надано відповідь, прострочено');
  });

  it('say so where there was nothing', async () => {
    const empty = await openWord(await appendicesDocx({ ...report, lists: {} }, 'Europe/Kyiv'));
    expect(empty.paragraphs.filter(({ text }) => text === 'Протягом місяця не було.')).toHaveLength(5);
  });
});
