import type { Amendment } from '../../domain/amendment.js';
import type { Broadcast } from '../../domain/broadcast.js';
import type { OutgoingContent } from '../../domain/content.js';
import type { Locale } from '../../domain/locale.js';
import { Refusal } from '../../domain/refusal.js';
import type { Actor } from '../../domain/role.js';
import type { Clocks } from '../../lib/clocks.js';
import type { Channel } from '../outbox/channel.js';
import { amendmentWays } from './amendment-ways.js';
import { contentOnly } from './drafts.js';
import { contentHash } from './hash.js';
import { countedLinks, type LinkStore } from './links.js';
import { notNow, type Steps } from './steps.js';
import type { BroadcastStore } from './store.js';

export interface AmendingDeps {
  readonly store: Pick<BroadcastStore, 'amendmentsOf' | 'insertAmendment'>;
  readonly channels: readonly Pick<Channel, 'id' | 'changes'>[];
  readonly contentOf: (broadcast: Broadcast, locale: Locale) => OutgoingContent;
  readonly links: Pick<LinkStore, 'keep'>;
  readonly clocks: Pick<Clocks, 'now'>;
  readonly steps: Steps;
  /** A status changed: the driver and the senders should look */
  readonly nudge: () => void;
}

/** What is to be done about a broadcast that people have, and who answers for it. */
export interface Intent extends Pick<Amendment, 'action' | 'reason'> {
  /** The first one with the words it is to have */
  readonly newest: Broadcast;
  /** Who wrote them */
  readonly author: string;
  readonly approver: Actor;
  /** Set where a second person was needed and there was none */
  readonly emergencyReason?: string | undefined;
}

export type Amending = ReturnType<typeof createAmending>;

/**
 * Lets corrections and recalls leave. Each is a broadcast of its own that amends the first: planned, sent and counted by
 * the same machinery, with its own rows, so that the counts of the first stay what they were.
 */
export function createAmending({ store, channels, contentOf, links, clocks, steps, nudge }: AmendingDeps) {
  return {
    /** A broadcast that people have, with its amendments so far. @throws {Refusal} conflict, when it is none */
    async amendable(id: string) {
      const first = await steps.found(id);
      if (first.amends)
        throw new Refusal(
          'conflict',
          'broadcast.is-amendment',
          'Це вже виправлення. Змінюйте саму розсилку.',
        );
      if (first.startedAt === undefined)
        throw notNow(first, 'Цю розсилку ще ніхто не отримав: змініть її саму.');
      if (first.recalledAt) throw recalled();
      return { first, earlier: await store.amendmentsOf([id]) };
    },

    /** @throws {Refusal} conflict, when somebody else was quicker */
    async amend(first: Broadcast, earlier: readonly Broadcast[], intent: Intent): Promise<void> {
      if (earlier.some(({ amends }) => amends?.action === 'recall')) throw recalled();
      const { newest, action, reason } = intent;
      const ways = amendmentWays(
        {
          original: contentOf(first, 'uk'),
          corrected: action === 'recall' ? undefined : contentOf(newest, 'uk'),
          earlier: earlier.flatMap(({ amends }) => amends?.ways ?? []),
        },
        channels,
      );
      const sentAt = first.startedAt ?? clocks.now();
      const amends = { broadcastId: first.id, number: earlier.length + 1, action, sentAt, ways, reason };
      await links.keep(countedLinks(newest));
      const amendment = await store.insertAmendment(begun(amends, intent, clocks.now()));
      if (!amendment)
        throw new Refusal(
          'conflict',
          'broadcast.amended-meanwhile',
          'Розсилку щойно змінив хтось інший. Перегляньте її ще раз.',
        );
      await steps.recordAmendment(intent.approver, first, amendment);
      nudge();
    },
  };
}

/** It leaves at once: whoever may amend may also approve. */
function begun(amends: Amendment, intent: Intent, now: Date): Omit<Broadcast, 'id'> {
  const { newest, author, approver, emergencyReason } = intent;
  const { missed: _missed, ...audience } = newest.audience;
  const content = { ...contentOnly(newest), audience, sendAt: undefined, delivery: 'instant' as const };
  const hash = contentHash(content);
  return {
    ...content,
    discussion: amends.action === 'correction' ? newest.discussion : undefined,
    amends,
    status: 'sending',
    hash,
    createdBy: author,
    createdAt: now,
    editedBy: author,
    approvals: [{ by: approver.id, hash, at: now, ...(emergencyReason ? { emergencyReason } : {}) }],
    undoUntil: undefined,
    pauseReason: undefined,
    startedAt: now,
    finishedAt: undefined,
  };
}

function recalled(): Refusal {
  return new Refusal('conflict', 'broadcast.recalled', 'Це повідомлення вже відкликано.');
}
