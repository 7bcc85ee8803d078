import type { Broadcast } from '../../domain/broadcast.js';
import type { ChannelId } from '../../domain/channel-id.js';
import type { PublicationStore } from './store.js';

/**
 * Marks the publication of a broadcast that is being sent: where it is out, and since when. Once for each broadcast
 * and process: after a crash once more, which changes nothing.
 *
 * @param connected messengers we have a token for
 */
export function createSentMarks(
  store: Pick<PublicationStore, 'markSent'>,
  connected: readonly ChannelId[],
): (broadcast: Broadcast) => Promise<void> {
  const marked = new Set<string>();
  return async ({ id, publicationId, audience, startedAt }) => {
    if (publicationId === undefined || startedAt === undefined || marked.has(id)) return;
    for (const channel of audience.channels ?? connected)
      await store.markSent(publicationId, channel, startedAt);
    marked.add(id);
  };
}
