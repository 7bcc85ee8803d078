import type { Locale } from './locale.js';

/** One wording per plural category; a language uses those it has (Ukrainian one, few, many; English one, other). */
export interface PluralForms {
  readonly one?: string | undefined;
  readonly few?: string | undefined;
  readonly many?: string | undefined;
  readonly other: string;
}

const RULES: Readonly<Record<Locale, Intl.PluralRules>> = {
  uk: new Intl.PluralRules('uk'),
  en: new Intl.PluralRules('en'),
};

/** The wording that goes with the number: 1, 21 тема; 3 теми; 7, 11, 111 тем. */
export function pluralForm(locale: Locale, forms: PluralForms, count: number): string {
  const category = RULES[locale].select(count) as keyof PluralForms;
  return forms[category] ?? forms.other;
}
