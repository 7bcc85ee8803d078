import type { Broadcast } from '../../domain/broadcast.js';
import type { OutgoingContent } from '../../domain/content.js';
import type { Locale } from '../../domain/locale.js';
import type { TopicInfo } from '../../domain/topic.js';
import { localDay } from '../../lib/city-time.js';
import type { CurrentBroadcast } from '../broadcasts/newest.js';
import { dayAndMonthIn } from '../dialogue/dates.js';
import { speaker } from '../dialogue/texts.js';
import { digestItem, digestText } from './compose.js';
import type { Digest } from './store.js';

export interface DigestContentDeps {
  /** A broadcast that is alone in its digest goes as any other */
  readonly contentOf: (broadcast: Broadcast, locale: Locale) => OutgoingContent;
  readonly organisation: () => Promise<{ readonly cityName: string }>;
  readonly topics: () => Promise<readonly TopicInfo[]>;
  readonly timeZone: string;
  /** Permanent page of a broadcast as the outside reaches it; undefined while it cannot */
  readonly page: (broadcastId: string) => string | undefined;
}

/**
 * N2 of the dialogue: one message that stands for several broadcasts, as they are by now.
 * @param broadcasts oldest first, at least one
 */
export type ReadDigestContent = (
  broadcasts: readonly CurrentBroadcast[],
  digest: Pick<Digest, 'locale' | 'madeAt'>,
) => Promise<OutgoingContent>;

export function createDigestContent(deps: DigestContentDeps): ReadDigestContent {
  const { contentOf, organisation, topics, timeZone, page } = deps;

  return async (broadcasts, { locale, madeAt }) => {
    const [only, ...others] = broadcasts;
    if (only && others.length === 0) return contentOf(only, locale);
    const [{ cityName }, ofCity] = await Promise.all([organisation(), topics()]);
    const say = speaker(locale);
    const day = dayAndMonthIn(locale, localDay(madeAt, timeZone));
    const hasPages = broadcasts.every(({ id }) => page(id) !== undefined);
    const items = broadcasts.map((broadcast) => digestItem(broadcast, page(broadcast.id), madeAt));
    const text = digestText(items, {
      heading: say('digest.heading', { place: [cityName, day].filter(Boolean).join(', ') }),
      topics: ofCity.map(({ id, names }) => ({ id, name: names[locale] })),
      more: (count) =>
        say(hasPages ? 'digest.more' : 'digest.moreInChat', { count, button: say('menu.news') }),
      corrected: say('digest.corrected'),
      recalled: say('digest.recalled'),
    });
    const less = { label: say('news.less'), action: { kind: 'command', data: 'less' } } as const;
    return { format: 'markup', text, keyboard: { placement: 'message', rows: [[less]] } };
  };
}
