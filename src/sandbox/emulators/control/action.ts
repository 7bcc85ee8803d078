import { z } from 'zod';

const bytes = z.base64().transform((text) => new Uint8Array(Buffer.from(text, 'base64')));
const file = {
  bytes,
  fileName: z.string().max(255).optional(),
  contentType: z.string().max(255).optional(),
  caption: z.string().max(1024).optional(),
};
const place = { latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) };
const button = { row: z.int().min(0), column: z.int().min(0) };

/** What a resident does with the phone: the body of `POST …/actions`, bytes in base64. */
export const phoneAction = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('start'), payload: z.string().max(64).optional() }),
  z.object({ kind: z.literal('say'), text: z.string().min(1).max(20_000), replyTo: z.string().optional() }),
  z.object({ kind: z.literal('press'), messageId: z.string(), ...button }),
  z.object({ kind: z.literal('press-key'), ...button, place: z.object(place).optional() }),
  z.object({ kind: z.literal('photo'), ...file }),
  z.object({ kind: z.literal('album'), photos: z.array(z.object(file)).min(2).max(10) }),
  z.object({ kind: z.literal('video'), ...file }),
  z.object({ kind: z.literal('document'), ...file }),
  z.object({ kind: z.literal('voice'), ...file, durationSeconds: z.number().positive().optional() }),
  z.object({ kind: z.literal('sticker') }),
  z.object({ kind: z.literal('place'), ...place }),
  z.object({
    kind: z.literal('contact'),
    other: z.object({ name: z.string(), phone: z.string() }).optional(),
  }),
  z.object({ kind: z.literal('edit'), messageId: z.string(), text: z.string().min(1).max(4096) }),
  z.object({ kind: z.literal('other'), content: z.record(z.string(), z.unknown()) }),
  z.object({ kind: z.literal('block') }),
  z.object({ kind: z.literal('unblock') }),
  z.object({ kind: z.literal('seen') }),
]);

export type PhoneAction = z.output<typeof phoneAction>;
