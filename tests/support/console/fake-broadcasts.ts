import type { BroadcastStatus } from '../../../src/domain/broadcast.js';
import { Refusal } from '../../../src/domain/refusal.js';
import { can } from '../../../src/domain/role.js';
import {
  type BroadcastInput,
  type Broadcasts,
  type BroadcastView,
  CHANGED_MEANWHILE,
} from '../../../src/services/broadcasts/broadcasts.js';
import type { AudienceTally, ChannelTally } from '../../../src/services/subscriptions/census.js';
import { aBroadcast, NOW } from './builders.js';

const A_TALLY: ChannelTally = {
  chosen: 900,
  inDigest: 700,
  excluded: { 'other-messenger': 0, 'other-topics': 120, pending: 30, stopped: 12, unreachable: 7 },
};
const SOME_TALLY: AudienceTally = { telegram: A_TALLY, viber: { ...A_TALLY, chosen: 600 } };

/** As the channels show it now, not as it was shown before. */
function shownAnew(changes: Partial<BroadcastView>): BroadcastView {
  const { previews: _previews, warnings: _warnings, ...content } = changes;
  return aBroadcast(content);
}

/** Broadcasts in memory, with a journal of what was asked. */
export interface FakeBroadcasts extends Broadcasts {
  readonly journal: string[];
  readonly inputs: (BroadcastInput | Partial<BroadcastInput>)[];
  put(broadcast: BroadcastView): void;
}

export function fakeBroadcasts(initial: readonly BroadcastView[]): FakeBroadcasts {
  const kept = new Map(initial.map((broadcast) => [broadcast.id, broadcast]));
  const journal: string[] = [];
  const inputs: (BroadcastInput | Partial<BroadcastInput>)[] = [];

  const found = (id: string): BroadcastView => {
    const broadcast = kept.get(id);
    if (!broadcast) throw new Refusal('notFound', 'broadcast.unknown', 'Такої розсилки немає.');
    return broadcast;
  };
  const move = (id: string, words: string, status: BroadcastStatus): BroadcastView => {
    const moved = { ...found(id), status };
    journal.push(`${words} ${id}`);
    kept.set(id, moved);
    return moved;
  };

  return {
    journal,
    inputs,
    put: (broadcast) => void kept.set(broadcast.id, broadcast),
    async create(input) {
      const { media: _media, delivery, ...rest } = input;
      const created = aBroadcast({ ...rest, delivery: delivery ?? 'digest', id: `b${kept.size + 1}` });
      inputs.push(input);
      kept.set(created.id, created);
      return created;
    },
    async createForMissed(missed) {
      const { broadcastId, includeUnknown } = missed;
      journal.push(`missed of ${broadcastId}${includeUnknown ? ', unknown too' : ''}`);
      const created = {
        ...found(broadcastId),
        audience: { missed },
        status: 'draft',
        id: `b${kept.size + 1}`,
      } as const;
      kept.set(created.id, created);
      return created;
    },
    duplicate: async (id) => move(id, 'duplicate', 'draft'),
    async look({ media: _media, delivery, ...content }, _actor, id) {
      const looked = { ...(id ? found(id) : {}), ...content, ...(delivery && { delivery }) };
      return { ...shownAnew(looked), tally: SOME_TALLY };
    },
    async update(id, changes, _actor, seen) {
      if (seen && seen.hash !== found(id).hash)
        throw new Refusal('conflict', CHANGED_MEANWHILE, 'Поки ви писали, цю розсилку змінили.');
      inputs.push(changes);
      const { media: _media, delivery, ...rest } = changes;
      const updated = {
        ...found(id),
        ...rest,
        ...(delivery && { delivery }),
        hash: `hash-of-edit-${inputs.length}`,
        editedAt: NOW,
      };
      kept.set(id, updated);
      return updated;
    },
    remove: async (id) => void kept.delete(id),
    awaiting: async (actor) =>
      can(actor, 'broadcasts.approve') ? [...kept.values()].filter(({ status }) => status === 'draft') : [],
    approvalRight: async (_broadcast, actor) => (can(actor, 'broadcasts.approve') ? 'usual' : 'none'),
    async approve(id, { hash }, actor) {
      if (!can(actor, 'broadcasts.approve'))
        throw new Refusal('forbidden', 'role', 'Ваша роль цього не дозволяє.');
      if (hash !== found(id).hash) {
        throw new Refusal('conflict', 'broadcast.stale-hash', 'Розсилку змінили. Перегляньте нову редакцію.');
      }
      return move(id, `approve ${hash}`, 'sending');
    },
    undo: async (id) => move(id, 'undo', 'draft'),
    pause: async (id) => move(id, 'pause', 'paused'),
    resume: async (id) => move(id, 'resume', 'sending'),
    cancel: async (id) => move(id, 'cancel', 'cancelled'),
    correctionRight: async (_broadcast, _text, actor) =>
      can(actor, 'broadcasts.approve') ? 'usual' : 'none',
    async proposeCorrection(id, text) {
      journal.push(`propose ${id}: ${text}`);
      return found(id);
    },
    async correct(id, { text }, actor) {
      if (!can(actor, 'broadcasts.approve'))
        throw new Refusal('forbidden', 'role', 'Ваша роль цього не дозволяє.');
      journal.push(`correct ${id}: ${text}`);
      return found(id);
    },
    async recall(id, reason) {
      journal.push(`recall ${id}: ${reason}`);
      return found(id);
    },
    async test(id, to) {
      journal.push(`test ${id} ${to.map(({ channel, address }) => `${channel}:${address}`).join(' ')}`);
    },
    get: async (id) => found(id),
    list: async ({ status }) => ({
      items: [...kept.values()].filter((broadcast) => status === undefined || status === broadcast.status),
      nextCursor: null,
    }),
  };
}
