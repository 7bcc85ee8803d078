import type { PluralForms } from '../../domain/plural.js';
import { plural } from './plural.js';

const EUROS = new Intl.NumberFormat('uk', {
  style: 'currency',
  currency: 'EUR',
  currencyDisplay: 'narrowSymbol',
});
const PEOPLE: PluralForms = { one: 'людина', few: 'людини', other: 'людей' };
const MESSAGES: PluralForms = { one: 'повідомлення', few: 'повідомлення', other: 'повідомлень' };

/** «12,40 €» */
export function formatEuros(euros: number): string {
  return EUROS.format(euros);
}

/** «1 240 людей» */
export function people(count: number): string {
  return plural(count, PEOPLE);
}

/** «1 240 повідомлень» */
export function messages(count: number): string {
  return plural(count, MESSAGES);
}
