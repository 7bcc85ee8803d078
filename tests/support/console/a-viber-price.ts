import type { PriceForecast } from '../../../src/domain/viber-price.js';
import type { BroadcastPrice, PriceMonth } from '../../../src/services/viber-price/viber-price.js';

export const A_PRICE_MONTH: PriceMonth = {
  month: '2026-11',
  terms: { pricePerMessage: 0.0196, freePerMonth: 10_000, monthlyBudget: 50, onlyImportant: true },
  charges: { inSession: 5_120, free: 9_000, paid: 412 },
  freeLeft: 588,
  euros: 8.08,
};

const FORECAST: PriceForecast = {
  inSession: 120,
  outsideSession: 1_480,
  free: 588,
  paid: 633,
  euros: 12.4,
  heldOutsideSession: 0,
  heldByLimit: 259,
};

/** What a draft for 1,600 people of Viber is to cost. */
export function aViberPrice(changes: Partial<BroadcastPrice> = {}): BroadcastPrice {
  return { forecast: FORECAST, isShared: false, billed: undefined, month: A_PRICE_MONTH, ...changes };
}
