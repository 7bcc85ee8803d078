import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type en from '../../../locales/en.json';
import type uk from '../../../locales/uk.json';
import { LOCALES, type Locale } from '../../domain/locale.js';
import { type PluralForms, pluralForm } from '../../domain/plural.js';

/** Key of a text, e.g. `accepted.now`; a key that one language lacks does not compile. */
export type TextKey = keyof CheckedTexts[1];

/** Values for the `{placeholders}` of a text; `count` also chooses the plural form. */
export type TextValues = Readonly<Record<string, string | number>>;

/** Says a text in one language. */
export type Say = (key: TextKey, values?: TextValues) => string;

type Texts = Readonly<Record<TextKey, string | PluralForms>>;

/** A language with the keys of the other, neither more nor less, as a text or a plural alike; else no compiling. */
type Mirrors<Other> = { readonly [Key in keyof Other]: Other[Key] extends string ? string : PluralForms };
type Checked<Own extends Mirrors<Other>, Other extends Mirrors<Own>> = [Own, Other];
export type CheckedTexts = Checked<typeof en, typeof uk>;

const textsSchema = z.record(
  z.string(),
  z.union([
    z.string(),
    z.strictObject({
      one: z.string().optional(),
      few: z.string().optional(),
      many: z.string().optional(),
      other: z.string(),
    }),
  ]),
);

/** Read at start, beside `src` and `dist` alike; the cast holds because the type is the file's own. */
function readTexts(locale: Locale): Texts {
  const file = new URL(`../../../locales/${locale}.json`, import.meta.url);
  return textsSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) as Texts;
}

const TEXTS: Readonly<Record<Locale, Texts>> = { uk: readTexts('uk'), en: readTexts('en') };

/** The speaker of a language. */
export function speaker(locale: Locale): Say {
  return (key, values = {}) => {
    const entry = TEXTS[locale][key];
    const template = typeof entry === 'string' ? entry : pluralForm(locale, entry, Number(values.count ?? 0));
    return template.replace(/\{(\w+)\}/gu, (placeholder, name: string) =>
      String(values[name] ?? placeholder),
    );
  };
}

/** All languages, the given one first: a typed label may be in either. */
export function localesFrom(first: Locale): readonly Locale[] {
  return [first, ...LOCALES.filter((locale) => locale !== first)];
}
