import type { Broadcast } from '../../domain/broadcast.js';
import type { OutgoingContent } from '../../domain/content.js';
import type { Locale } from '../../domain/locale.js';
import type { ReadDigestEdit } from '../digest/edit.js';
import type { MessageChange } from '../outbox/renderings.js';
import type { BroadcastStore } from './store.js';

export interface MessageChangeDeps {
  readonly store: Pick<BroadcastStore, 'get'>;
  readonly contentOf: (broadcast: Broadcast, locale: Locale) => OutgoingContent;
  readonly digest: ReadDigestEdit;
}

/** What an amendment makes of the messages that people have. @param editsDigest as on the row */
export function createReadChange({ store, contentOf, digest }: MessageChangeDeps) {
  return async (id: string, locale: Locale, editsDigest?: string): Promise<MessageChange | undefined> => {
    const amendment = await store.get(id);
    if (amendment?.amends === undefined) return undefined;
    const { action, broadcastId } = amendment.amends;
    const edited = editsDigest === undefined ? undefined : await digest(editsDigest);
    if (edited) return edited;
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
