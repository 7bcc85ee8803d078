import type { OutgoingContent } from '../../domain/content.js';
import type { Locale } from '../../domain/locale.js';
import type { Channel, RenderedMessage } from './channel.js';

/** Broadcasts rendered and kept: content × locale. */
const KEPT_MAX = 50;

export interface RenderingsDeps {
  readonly channel: Pick<Channel, 'render'>;
  readonly content: (broadcastId: string, locale: Locale) => Promise<OutgoingContent | undefined>;
}

/** Broadcasts as one messenger gets them, rendered once per language: their content is frozen by then. */
export function createRenderings({ channel, content }: RenderingsDeps) {
  const kept = new Map<string, RenderedMessage>();
  return async (broadcastId: string, locale: Locale): Promise<RenderedMessage | undefined> => {
    const key = `${broadcastId} ${locale}`;
    const known = kept.get(key);
    if (known) return known;
    const found = await content(broadcastId, locale);
    if (!found) return undefined;
    if (kept.size >= KEPT_MAX) kept.clear();
    const message = channel.render(found);
    kept.set(key, message);
    return message;
  };
}
