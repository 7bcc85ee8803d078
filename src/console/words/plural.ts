import { type PluralForms, pluralForm } from '../../domain/plural.js';

/** Number with its noun, thousands apart: «1 500 підписників». */
export function plural(count: number, forms: PluralForms): string {
  return `${formatNumber(count)} ${pluralForm('uk', forms, count)}`;
}

const NUMBER = new Intl.NumberFormat('uk');

/** `12 345` with a no-break space, as Ukrainian writes it. */
export function formatNumber(count: number): string {
  return NUMBER.format(count);
}

export const DAYS: PluralForms = { one: 'день', few: 'дні', other: 'днів' };
export const SUBSCRIBERS: PluralForms = { one: 'підписник', few: 'підписники', other: 'підписників' };
