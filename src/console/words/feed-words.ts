import type { Feed, FeedMode } from '../../domain/feed.js';
import type { BadgeTone } from '../components/badge.js';

export const FEED_MODE_WORDS: Readonly<Record<FeedMode, string>> = {
  draft: 'Нове стає чернеткою',
  digest: 'Нове йде в добірку дня',
  send: 'Нове надсилається одразу',
};

/** How a feed is, in a word or two. */
export function feedState({ isPaused, alarm, failures, importedAt }: Feed): {
  text: string;
  tone: BadgeTone;
} {
  if (isPaused) return { text: 'Призупинено', tone: 'quiet' };
  if (alarm) return { text: 'Тривога', tone: 'bad' };
  if (failures > 0) return { text: 'Не відповідає', tone: 'warn' };
  return importedAt ? { text: 'Працює', tone: 'ok' } : { text: 'Ще без матеріалів', tone: 'quiet' };
}
