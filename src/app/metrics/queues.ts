import { Gauge, type Registry } from 'prom-client';
import type { Queue } from '../../storage/queue-lengths.js';

/** How much waits in each queue and how long the first has waited, looked up when somebody asks. */
export function measureQueues(
  registry: Registry,
  read: () => Promise<readonly Queue[]>,
  real: () => Date,
): void {
  const waiting = new Gauge({
    name: 'visnyk_queue_waiting',
    help: 'Rows that wait: what residents wrote, receipts, replies not sent yet; 10,000 at most are counted',
    labelNames: ['queue', 'channel'],
    registers: [registry],
    async collect() {
      for (const { name: queue, channel, count, since } of await read()) {
        waiting.set({ queue, channel }, count);
        const ageMs = since ? Math.max(0, real().getTime() - since.getTime()) : 0;
        oldest.set({ queue, channel }, ageMs / 1_000);
      }
    },
  });
  const oldest = new Gauge({
    name: 'visnyk_queue_oldest_seconds',
    help: 'How long the first row of the queue has waited',
    labelNames: ['queue', 'channel'],
    registers: [registry],
  });
}
