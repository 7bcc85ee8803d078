import { z } from 'zod';
import { CHANNEL_IDS } from '../../domain/channel-id.js';
import { LOCALES } from '../../domain/locale.js';
import { plainText } from '../plain-text.js';
import { topicSchema } from '../topics/input.js';

/**
 * A person's id in their messenger: opaque to us, except that it has to fit into a request.
 * Telegram: a number as text, up to 52 bits. Viber: up to 24 characters of base64 today.
 */
export const addressSchema = z
  .string()
  .regex(/^[\x21-\x7e]{1,128}$/, 'must be 1 to 128 ASCII characters without spaces');

/** Groups and channels have negative ids; `@name` is a public one (https://core.telegram.org/bots/api#sendmessage). */
const TELEGRAM_GROUP = /^[-@]/;

export const topicsSchema = z.array(topicSchema).max(100).transform(unique);

/** One line of an import. Groups and channels of Telegram are no subscribers: no word of ours goes there. */
export const importedSubscriber = z
  .strictObject({
    channel: z.enum(CHANNEL_IDS),
    address: addressSchema,
    name: plainText(200).optional(),
    locale: z.enum(LOCALES).optional(),
    topics: topicsSchema.optional(),
  })
  .refine(({ channel, address }) => channel !== 'telegram' || !TELEGRAM_GROUP.test(address), {
    path: ['address'],
    message: 'must be a person, not a group or a channel',
  });

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
