import type { Broadcast } from '../../domain/broadcast.js';
import type { OutgoingContent } from '../../domain/content.js';
import type { Locale } from '../../domain/locale.js';
import { localDay } from '../../lib/city-time.js';
import { dayAndMonthIn } from '../dialogue/dates.js';
import { speaker } from '../dialogue/texts.js';
import { digestItem, digestText } from './compose.js';

export interface DigestSetting {
  readonly locale: Locale;
  /** May be empty */
  readonly cityName: string;
  readonly timeZone: string;
  /** The city's clock */
  readonly now: Date;
  /** Permanent page of a broadcast as the outside reaches it; undefined while it cannot */
  readonly page: (broadcastId: string) => string | undefined;
}

/**
 * N2 of the dialogue: one message that stands for several broadcasts.
 *
 * @param broadcasts oldest first, at least one
 */
export function digestContent(broadcasts: readonly Broadcast[], setting: DigestSetting): OutgoingContent {
  const say = speaker(setting.locale);
  const day = dayAndMonthIn(setting.locale, localDay(setting.now, setting.timeZone));
  const text = digestText(
    broadcasts.map((broadcast) => digestItem(broadcast, setting.page(broadcast.id))),
    {
      heading: say('digest.heading', { place: [setting.cityName, day].filter(Boolean).join(', ') }),
      topic: (topic) => say(`topic.${topic}`),
      more: (count) => say('digest.more', { count }),
    },
  );
  const less = { label: say('news.less'), action: { kind: 'command', data: 'less' } } as const;
  return { format: 'markup', text, keyboard: { placement: 'message', rows: [[less]] } };
}
