import { z } from '@hono/zod-openapi';
import type { BroadcastPrice } from '../services/viber-price/viber-price.js';

const count = z.int().min(0);
const euros = z.number().min(0).openapi({ description: 'To the cent' });

/** What a broadcast costs in Viber. */
export const viberPriceJson = z
  .strictObject({
    forecast: z
      .strictObject({
        inSession: count.openapi({ description: 'People; what they get is free' }),
        outsideSession: count.openapi({ description: 'People, those who will not get it among them' }),
        free: count.openapi({ description: 'Messages out of the month’s free ones' }),
        paid: count.openapi({ description: 'Messages' }),
        euros,
        heldOutsideSession: count.openapi({ description: 'People who will not get it: it is not important' }),
        heldByLimit: count.openapi({ description: 'People who will not get it: the month allows no more' }),
      })
      .nullable()
      .openapi({ description: 'Now, until it leaves; then as its approver saw it' }),
    isShared: z.boolean().openapi({
      description:
        'Some get it in a digest, with other news for the same price: the forecast is an upper bound',
    }),
    billed: z.strictObject({ inSession: count, free: count, paid: count, euros }).nullable().openapi({
      description: 'Messages by Viber’s `billing_status`, without digests; null before it leaves',
    }),
    month: z
      .strictObject({
        month: z.string().openapi({ description: '`YYYY-MM` by UTC' }),
        inSession: count,
        free: count,
        paid: count,
        euros,
        freeLeft: count,
        budget: z.number().nullable().openapi({ description: 'Euro; null: no limit' }),
      })
      .openapi({ description: 'Everything sent this month, answers and digests too' }),
  })
  .openapi('ViberPrice');

export function toViberPriceJson(price: BroadcastPrice): z.infer<typeof viberPriceJson> {
  const { forecast, isShared, billed, month } = price;
  return {
    forecast: forecast ?? null,
    isShared,
    billed: billed ?? null,
    month: {
      month: month.month,
      ...month.charges,
      euros: month.euros,
      freeLeft: month.freeLeft,
      budget: month.terms.monthlyBudget,
    },
  };
}
