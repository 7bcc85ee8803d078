import { z } from 'zod';
import { FEED_KINDS, FEED_MODES, INTERVAL_MINUTES } from '../../domain/feed.js';
import { TOPICS } from '../../domain/topic.js';
import { plainText } from '../plain-text.js';

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
  topic: z.enum(TOPICS),
  mode: z.enum(FEED_MODES),
  intervalMinutes: z.int().min(INTERVAL_MINUTES.min).max(INTERVAL_MINUTES.max),
});
