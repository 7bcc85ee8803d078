import type { Amendment, AmendmentAction } from '../../domain/amendment.js';
import type { Broadcast } from '../../domain/broadcast.js';
import type { OutgoingContent } from '../../domain/content.js';
import type { Locale } from '../../domain/locale.js';
import { Refusal } from '../../domain/refusal.js';
import type { Actor } from '../../domain/role.js';
import type { Clocks } from '../../lib/clocks.js';
import type { Channel } from '../outbox/channel.js';
import { amendmentWays } from './amendment-ways.js';
import type { Broadcasts } from './broadcasts.js';
import { contentOnly } from './drafts.js';
import { contentHash } from './hash.js';
import { countedLinks, type LinkStore } from './links.js';
import { withNewestText } from './newest.js';
import { allow, notNow, type Steps } from './steps.js';
import type { BroadcastStore } from './store.js';
import type { ViewOf } from './view.js';

export interface AmendmentsDeps {
  readonly store: Pick<BroadcastStore, 'amendmentsOf' | 'insertAmendment' | 'move' | 'skipWaiting'>;
  readonly channels: readonly Pick<Channel, 'id' | 'changes'>[];
  readonly contentOf: (broadcast: Broadcast, locale: Locale) => OutgoingContent;
  readonly links: Pick<LinkStore, 'keep'>;
  readonly clocks: Clocks;
  readonly steps: Steps;
  readonly viewOf: ViewOf;
  /** A status changed: the driver and the senders should look */
  readonly nudge: () => void;
}

/**
 * Correcting and recalling what people have. Each is a broadcast of its own that amends the first: planned, sent and
 * counted by the same machinery, with its own rows, so that the counts of the first stay what they were.
 */
export function createAmendments(deps: AmendmentsDeps): Pick<Broadcasts, 'correct' | 'recall'> {
  const { store, clocks, steps } = deps;

  return {
    async correct(id, text, actor) {
      allow(actor, 'broadcasts.approve');
      const first = await amendable(id);
      if (first.status === 'paused')
        throw notNow(first, 'Спершу продовжте або скасуйте призупинену розсилку.');
      const earlier = await store.amendmentsOf([id]);
      if (withNewestText(first, earlier).text === text)
        throw new Refusal('invalid', 'broadcast.same-text', 'Текст такий самий: виправляти нічого.');
      await amend(first, { ...first, text }, { action: 'correction', reason: undefined }, earlier, actor);
      return deps.viewOf(first);
    },

    async recall(id, reason, actor) {
      allow(actor, 'broadcasts.approve');
      const first = await amendable(id);
      const earlier = await store.amendmentsOf([id]);
      const newest = withNewestText(first, earlier);
      // What has not left must not; those in flight are waited for before anything is deleted.
      const stopped = await store.move(id, ['sending', 'paused'], 'cancelled', {});
      if (stopped) await store.skipWaiting(id, clocks.real());
      await amend(first, newest, { action: 'recall', reason }, earlier, actor);
      return deps.viewOf(stopped ?? first);
    },
  };

  async function amendable(id: string): Promise<Broadcast> {
    const first = await steps.found(id);
    if (first.amends)
      throw new Refusal('conflict', 'broadcast.is-amendment', 'Це вже виправлення. Змінюйте саму розсилку.');
    if (first.startedAt === undefined)
      throw notNow(first, 'Цю розсилку ще ніхто не отримав: змініть її саму.');
    if (first.recalledAt) throw recalled();
    return first;
  }

  async function amend(
    first: Broadcast,
    newest: Broadcast,
    { action, reason }: Pick<Amendment, 'action' | 'reason'>,
    earlier: readonly Broadcast[],
    actor: Actor,
  ): Promise<void> {
    if (earlier.some(({ amends }) => amends?.action === 'recall')) throw recalled();
    const ways = amendmentWays(
      {
        original: deps.contentOf(first, 'uk'),
        corrected: action === 'recall' ? undefined : deps.contentOf(newest, 'uk'),
        earlier: earlier.flatMap(({ amends }) => amends?.ways ?? []),
      },
      deps.channels,
    );
    const sentAt = first.startedAt ?? clocks.now();
    const amends = { broadcastId: first.id, number: earlier.length + 1, action, sentAt, ways, reason };
    await deps.links.keep(countedLinks(newest));
    const amendment = await store.insertAmendment(begun(newest, amends, actor));
    if (!amendment)
      throw new Refusal(
        'conflict',
        'broadcast.amended-meanwhile',
        'Розсилку щойно змінив хтось інший. Перегляньте її ще раз.',
      );
    await record(action, first, amendment, actor);
    deps.nudge();
  }

  /** It leaves at once: whoever may correct may also approve. */
  function begun(newest: Broadcast, amends: Amendment, actor: Actor): Omit<Broadcast, 'id'> {
    const now = clocks.now();
    const { missed: _missed, ...audience } = newest.audience;
    const content = { ...contentOnly(newest), audience, sendAt: undefined, delivery: 'instant' as const };
    const hash = contentHash(content);
    return {
      ...content,
      amends,
      status: 'sending',
      hash,
      createdBy: actor.id,
      createdAt: now,
      editedBy: actor.id,
      approvals: [{ by: actor.id, hash, at: now }],
      undoUntil: undefined,
      pauseReason: undefined,
      startedAt: now,
      finishedAt: undefined,
    };
  }

  function record(action: AmendmentAction, first: Broadcast, amendment: Broadcast, actor: Actor) {
    return steps.recordAmendment(actor, action === 'recall' ? 'recall' : 'correct', first, amendment);
  }
}

function recalled(): Refusal {
  return new Refusal('conflict', 'broadcast.recalled', 'Це повідомлення вже відкликано.');
}
