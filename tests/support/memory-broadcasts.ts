import type { Broadcast } from '../../src/domain/broadcast.js';
import type { BroadcastStore } from '../../src/services/broadcasts/store.js';

/** Broadcasts in memory, without deliveries: what moves a broadcast along needs no more. */
export function memoryBroadcasts(initial: readonly Broadcast[] = []) {
  const kept = new Map(initial.map((broadcast) => [broadcast.id, broadcast]));
  /** Rows that still wait, by broadcast */
  const waiting = new Set<string>();
  const change = (id: string, changes: Partial<Broadcast>): Broadcast | undefined => {
    const before = kept.get(id);
    const after = before && { ...before, ...changes };
    if (after) kept.set(id, after);
    return after;
  };

  const store: BroadcastStore = {
    async insert(broadcast) {
      const inserted = { ...broadcast, id: `b${kept.size + 1}` };
      kept.set(inserted.id, inserted);
      return inserted;
    },
    insertAmendment: (broadcast) => store.insert(broadcast),
    amendmentsOf: async (ids) =>
      [...kept.values()].filter(({ amends }) => amends && ids.includes(amends.broadcastId)),
    propose: async (id, proposal) => change(id, { proposal }),
    markRecalled: async (id, at) => void change(id, { recalledAt: at }),
    get: async (id) => kept.get(id),
    list: async () => ({ items: [...kept.values()].reverse(), nextCursor: null }),
    inStatus: async (statuses) => [...kept.values()].filter(({ status }) => statuses.includes(status)),
    cancelledUnfinished: async () =>
      [...kept.values()]
        .filter(({ status, finishedAt }) => status === 'cancelled' && !finishedAt)
        .map(({ id }) => id),
    recentlyStarted: async () => [],
    sent: async () => ({ items: [], nextCursor: null }),
    async changeContent(id, content, hash, { by, at, seen }) {
      const { status = 'finished', hash: before } = kept.get(id) ?? {};
      if (!['draft', 'approved', 'scheduled'].includes(status)) return undefined;
      if (seen && (seen.hash !== before || (seen.isDraft && status !== 'draft'))) return undefined;
      return change(id, { ...content, hash, editedBy: by, editedAt: at, status: 'draft' });
    },
    async removeDraft(id) {
      return kept.get(id)?.status === 'draft' && kept.delete(id);
    },
    async move(id, from, to, { approval, ...set }, hash) {
      const before = kept.get(id);
      if (!before || !from.includes(before.status)) return undefined;
      if (hash !== undefined && hash !== before.hash) return undefined;
      const approvals = approval ? [...before.approvals, approval] : before.approvals;
      const given = Object.entries(set).filter(([, value]) => value !== undefined);
      return change(id, { status: to, approvals, ...Object.fromEntries(given) });
    },
    planning: async () => undefined,
    savePlanning: async () => {},
    addDeliveries: async () => {},
    counts: async () => new Map(),
    hasDue: async (id) => waiting.has(id),
    hasWaiting: async (id) => waiting.has(id),
    skipWaiting: async (id) => void waiting.delete(id),
  };
  return { store, waiting, kept };
}
