import type { FeedAlarm } from '../../domain/feed.js';
import type { Comparison } from './compare.js';
import { hashOf } from './identity.js';
import type { FeedItem } from './reader.js';

const DAY_MS = 24 * 60 * 60_000;
/** Editors date a material of Friday by Friday when they put it up on Monday; what is older is news no more. */
const LATE_MS = 3 * DAY_MS;
/** Editors put up a few old materials now and then; more of them at once are the site's past come again. */
const LATE_FEW = 4;
/** As many new items at once: the seed's department writes 15 a day. */
const FLOOD = 50;
/** As many changed texts at once: somebody has changed the site, not its news. */
const REWRITTEN = 10;
/** A few news may repeat each other word by word; this many may not, when they are half of what is new. */
const REPEATED = 3;

export interface SuspicionContext {
  /** Last look that found the feed in order */
  readonly goodAt: Date;
  /** Words that the feed has brought before, see `identity.ts` */
  readonly knownHashes: ReadonlySet<string>;
}

/** Why nothing of this may be posted before a person has looked; undefined when nothing is strange. */
export function suspicionOf(
  { fresh, edited }: Comparison,
  { goodAt, knownHashes }: SuspicionContext,
): Pick<FeedAlarm, 'code' | 'reason'> | undefined {
  const late = fresh.filter((item) => isLate(item, goodAt)).length;
  if (late > LATE_FEW)
    return { code: 'past', reason: `Як нові прийшли матеріали з давніми датами: ${late}. ${HELD}` };
  const repeated = fresh.filter((item) => knownHashes.has(hashOf(item))).length;
  if (repeated >= REPEATED && repeated * 2 >= fresh.length)
    return {
      code: 'past',
      reason: `Відомі матеріали прийшли вдруге під новими адресами: ${repeated}. ${HELD}`,
    };
  if (fresh.length > FLOOD)
    return {
      code: 'flood',
      reason: `Одразу прийшло більше нових матеріалів, ніж пише відділ: ${fresh.length}. ${HELD}`,
    };
  if (edited.length >= REWRITTEN)
    return {
      code: 'rewritten',
      reason: `На сайті одразу змінилися тексти багатьох матеріалів: ${edited.length}. ${HELD}`,
    };
  return undefined;
}

/** Whether a new item is dated so long before the last good look that it is for the register, and not for people. */
export function isLate({ publishedAt }: Pick<FeedItem, 'publishedAt'>, goodAt: Date): boolean {
  return publishedAt !== undefined && publishedAt.getTime() < goodAt.getTime() - LATE_MS;
}

const HELD =
  'Нічого не опубліковано. Перевірте сайт; якщо так і має бути, прийміть це як минуле – без розсилки.';
