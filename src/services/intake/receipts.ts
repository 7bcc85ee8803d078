import type { Receipt } from '../../domain/inbound-event.js';
import { sleep } from '../../lib/sleep.js';
import type { OutboxStore } from '../outbox/store.js';
import type { RowWork } from './row-work.js';

/** A receipt can overtake the answer to its own send; it is tried again after these waits… */
const EARLY_WAITS_MS = [50, 200, 800, 2_000];
/** …while it is younger than this: a message that nobody knows by then is not ours. */
const EARLY_MS = 3_000;

export interface ReceiptDeps {
  readonly outbox: Pick<OutboxStore, 'applyReceipt'>;
  /** The clock of `receivedAt` */
  readonly now: () => Date;
}

/** Brings a receipt to the delivery it speaks of; one of an unknown message is forgotten. */
export async function processReceipt(
  receipt: Receipt,
  receivedAt: Date,
  { outbox, now }: ReceiptDeps,
  { signal, stepAside }: RowWork,
): Promise<void> {
  if (await outbox.applyReceipt(receipt)) return;
  for (const waitMs of EARLY_WAITS_MS) {
    if (now().getTime() - receivedAt.getTime() > EARLY_MS) return;
    await stepAside(() => sleep(waitMs, signal));
    if (await outbox.applyReceipt(receipt)) return;
  }
}
