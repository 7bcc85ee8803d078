import { type Broadcast, subjectId } from '../domain/broadcast.js';
import type { ChannelId } from '../domain/channel-id.js';
import type { OutgoingContent } from '../domain/content.js';
import type { Locale } from '../domain/locale.js';
import { localDay } from '../lib/city-time.js';
import { broadcastContent, correctionContent } from '../services/broadcasts/content.js';
import { withCountedLinks } from '../services/broadcasts/links.js';
import { dayAndMonthIn, fullDay } from '../services/dialogue/dates.js';
import { speaker } from '../services/dialogue/texts.js';

export interface BroadcastContentsDeps {
  readonly publicUrl: string | undefined;
  /** Permanent page of a broadcast as the outside reaches it; undefined while it cannot */
  readonly page: (broadcastId: string) => string | undefined;
  readonly timeZone: string;
}

/** Z1 without the days that are left: people read it on any of them. */
function discussionOf({ discussion }: Broadcast, locale: Locale): string {
  if (!discussion) return '';
  return speaker(locale)('draft.until', { until: fullDay({ locale }, discussion.until) });
}

/** Broadcasts in the resident's language: with counted links, the page of all pictures and what stands around the text. */
export function createBroadcastContents({ publicUrl, page, timeZone }: BroadcastContentsDeps) {
  return { contentOf, contentIn };

  function contentOf(broadcast: Broadcast, locale: Locale): OutgoingContent {
    const say = speaker(locale);
    const words = {
      read: say('news.read'),
      less: say('news.less'),
      comment: say('draft.comment'),
      discussion: discussionOf(broadcast, locale),
      allPictures: say('news.allPictures'),
    };
    const known = { ...broadcast, id: subjectId(broadcast) };
    // Without an outside address nobody could follow a counted link; a draft's links are not kept yet.
    const isCounted = publicUrl !== undefined && broadcast.status !== 'draft';
    const sent = isCounted ? withCountedLinks(known, publicUrl) : known;
    return broadcastContent(sent, { ...words, page: page(known.id) });
  }

  /** The same as a messenger brings it: where the first message cannot be changed, a correction is one of its own. */
  function contentIn(broadcast: Broadcast, channel: ChannelId, locale: Locale): OutgoingContent {
    const content = contentOf(broadcast, locale);
    const { amends, title } = broadcast;
    if (amends?.ways[channel] !== 'message') return content;
    const say = speaker(locale);
    const date = dayAndMonthIn(locale, localDay(amends.sentAt, timeZone));
    return correctionContent(content, {
      heading: say('correction.heading', { title, date }),
      apology: say('correction.apology'),
    });
  }
}
