import { Counter, type Registry } from 'prom-client';
import type { OutboxStore } from '../../services/outbox/store.js';

/** The store of the outbox, which also counts what becomes of each row and each silence a messenger asks for. */
export function measureOutbox(registry: Registry, store: OutboxStore): OutboxStore {
  const outcomes = new Counter({
    name: 'visnyk_outbox_outcomes_total',
    help: 'Rows of broadcasts (delivery) and messages to one person by what became of them; queued: tried again',
    labelNames: ['source', 'status'],
    registers: [registry],
  });
  const silences = new Counter({
    name: 'visnyk_outbox_silences_total',
    help: 'Times a messenger asked for silence, by its code: telegram.429 is a limit that was passed',
    labelNames: ['channel', 'code'],
    registers: [registry],
  });
  return {
    ...store,
    async settle(settled, fence) {
      await store.settle(settled, fence);
      for (const { row, status } of settled) outcomes.inc({ source: row.source, status });
    },
    async pauseUntil(channel, until, code) {
      silences.inc({ channel, code });
      await store.pauseUntil(channel, until, code);
    },
  };
}
