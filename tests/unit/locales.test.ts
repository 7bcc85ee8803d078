import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { speaker } from '../../src/services/dialogue/texts.js';

type Entry = string | Readonly<Record<string, string>>;
type Texts = Readonly<Record<string, Entry>>;

const read = (locale: string): Texts =>
  JSON.parse(readFileSync(new URL(`../../locales/${locale}.json`, import.meta.url), 'utf8'));

const uk = read('uk');
const en = read('en');
const forms = (entry: Entry | undefined) =>
  typeof entry === 'string' ? [entry] : Object.values(entry ?? {});
const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/gu) ?? [])].sort();

describe('texts', () => {
  it('has the same keys in both languages, in the same order', () => {
    expect(Object.keys(en)).toEqual(Object.keys(uk));
  });

  it.each(Object.keys(uk))('keeps the placeholders of %s in every form and language', (key) => {
    const expected = placeholders(forms(uk[key])[0] ?? '');
    for (const text of [...forms(uk[key]), ...forms(en[key])]) expect(placeholders(text)).toEqual(expected);
  });

  it('gives every plural the forms its language has', () => {
    for (const key of Object.keys(uk)) {
      if (typeof uk[key] === 'string') continue;
      expect([key, Object.keys(uk[key] ?? {})]).toEqual([key, ['one', 'few', 'many', 'other']]);
      expect([key, Object.keys(en[key] ?? {})]).toEqual([key, ['one', 'other']]);
    }
  });

  it('is written with proper Ukrainian marks', () => {
    for (const text of Object.values(uk).flatMap(forms)) {
      expect(text).not.toMatch(/["'`—]| {2}|(?<=[\p{L},] )Ви(?!\p{L})|[ыэъё]/u);
      expect(text, 'no Latin look-alikes inside Ukrainian words').not.toMatch(
        /\p{sc=Cyrl}[a-z]|[a-z]\p{sc=Cyrl}/iu,
      );
    }
  });

  it.each([
    [1, 'Готово. Обрано 1 тему: x.'],
    [3, 'Готово. Обрано 3 теми: x.'],
    [7, 'Готово. Обрано 7 тем: x.'],
    [11, 'Готово. Обрано 11 тем: x.'],
    [21, 'Готово. Обрано 21 тему: x.'],
    [111, 'Готово. Обрано 111 тем: x.'],
  ])('counts %i in Ukrainian', (count, text) => {
    expect(speaker('uk')('topics.done', { count, topics: 'x' })).toBe(text);
  });

  it('leaves a value as it is, whatever it looks like', () => {
    expect(speaker('uk')('error.fileFailed', { name: '{phone} $& «»' })).toContain('«{phone} $& «»»');
  });
});
