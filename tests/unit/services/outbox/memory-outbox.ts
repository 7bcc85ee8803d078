import type { DeliveryStatus } from '../../../../src/domain/delivery.js';
import type { OutboxRow } from '../../../../src/services/outbox/row.js';
import type { OutboxStore } from '../../../../src/services/outbox/store.js';

interface KeptRow {
  row: OutboxRow;
  status: DeliveryStatus;
  code: string | undefined;
}

/** Messages and deliveries in memory, behind the outbox's own port; one holder. */
export function memoryOutbox(messages: readonly OutboxRow[]) {
  const kept = new Map<string, KeptRow>(
    messages.map((row) => [row.id, { row, status: 'queued', code: undefined }]),
  );
  const move = (from: DeliveryStatus, to: DeliveryStatus) => {
    for (const entry of kept.values()) if (entry.status === from) entry.status = to;
  };
  const store: OutboxStore = {
    recover: async () => move('sending', 'unknown'),
    async claim(_channel, { source }, limit) {
      const due = [...kept.values()]
        .filter(({ row, status }) => row.source === source && status === 'queued')
        .slice(0, limit);
      for (const entry of due) entry.status = 'leased';
      return due.map(({ row }) => row);
    },
    claimBatches: async () => [],
    async markSending(rows) {
      const mine = rows.filter(({ id }) => kept.get(id)?.status === 'leased');
      for (const row of mine) kept.set(row.id, { row, status: 'sending', code: undefined });
      return new Set(mine.map(({ id }) => id));
    },
    async settle(outcomes) {
      for (const { row, status, code, part = row.part, attempt = row.attempt } of outcomes)
        kept.set(row.id, { row: { ...row, part, attempt }, status, code });
    },
    takeBack: async () => undefined,
    async giveBack(rows) {
      for (const { id } of rows) {
        const entry = kept.get(id);
        if (entry?.status === 'leased') entry.status = 'queued';
      }
    },
    releaseLeased: async () => move('leased', 'queued'),
    applyReceipts: async () => new Set(),
    pausedUntil: async () => undefined,
    pauseUntil: async () => undefined,
    trouble: async () => undefined,
    saveTrouble: async () => undefined,
  };
  return {
    store,
    stateOf: (id: string) => kept.get(id),
    count: (status: DeliveryStatus) => [...kept.values()].filter((entry) => entry.status === status).length,
    add: (row: OutboxRow) => kept.set(row.id, { row, status: 'queued', code: undefined }),
  };
}
