import type { Broadcast } from '../../domain/broadcast.js';
import type { OutgoingContent } from '../../domain/content.js';
import type { Locale } from '../../domain/locale.js';
import type { MessageChange } from '../outbox/renderings.js';
import type { BroadcastStore } from './store.js';

export interface MessageChangeDeps {
  readonly store: Pick<BroadcastStore, 'get'>;
  readonly contentOf: (broadcast: Broadcast, locale: Locale) => OutgoingContent;
}

/** What an amendment makes of the messages that people have. */
export function createReadChange({ store, contentOf }: MessageChangeDeps) {
  return async (id: string, locale: Locale): Promise<MessageChange | undefined> => {
    const amendment = await store.get(id);
    if (amendment?.amends === undefined) return undefined;
    const { action, broadcastId } = amendment.amends;
    if (action === 'recall') return { kind: 'delete' };
    const first = await store.get(broadcastId);
    return (
      first && {
        kind: 'edit',
        original: contentOf(first, locale),
        corrected: contentOf(amendment, locale),
      }
    );
  };
}
