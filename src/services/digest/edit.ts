import type { ReadCurrent } from '../broadcasts/newest.js';
import type { MessageChange } from '../outbox/renderings.js';
import type { ReadDigestContent } from './content.js';
import type { DigestStore } from './store.js';

export interface DigestEditDeps {
  readonly store: Pick<DigestStore, 'sent'>;
  readonly broadcast: ReadCurrent;
  readonly contentOf: ReadDigestContent;
}

/**
 * What becomes of a digest that a person has: it says how its items are by now. Undefined when it told of one item
 * alone: that message is like any other.
 *
 * @param key of the digest
 */
export type ReadDigestEdit = (key: string) => Promise<MessageChange | undefined>;

export function createReadDigestEdit({ store, broadcast, contentOf }: DigestEditDeps): ReadDigestEdit {
  return async (key) => {
    const digest = await store.sent(key);
    if (!digest || digest.broadcastIds.length < 2) return undefined;
    const broadcasts = (await Promise.all(digest.broadcastIds.map(broadcast))).flatMap(
      (found) => found ?? [],
    );
    const { content: original, messageCount } = digest;
    return { kind: 'edit', original, corrected: await contentOf(broadcasts, digest), messageCount };
  };
}
