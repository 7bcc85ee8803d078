import type { Broadcast } from '../../domain/broadcast.js';
import type { ChannelId } from '../../domain/channel-id.js';
import type { PublicationStore } from './store.js';

/**
 * Marks the publication of a broadcast that begins to be sent: where it is out, and since when. Again changes nothing.
 *
 * @param connected messengers we have a token for
 */
export function createSentMarks(
  store: Pick<PublicationStore, 'markSent'>,
  connected: readonly ChannelId[],
): (broadcast: Broadcast) => Promise<void> {
  return async ({ publicationId, audience, startedAt }) => {
    if (publicationId === undefined || startedAt === undefined) return;
    for (const channel of audience.channels ?? connected)
      await store.markSent(publicationId, channel, startedAt);
  };
}
