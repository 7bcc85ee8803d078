import type { Logger } from '../lib/log.js';
import { runTogether } from '../lib/run-together.js';
import type { ReceiptWorker } from '../services/intake/receipt-worker.js';
import type { IntakeWorker } from '../services/intake/worker.js';
import { type LeaseDeps, whileHolding } from '../services/leases/leases.js';
import type { Sender } from '../services/outbox/sender.js';

/** What runs once per messenger, in whichever process holds its lease. */
export interface BotParts {
  readonly channel: string;
  readonly sender: Sender;
  readonly worker: IntakeWorker;
  readonly receipts: ReceiptWorker;
  /** Long polling; absent where updates come by webhook */
  readonly poll: ((signal: AbortSignal) => Promise<void>) | undefined;
  readonly leases: LeaseDeps;
  readonly log: Logger;
}

export interface Bot {
  /** Something may be due to be sent */
  nudgeSender(): void;
  /** Something was received */
  nudgeWorker(): void;
  stop(): Promise<void>;
}

/** Starts a messenger: sending, the inbox and polling, together or not at all. */
export function startBot({ channel, sender, worker, receipts, poll, leases, log }: BotParts): Bot {
  const holding = whileHolding(leases, `bot:${channel}`, async (lease) => {
    log.debug({ channel, fence: lease.fence }, 'bot: this process sends now');
    await runTogether(lease.signal, [
      (signal) => sender.run({ ...lease, signal }),
      (signal) => worker.run(signal),
      (signal) => receipts.run(signal),
      ...(poll ? [poll] : []),
    ]);
  });
  return {
    nudgeSender: () => sender.nudge(),
    nudgeWorker() {
      worker.nudge();
      receipts.nudge();
    },
    stop: holding.stop,
  };
}
