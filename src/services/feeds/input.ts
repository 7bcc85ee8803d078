import { z } from 'zod';
import { FEED_KINDS, FEED_MODES, INTERVAL_MINUTES } from '../../domain/feed.js';
import { plainText } from '../plain-text.js';
import { topicSchema } from '../topics/input.js';

/** Longest name of a feed. */
const NAME_MAX = 100;

/** Address of a feed; whether it may be fetched is seen when it is. */
export const feedUrl = z
  .string()
  .trim()
  .max(2_048)
  .pipe(z.url({ protocol: /^https?$/ }));

/** What staff decide about a feed. */
export const feedInput = z.strictObject({
  name: plainText(NAME_MAX).min(1),
  url: feedUrl,
  kind: z.enum(FEED_KINDS),
  topic: topicSchema,
  mode: z.enum(FEED_MODES),
  intervalMinutes: z.int().min(INTERVAL_MINUTES.min).max(INTERVAL_MINUTES.max),
});
