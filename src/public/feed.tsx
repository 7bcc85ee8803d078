import { XMLBuilder } from 'fast-xml-parser';
import type { Broadcast } from '../domain/broadcast.js';
import type { TopicInfo } from '../domain/topic.js';
import { MarkupText } from '../web/markup-text.js';
import { feedHref, topicNames } from './archive-model.js';

export interface FeedView {
  readonly councilName: string;
  readonly topics: readonly TopicInfo[];
  readonly chosen: TopicInfo | undefined;
  readonly broadcasts: readonly Broadcast[];
  /** Where readers reach us, without a final slash */
  readonly origin: string;
}

/**
 * Everything sent, as RSS 2.0: titles, texts and permanent links, the newest first.
 *
 * @see https://www.rssboard.org/rss-specification
 */
export function rssFeed({ councilName, topics, chosen, broadcasts, origin }: FeedView): string {
  const newest = broadcasts[0]?.startedAt;
  const builder = new XMLBuilder({ ignoreAttributes: false, format: true, suppressEmptyNode: true });
  return builder.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    rss: {
      '@_version': '2.0',
      '@_xmlns:atom': 'http://www.w3.org/2005/Atom',
      channel: {
        title: chosen ? `${councilName}: ${chosen.names.uk}` : councilName,
        link: `${origin}/n`,
        description: 'Повідомлення, надіслані підписникам',
        language: 'uk',
        ...(newest ? { lastBuildDate: newest.toUTCString() } : {}),
        'atom:link': {
          '@_href': `${origin}${feedHref(chosen)}`,
          '@_rel': 'self',
          '@_type': 'application/rss+xml',
        },
        item: broadcasts.map((broadcast) => ({
          title: broadcast.title,
          link: `${origin}/n/${broadcast.id}`,
          guid: `${origin}/n/${broadcast.id}`,
          pubDate: (broadcast.startedAt ?? broadcast.createdAt).toUTCString(),
          category: topicNames(broadcast, topics),
          description: String(<MarkupText source={broadcast.text} />),
        })),
      },
    },
  });
}
