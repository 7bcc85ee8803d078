import { describe, expect, it } from 'vitest';
import { composeReport, type ReportInput, reportTitle } from '../../../../src/domain/report/compose.js';
import { markdownOf, paperOf, plainTextOf } from '../../../../src/domain/report/paper.js';
import { textOf } from '../../../../src/domain/report/pieces.js';
import {
  MARCH_2021_COUNTS,
  MARCH_2021_MARKDOWN,
  march2021,
  NIZHYN_NAMES,
} from '../../../support/march-2021.js';

function paperFrom(input: ReportInput) {
  return paperOf(reportTitle(input.month, input.names), composeReport(input), input.names, '2021-04-01');
}

function paragraph(key: string, changes: Partial<ReportInput> = {}) {
  const found = composeReport(march2021(changes)).find((one) => one.key === key);
  if (!found) throw new Error(`no paragraph ${key}`);
  return found;
}

const withCounts = (counts: Readonly<Record<string, number>>) => ({
  counts: { ...MARCH_2021_COUNTS, ...counts },
});
const textAfter = (key: string, changes: Partial<ReportInput>) => textOf(paragraph(key, changes).pieces);

describe('the monthly report', () => {
  it('of March 2021 reads as the department would write it, byte for byte', () => {
    const markdown = markdownOf(paperFrom(march2021()));
    expect(markdown).toBe(
      `${MARCH_2021_MARKDOWN}\n\nНачальник відділу ____________ Олена КОВАЛЬ\n1 квітня 2021 року\n`,
    );
  });

  it('copies as plain text with the same words and no marks', () => {
    const text = plainTextOf(paperFrom(march2021()));
    expect(text.startsWith(MARCH_2021_MARKDOWN.replaceAll('**', ''))).toBe(true);
  });

  it.each([
    [1, '1 новину або інший інформаційний матеріал'],
    [4, '4 новини та інші інформаційні матеріали'],
    [11, '11 новин та інших інформаційних матеріалів'],
    [14, '14 новин та інших інформаційних матеріалів'],
    [21, '21 новину або інший інформаційний матеріал'],
    [111, '111 новин та інших інформаційних матеріалів'],
    [461, '461 новину або інший інформаційний матеріал'],
    [464, '464 новини та інші інформаційні матеріали'],
    [465, '465 новин та інших інформаційних матеріалів'],
    [1000, '1\u00A0000 новин та інших інформаційних матеріалів'],
    [12_345, '12\u00A0345 новин та інших інформаційних матеріалів'],
  ])('lets the noun agree with %i', (count, words) => {
    expect(textAfter('materials', withCounts({ materials: count }))).toContain(
      `Підготовлено та розміщено ${words}.`,
    );
  });

  it.each([
    [1, '1 матеріал із фотографіями'],
    [2, '2 матеріали з фотографіями'],
    [12, '12 матеріалів із фотографіями'],
    [88, '88 матеріалів із фотографіями'],
  ])('puts «із» after a consonant and «з» after a vowel (%i)', (count, words) => {
    expect(textAfter('photo', withCounts({ photo: count }))).toContain(` ${words}.`);
  });

  it.each([
    [1, '1 нормативний акт або проєкт акта '],
    [23, '23 нормативні акти та проєкти актів '],
    [113, '113 нормативних актів та проєктів актів '],
  ])('counts acts with their noun (%i)', (count, words) => {
    expect(textAfter('acts', withCounts({ acts: count }))).toContain(words);
  });

  it('names the greatest part first and leaves out parts of nothing', () => {
    const counts = { materials: 9, 'materials.news': 2, photo: 3, 'materials.anons': 4 };
    expect(textAfter('materials', { counts })).toBe(
      'Підготовлено та розміщено 9 новин та інших інформаційних матеріалів. У тому числі: анонсів – 4, звітів про заходи з фотографіями – 3, новин – 2.',
    );
  });

  it('does not print a constant sentence until somebody confirms it', () => {
    const input = march2021({ verdicts: new Map() });
    const marks = composeReport(input).map(({ key, kind, state }) => [key, kind, state]);
    expect(marks.filter(([, kind]) => kind === 'constant').map(([, , state]) => state)).toEqual(
      Array.from({ length: 8 }, () => 'unconfirmed'),
    );
    expect(plainTextOf(paperFrom(input))).not.toContain('Робота відділу');
  });

  it('asks again when the confirmed sentence reads differently now', () => {
    const { verdicts } = march2021();
    const names = { ...NIZHYN_NAMES, cityLocative: 'Прилуках' };
    expect(paragraph('informing', { names, verdicts }).state).toBe('unconfirmed');
  });

  it('leaves out a constant sentence that was not true this month', () => {
    const said = march2021().verdicts.get('budget')?.text ?? '';
    const verdicts = new Map(march2021().verdicts).set('budget', { text: said, isTrue: false });
    expect(paragraph('budget', { verdicts }).state).toBe('declined');
    expect(plainTextOf(paperFrom(march2021({ verdicts })))).not.toContain('система візуалізації');
  });

  it('leaves out what has nothing behind it, or says so when the settings ask for it', () => {
    const nothing = { counts: {}, events: [], holidays: [] };
    const states = (key: string, changes = {}) => paragraph(key, { ...nothing, ...changes }).state;
    expect(
      ['materials', 'acts', 'public-council', 'events', 'photo', 'greetings', 'appeals'].map((key) =>
        states(key),
      ),
    ).toEqual(Array.from({ length: 7 }, () => 'empty'));
    expect(textAfter('events', { ...nothing, saysWhenEmpty: true })).toBe(
      'Участь у семінарах, зустрічах та співбесідах протягом місяця не брали.',
    );
    expect(states('appeals', { saysWhenEmpty: true })).toBe('empty');
  });

  it('says in general words what it has no log of, to be confirmed', () => {
    const without = { counts: {} };
    expect(paragraph('media', without).kind).toBe('constant');
    expect(textAfter('media', without)).toBe(
      'До ЗМІ надавалися інформації, статті, повідомлення, оголошення, привітання, анонси.',
    );
    expect(textAfter('videos', without)).toBe(
      'Розміщувалися відеоролики ДКП ТРК «Ніжинське телебачення» на офіційному вебсайті Ніжинської міської ради.',
    );
  });

  it('asks for the form of an event that has none', () => {
    const events = [{ name: 'Семінар «Бюджет участі»', nameLocative: undefined }];
    expect(paragraph('events', { events }).toFill).toBe(
      'Впишіть назву в місцевому відмінку: Семінар «Бюджет участі».',
    );
  });

  it.each([
    [1, 'Взяли участь у засіданні Громадської ради'],
    [2, 'Взяли участь у 2 засіданнях Громадської ради'],
  ])('takes part in %i sittings of the public council', (count, words) => {
    expect(textAfter('public-council', withCounts({ 'public-council': count }))).toContain(words);
  });

  it('names holidays one is congratulated on with «з», and leaves out «з нагоди» when there are only those', () => {
    const holidays = march2021().holidays.filter(({ reportCase }) => reportCase === 'instrumental');
    expect(textAfter('greetings', { holidays })).toContain('а саме: з Міжнародним жіночим днем.');
  });

  it('puts sentences of staff after their paragraph and at the end', () => {
    const sentences = [
      { id: '1', after: 'media', text: 'Підготовлено акредитацію 3 журналістам.' },
      { id: '2', after: 'end', text: 'Лист № 12 надіслано О. П. Ковалю.' },
    ] as const;
    const paragraphs = composeReport(march2021({ sentences }));
    const keys = paragraphs.map(({ key }) => key);
    expect(keys.indexOf('sentence:1')).toBe(keys.indexOf('media') + 1);
    expect(textOf(paragraphs.at(-1)?.pieces ?? [])).toBe('Лист №\u00A012 надіслано О.\u00A0П.\u00A0Ковалю.');
  });

  it.each([
    ['1) перший', '1\\) перший'],
    ['2. другий', '2\\. другий'],
    ['# назва', '\\# назва'],
    ['---', '\\---'],
    ['> слова', '\\> слова'],
    ['~~ні~~ &copy; R&D', '\\~\\~ні\\~\\~ \\&copy; R&D'],
    ['a*b_c`d`[x](y) <b>', 'a\\*b\\_c\\`d\\`\\[x\\](y) \\<b\\>'],
    ['перший рядок \n другий', 'перший рядок другий'],
  ])('keeps what a person typed as text in Markdown: %s', (text, markdown) => {
    const paper = paperFrom(march2021({ sentences: [{ id: '1', after: 'end', text }] }));
    expect(markdownOf(paper).split('\n\n').at(-2)).toBe(markdown);
  });

  it('gives every number the key of the list it is the length of', () => {
    for (const { pieces } of composeReport(march2021())) {
      for (const piece of pieces) {
        if (typeof piece !== 'string') expect(MARCH_2021_COUNTS[piece.key]).toBe(piece.count);
      }
    }
  });
});

