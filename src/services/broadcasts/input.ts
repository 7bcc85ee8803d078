import { z } from 'zod';
import { BROADCAST_KINDS } from '../../domain/broadcast.js';
import { CHANNEL_IDS } from '../../domain/channel-id.js';
import { plainText } from '../plain-text.js';
import { addressSchema, topicsSchema } from '../subscriptions/input.js';
import type { BroadcastInput } from './broadcasts.js';

/** Longest title and text in characters; longer news belong on the site, behind the link. */
export const TITLE_MAX = 200;
export const TEXT_MAX = 10_000;
/** Longest words on a button: longer ones are cut by both messengers. */
export const LABEL_MAX = 32;
/** Longest reason of an approval alone. */
export const REASON_MAX = 500;
/** Longest description of a picture. */
export const ALT_MAX = 500;

const link = z.strictObject({
  url: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).max(2_048),
  label: plainText(LABEL_MAX).min(1),
});

const audience = z.strictObject({
  channels: z.array(z.enum(CHANNEL_IDS)).min(1).max(CHANNEL_IDS.length).optional(),
  topics: topicsSchema.optional(),
});

/** Only those whom an earlier broadcast did not reach. */
const missed = {
  /** Its id; it has ended */
  of: z.string().regex(/^[0-9a-f]{24}$/, 'must be the id of a broadcast'),
  /** Also those of whom nobody knows whether they got it: some will read it twice */
  includeUnknown: z.boolean(),
};

/** Given when it is written, and for good */
const publicationId = z.string().regex(/^[0-9a-f]{24}$/, 'must be the id of a publication');

/** @param allowLoopbackMedia sandbox: the demonstration pictures are on this machine */
export function broadcastSchemas(allowLoopbackMedia: boolean) {
  const fields = {
    kind: z.enum(BROADCAST_KINDS),
    title: plainText(TITLE_MAX).min(1),
    text: plainText(TEXT_MAX).min(1),
    link: link.nullable(),
    media: z
      .array(
        z.strictObject({
          url: z
            .string()
            .max(2_048)
            .refine((url) => isPictureAddress(url, allowLoopbackMedia), 'must be an https address'),
          alt: plainText(ALT_MAX),
        }),
      )
      .max(10),
    buttons: z.array(link).max(6),
    audience,
    sendAt: z.iso
      .datetime({ offset: true })
      .transform((text) => new Date(text))
      .nullable(),
    delivery: z.enum(['instant', 'digest']),
    ignoreQuietHours: z.boolean(),
  };
  return {
    /** A new broadcast: kind, title and text are needed. */
    input: z
      .strictObject({ ...fields, ...missed, publicationId })
      .partial()
      .required({ kind: true, title: true, text: true })
      .refine(({ of, includeUnknown }) => of !== undefined || includeUnknown === undefined, {
        path: ['includeUnknown'],
        message: 'has a meaning only with `of`',
      })
      .transform(
        ({ of, includeUnknown = false, ...given }): BroadcastInput => ({
          ...given,
          link: given.link ?? undefined,
          media: given.media ?? [],
          buttons: given.buttons ?? [],
          audience: { ...given.audience, ...(of && { missed: { broadcastId: of, includeUnknown } }) },
          sendAt: given.sendAt ?? undefined,
          delivery: given.delivery,
          ignoreQuietHours: given.ignoreQuietHours ?? false,
        }),
      ),
    /** Changes to a draft: what is absent stays; null takes a link or a time away. */
    changes: z
      .strictObject(fields)
      .partial()
      .transform(({ link: newLink, sendAt, ...given }): Partial<BroadcastInput> => {
        const others = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
        return {
          ...others,
          ...(newLink === undefined ? {} : { link: newLink ?? undefined }),
          ...(sendAt === undefined ? {} : { sendAt: sendAt ?? undefined }),
        };
      }),
  };
}

export type BroadcastSchemas = ReturnType<typeof broadcastSchemas>;

export const approvalInput = z.strictObject({
  /** The content the approver saw */
  hash: z.string().max(128).optional(),
  undoSeconds: z.int().min(0).max(600).optional(),
  /** Why there is no second person where one is needed */
  emergencyReason: plainText(REASON_MAX).min(1).optional(),
});

export const testInput = z.strictObject({
  to: z
    .array(z.strictObject({ channel: z.enum(CHANNEL_IDS), address: addressSchema }))
    .min(1)
    .max(20),
});

/** What is right instead, for somebody else to let go. */
export const proposalInput = z.strictObject({ text: plainText(TEXT_MAX).min(1) });

/** What is right instead. */
export const correctionInput = proposalInput.extend({
  /** As of an approval */
  emergencyReason: plainText(REASON_MAX).min(1).optional(),
});

/** Why it is taken back, for everybody to read. */
export const recallInput = z.strictObject({ reason: plainText(REASON_MAX).min(1).optional() });

/** Whether a picture may be fetched from there: from the web over https; in the sandbox from this machine, too. */
export function isPictureAddress(url: string, allowLoopback: boolean): boolean {
  return isHttps(url) || (allowLoopback && isLoopback(url));
}

function isHttps(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'https:';
}

function isLoopback(text: string): boolean {
  return URL.canParse(text) && /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?\//.test(new URL(text).href);
}
