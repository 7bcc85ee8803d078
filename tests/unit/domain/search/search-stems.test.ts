import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../../src/domain/search/fold.js';
import { askedBeginning, askedStems, searchStems } from '../../../../src/domain/search/search-stems.js';
import { stem } from '../../../../src/domain/search/stem.js';

/** Forms of words that residents of a city write. */
const PARADIGMS = [
  'яма ями ямі яму ямою ям ямами ямах',
  'дорога дороги дорозі дорогу дорогою доріг дорогами дорогах',
  'вулиця вулиці вулицю вулицею вулиць вулицями',
  'вода води воді воду водою',
  'ліхтар ліхтаря ліхтарі ліхтарів ліхтарем ліхтареві ліхтарями',
  'сміття смітті сміттю сміттям',
  'світло світла світлу світлом світлі',
  'освітлення освітленню освітленням освітлено',
  'будинок будинку будинки будинків будинком будинкові',
  'зупинка зупинки зупинці зупинку зупинок зупинками',
  'дерево дерева дерев деревам деревом',
  'каналізація каналізації каналізацію каналізацією каналізацій',
  'під’їзд під’їзду під’їзді під’їзди під’їздів',
  'сім’я сім’ї сім’ю сім’єю сімей',
  'школа школи школі школу шкіл школами',
  'двір двору дворі двори дворів двором',
  'собака собаки собаці собак собаками',
  'діти дітей дітям дітьми',
  'котел котла котлом котли котлів',
  'вокзал вокзалу вокзали вокзалів',
  'допомога допомоги допомозі допомогу',
  'незалежність незалежності незалежністю',
  'полагодити полагодить полагодять полагодив полагодила полагодили',
  'працює працюють працювати працював працювала працювали',
  'світить світять світити світив світила',
  'великий велика великого великому великі великих великими великою',
  'Шевченко Шевченка Шевченку Шевченком',
  'Козацька Козацької Козацькій Козацьку',
  'Ніжин Ніжина Ніжині Ніжином',
].map((forms) => forms.split(' '));

describe('a stem', () => {
  it.each(PARADIGMS)('of «%s» is that of its other forms', (...forms) => {
    expect(new Set(forms.map((form) => stem(fold(form))))).toHaveLength(1);
  });

  it('tells different words apart', () => {
    const stems = new Set(PARADIGMS.map(([form = '']) => stem(fold(form))));
    // «світло» and «світить» are two words of one root.
    expect(stems.size).toBe(PARADIGMS.length);
  });

  it('is never empty, and a beginning of the word up to its last two letters', () => {
    const word = fc.string({
      unit: fc.constantFrom(...'абвгдежзийклмнопрстуфхцчшщьюяії'),
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(word, (letters) => {
        const found = stem(letters);
        expect(found).not.toBe('');
        expect(found.length).toBeLessThanOrEqual(letters.length);
      }),
    );
  });

  it('leaves numbers and foreign words as they are', () => {
    expect(['12', 'wifi', 'а4'].map(stem)).toEqual(['12', 'wifi', 'а4']);
  });
});

describe('a folded text', () => {
  const word = fc.constantFrom('під’їзд', 'сміття', 'ґанок', 'проєкт', 'Хрещатик', 'ОСББ', 'Wi-Fi', 'аптека');

  it.each([
    ['another apostrophe', (text: string) => text.replace(/’/g, "'")],
    ['a third apostrophe', (text: string) => text.replace(/’/g, 'ʼ')],
    ['no apostrophe', (text: string) => text.replace(/’/g, '')],
    ['г for ґ', (text: string) => text.replace(/ґ/g, 'г')],
    ['е for є', (text: string) => text.replace(/є/g, 'е')],
    ['capitals', (text: string) => text.toUpperCase()],
    ['letters apart from their marks', (text: string) => text.normalize('NFD')],
    [
      'Latin look-alikes',
      (text: string) =>
        text.replace(
          /[асеіорхуАВСЕНІКМОРТХ]/g,
          (letter) => 'aceiopxyABCEHIKMOPTX'['асеіорхуАВСЕНІКМОРТХ'.indexOf(letter)] ?? letter,
        ),
    ],
  ])('is the same with %s', (_, change) => {
    fc.assert(fc.property(word, (text) => fold(change(text)) === fold(text)));
  });

  it('stays as it is when folded again', () => {
    fc.assert(fc.property(fc.string(), (text) => fold(fold(text)) === fold(text)));
  });
});

describe('words of a question', () => {
  it('are found in whatever text holds them, in any order and case', () => {
    const text = 'Не світить ліхтар біля під’їзду 3 на вулиці Шевченка, 12-А';
    for (const question of ['ліхтарі', 'ШЕВЧЕНКО 12', 'підїзд', "під'їзди ліхтар", 'лiхтap', '12а'])
      expect([question, askedStems(question).every((one) => searchStems([text]).includes(one))]).toEqual([
        question,
        question !== '12а',
      ]);
  });

  it.each([
    ['ліхта', 'ліхта'],
    ['вулиця ШЕВЧ', 'шевч'],
    ["під'їз", 'підїз'],
    ['шевч ', undefined],
    ['шевченка, 12', undefined],
    ['кв12а', undefined],
    ['на', undefined],
  ])('«%s» may go on after %s', (question, letters) => {
    expect(askedBeginning(question)?.letters).toBe(letters);
  });

  it('leave out what every text says, unless it is all they have', () => {
    expect(askedStems('не світить на вулиці')).toEqual(searchStems(['світить вулиці']));
    expect(askedStems('не')).toEqual(['не']);
    expect(askedStems('…!')).toEqual([]);
  });
});