describe('what residents wrote', () => {
  const text = (counts: Readonly<Record<string, number>>) => textAfter('appeals', { counts });

  it('leaves zero parts out and agrees with one', () => {
    const one = { appeals: 1, 'appeals.official': 1, 'appeals.open': 1, 'appeals.topic.roads': 1 };
    expect(text(one)).toBe(
      'Отримано 1 звернення та повідомлення, з них офіційних звернень – 1. Із 1 звернення: на розгляді – 1. Найчастіші питання: ремонт доріг – 1.',
    );
  });

  it.each([
    [1, 'з 1 розглянутого'],
    [11, 'з 11 розглянутих'],
    [21, 'з 21 розглянутого'],
    [56, 'з 56 розглянутих'],
  ])('agrees with how many were considered (%i)', (considered, words) => {
    const counts = { appeals: 60, 'appeals.considered': considered, 'appeals.in-time': 1 };
    expect(text(counts)).toContain(`Строки дотримано щодо 1 ${words}.`);
  });

  it('tells of an open appeal whose day has passed', () => {
    const late = {
      appeals: 5,
      'appeals.official': 5,
      'appeals.open': 5,
      'appeals.late': 2,
      'appeals.topic.other': 5,
    };
    expect(text(late)).toContain('Із 5 звернень: на розгляді – 5. Прострочено – 2.');
  });

  it('speaks of subscribers and broadcasts alone when nobody wrote', () => {
    expect(text({ subscribers: 3, 'subscribers.viber': 3, broadcasts: 2 })).toBe(
      'На кінець місяця підписників – 3 (Viber – 3); проведено розсилок – 2.',
    );
  });
});
