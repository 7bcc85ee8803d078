import { once } from 'node:events';
import { oneAtATime } from '../lib/one-at-a-time.js';
import { startThread } from '../lib/start-thread.js';
import type { AppendicesInput } from './appendices-thread.js';

/** A month of 10,000 items takes about 5 seconds; one that takes longer than this is given up. */
const DEADLINE_MS = 60_000;
/** Beyond it the thread ends, not the service. */
const LIMITS = { maxOldGenerationSizeMb: 1_024 };

/**
 * Makes the appendices in a thread, one file at a time: the bots' event loop does not wait for a table of thousands
 * of rows.
 */
export function createAppendicesInThread() {
  const inTurn = oneAtATime();
  return ({ report: { month, lists, definitions }, timeZone }: AppendicesInput) =>
    inTurn(async (): Promise<Uint8Array<ArrayBuffer>> => {
      const workerData: AppendicesInput = { report: { month, lists, definitions }, timeZone };
      const entry = new URL('./appendices-thread.js', import.meta.url);
      const worker = startThread(entry, { workerData, resourceLimits: LIMITS });
      try {
        const [bytes] = await once(worker, 'message', { signal: AbortSignal.timeout(DEADLINE_MS) });
        return bytes;
      } finally {
        await worker.terminate();
      }
    });
}
