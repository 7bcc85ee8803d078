import { describe, expect, it } from 'vitest';
import type { Receipt } from '../../../../src/domain/inbound-event.js';
import { ReceiptWorker, type ReceiptWorkerDeps } from '../../../../src/services/intake/receipt-worker.js';
import type { InboxRow } from '../../../../src/services/intake/store.js';
import { silentLogger } from '../../../support/silent-logger.js';
import { until } from '../../../support/until.js';

const NOON = new Date('2026-11-23T12:00:00Z');

function receipt(messageId: string): Receipt {
  const { channel, address } = { channel: 'viber', address: 'Олена' } as const;
  return { kind: 'receipt', channel, address, messageId, status: 'seen', reason: undefined, at: NOON };
}

/** Receipts `m0`, `m1`… that came at noon wait in the inbox. */
function anInbox(count: number) {
  const rows = new Map<string, InboxRow>();
  for (let i = 0; i < count; i += 1) {
    const row = { id: `${i}`, channel: 'viber', person: 'Олена', body: `m${i}`, attempt: 0 } as const;
    rows.set(row.id, { ...row, receivedAt: NOON });
  }
  const updates: number[] = [];
  const store: ReceiptWorkerDeps['store'] = {
    waiting: async (_channel, _queue, { ids }, limit) =>
      [...rows.values()].filter(({ id }) => !ids.includes(id)).slice(0, limit),
    async markDone(ids) {
      updates.push(ids.length);
      for (const id of ids) rows.delete(id);
    },
  };
  return { rows, store, updates };
}

/** Works until nothing waits. @returns the ids of the messages told of, look by look */
async function workThrough(
  inbox: ReturnType<typeof anInbox>,
  early: (look: number) => boolean,
  ageMs = 0,
): Promise<string[][]> {
  const looks: string[][] = [];
  const stopping = new AbortController();
  const worker = new ReceiptWorker({
    channel: { id: 'viber', parse: (body) => (body === 'm9' ? undefined : receipt(body)) },
    store: inbox.store,
    outbox: {
      async applyReceipts(_channel, receipts) {
        if (receipts.length > 0) looks.push(receipts.map(({ messageId }) => messageId));
        return new Set(early(looks.length) ? receipts : []);
      },
    },
    now: () => new Date(NOON.getTime() + ageMs),
    real: () => NOON,
    log: silentLogger,
  });
  const running = worker.run(stopping.signal);
  try {
    await until('the inbox to be empty', () => inbox.rows.size === 0);
  } finally {
    stopping.abort();
    await running;
  }
  return looks;
}

describe('ReceiptWorker', () => {
  it('applies hundreds at a time and marks them done together', async () => {
    const inbox = anInbox(500);
    await workThrough(inbox, () => false);
    expect(inbox.updates).toEqual([200, 200, 100]);
  });

  it('tries one again whose send is not written down yet, and keeps it in the inbox until then', async () => {
    const looks = await workThrough(anInbox(1), (look) => look < 3);
    expect(looks).toEqual([['m0'], ['m0'], ['m0']]);
  });

  it('does not wait for the send of a receipt that came long ago', async () => {
    const looks = await workThrough(anInbox(1), () => true, 3_001);
    expect(looks).toEqual([['m0']]);
  });

  it('goes on with others meanwhile, and is done with what tells nothing', async () => {
    const looks = await workThrough(anInbox(10), (look) => look < 2);
    expect(looks.flat()).not.toContain('m9');
  });

  it('asks again when the database does not answer', async () => {
    let failures = 0;
    const early = () => {
      if (failures > 0) return false;
      failures += 1;
      throw new Error('no database');
    };
    expect(await workThrough(anInbox(1), early)).toEqual([['m0'], ['m0']]);
  });
});
