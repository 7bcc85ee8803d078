import { z } from '@hono/zod-openapi';
import { AMENDMENT_ACTIONS, AMENDMENT_WAYS } from '../domain/amendment.js';
import { BROADCAST_KINDS, BROADCAST_STATUSES } from '../domain/broadcast.js';
import { CHANNEL_IDS } from '../domain/channel-id.js';
import { COUNTED_STATUSES } from '../domain/delivery.js';
import type { AmendmentView, BroadcastView } from '../services/broadcasts/broadcasts.js';
import type { DeliveryView } from '../services/broadcasts/delivery-store.js';
import { toViberPriceJson, viberPriceJson } from './viber-price-json.js';

const count = z.int().min(0);

const countsJson = z
  .strictObject({
    total: count,
    queued: count,
    sending: count,
    sent: count,
    delivered: count,
    seen: count,
    failed: count,
    unreachable: count,
    unknown: count,
    skipped: count,
  })
  .openapi('DeliveryCounts', { description: 'The nine after `total` exclude each other and add up to it' });

/** A correction or a recall: a broadcast of its own, with its own deliveries. */
const amendmentJson = z
  .strictObject({
    id: z.string().openapi({ description: 'Of its deliveries; it can be paused, resumed and cancelled' }),
    action: z.enum(AMENDMENT_ACTIONS),
    at: z.iso.datetime(),
    text: z.string().nullable().openapi({ description: 'The text from then on; null: recalled' }),
    reason: z.string().nullable(),
    status: z.enum(BROADCAST_STATUSES),
    ways: z
      .strictObject({ telegram: z.enum(AMENDMENT_WAYS), viber: z.enum(AMENDMENT_WAYS) })
      .openapi({ description: 'What is done for those who got it; `message`: a further message' }),
    warnings: z
      .array(z.strictObject({ channel: z.enum(CHANNEL_IDS), code: z.string(), message: z.string() }))
      .openapi({
        description:
          'What a messenger does not allow. Codes: `recall.impossible`, `correction.further-message`',
      }),
    counts: countsJson,
    channels: z.strictObject({ telegram: countsJson, viber: countsJson }),
  })
  .openapi('BroadcastAmendment');

/** A broadcast as the API shows it. */
export const broadcastJson = z
  .strictObject({
    id: z.string(),
    status: z.enum(BROADCAST_STATUSES),
    hash: z.string().openapi({ description: 'Of the content: an approval names it' }),
    kind: z.enum(BROADCAST_KINDS),
    title: z.string(),
    sendAt: z.iso.datetime().nullable(),
    publicationId: z.string().nullable().openapi({ description: 'The publication it brings to people' }),
    departure: z
      .strictObject({
        at: z.iso.datetime(),
        reason: z
          .enum(['undo', 'schedule', 'quiet-hours', 'silence'])
          .nullable()
          .openapi({ description: 'What it waits for; null: nothing' }),
      })
      .nullable()
      .openapi({ description: 'When it really leaves (a draft: if it were approved now)' }),
    silences: z.array(z.strictObject({ channel: z.enum(CHANNEL_IDS), until: z.iso.datetime() })).openapi({
      description: 'While it is being sent: messengers that asked us to wait; it goes on by itself then',
    }),
    pauseReason: z
      .string()
      .nullable()
      .openapi({ description: 'Why the service paused or skipped it by itself, as staff read it' }),
    approvals: z
      .array(
        z.strictObject({
          by: z.string().openapi({ description: 'Account or API token' }),
          at: z.iso.datetime(),
          emergencyReason: z
            .string()
            .optional()
            .openapi({ description: 'Given when there was no second person where one was needed' }),
        }),
      )
      .openapi({ description: 'Oldest first, also those that a later change of the content has voided' }),
    audience: z.strictObject({ total: count, telegram: count, viber: count }),
    warnings: z
      .array(z.strictObject({ channel: z.enum(CHANNEL_IDS), code: z.string(), message: z.string() }))
      .openapi({
        description:
          'What is lost or changed in a messenger, found by the code that sends. Codes: `style.lost`, `links.spelled-out`, `text.after-pictures`, `text.split`, `pictures.first-only`, `pictures.no-public-url`, `pictures.still`, `files.no-public-url`, `button.lost`',
      }),
    counts: countsJson,
    channels: z.strictObject({ telegram: countsJson, viber: countsJson }),
    viberPrice: viberPriceJson.nullable().openapi({
      description: 'null while neither a price nor a quota is set, or when it does not go to Viber',
    }),
    proposal: z
      .strictObject({
        text: z.string(),
        by: z.string().openapi({ description: 'Account or API token' }),
        at: z.iso.datetime(),
      })
      .nullable()
      .openapi({ description: 'A correction that waits for a second person' }),
    amendments: z.array(amendmentJson).openapi({ description: 'Corrections and the recall, oldest first' }),
  })
  .openapi('Broadcast');

/** One row of "who got it, who did not, why". */
export const deliveryJson = z
  .strictObject({
    subscriberId: z.string(),
    channel: z.enum(CHANNEL_IDS),
    address: z.string(),
    status: z.enum(COUNTED_STATUSES),
    code: z.string().nullable().openapi({ description: 'The messenger’s reason' }),
    at: z.iso.datetime().nullable(),
  })
  .openapi('Delivery');

export function toBroadcastJson(view: BroadcastView): z.infer<typeof broadcastJson> {
  const { id, status, hash, kind, title, sendAt, departure, pauseReason, approvals } = view;
  const { audienceSize, warnings, counts, channels, proposal } = view;
  return {
    id,
    status,
    hash,
    kind,
    title,
    sendAt: sendAt?.toISOString() ?? null,
    publicationId: view.publicationId ?? null,
    departure: departure ? { at: departure.at.toISOString(), reason: departure.reason ?? null } : null,
    silences: view.silences.map(({ channel, until }) => ({ channel, until: until.toISOString() })),
    pauseReason: pauseReason ?? null,
    approvals: approvals.map(({ by, at, emergencyReason }) => ({
      by,
      at: at.toISOString(),
      ...(emergencyReason === undefined ? {} : { emergencyReason }),
    })),
    audience: { total: audienceSize.total, telegram: audienceSize.telegram, viber: audienceSize.viber },
    warnings: warnings.map(({ channel, code, message }) => ({ channel, code, message })),
    counts,
    channels,
    viberPrice: view.viberPrice ? toViberPriceJson(view.viberPrice) : null,
    proposal: proposal ? { text: proposal.text, by: proposal.by, at: proposal.at.toISOString() } : null,
    amendments: view.amendments.map(toAmendmentJson),
  };
}

function toAmendmentJson(amendment: AmendmentView): z.infer<typeof amendmentJson> {
  const { id, amends, createdAt, text, status, notes, counts, channels } = amendment;
  const { action, reason, ways } = amends;
  return {
    id,
    action,
    at: createdAt.toISOString(),
    text: action === 'recall' ? null : text,
    reason: reason ?? null,
    status,
    ways: { telegram: ways.telegram, viber: ways.viber },
    warnings: notes.map(({ channel, code, message }) => ({ channel, code, message })),
    counts,
    channels,
  };
}

export function toDeliveryJson(delivery: DeliveryView): z.infer<typeof deliveryJson> {
  const { subscriberId, channel, address, status, code, at } = delivery;
  return { subscriberId, channel, address, status, code, at: at?.toISOString() ?? null };
}
