import type { PluralForms } from '../../domain/plural.js';
import { upperFirst } from '../../lib/upper-first.js';
import type { PriceMonth } from '../../services/viber-price/viber-price.js';
import { formatNumber, plural } from './plural.js';

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

/** «Листопад 2026 року (за UTC) …»: what the month has taken so far, and what is left of it. */
export function monthWords({ month, terms, charges, euros, freeLeft }: PriceMonth): string {
  const { monthlyBudget, pricePerMessage, freePerMonth } = terms;
  const budget = monthlyBudget === null ? 'без обмеження' : `з ${formatEuros(monthlyBudget)}`;
  const figures = [
    ...(pricePerMessage > 0 ? [`платних ${messages(charges.paid)} – ${formatEuros(euros)} ${budget}`] : []),
    ...(freePerMonth > 0 ? [`безкоштовних поза сеансом лишилося ${formatNumber(freeLeft)}`] : []),
  ];
  return `${monthName(month)} (за UTC), разом із відповідями й добірками: ${figures.join('; ')}`;
}

/** «Листопад 2026 року» */
function monthName(month: string): string {
  const name = new Date(`${month}-15T12:00:00Z`).toLocaleDateString('uk', { month: 'long', timeZone: 'UTC' });
  return `${upperFirst(name)} ${month.slice(0, 4)} року`;
}
