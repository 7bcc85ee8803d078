import { Doorbell } from '../../lib/doorbell.js';
import type { Lease } from '../leases/leases.js';
import { Addresses } from './addresses.js';
import { Shift, type ShiftDeps } from './shift.js';

export type SenderDeps = ShiftDeps;

/**
 * Sends everything of one bot, replies included, while it holds the bot's lease. Sending is at most once: a row
 * is durably `sending` before its request starts, and a row found so later is never sent again.
 */
export class Sender {
  private readonly doorbell = new Doorbell();
  private readonly addresses: Addresses;
  private shift: Shift | undefined;

  constructor(private readonly deps: SenderDeps) {
    this.addresses = new Addresses(deps.pace);
  }

  /** Something new may be due: look now instead of within 200 ms. */
  nudge(): void {
    this.shift?.nudge();
  }

  /** This person wrote: what a messenger counts until they do begins anew. */
  heardFrom(address: string): void {
    this.addresses.heardFrom(address);
    this.doorbell.ring();
  }

  /** Runs until the lease's signal aborts, then ends the requests under way and gives the rest back. */
  async run(lease: Lease): Promise<void> {
    this.shift = new Shift(this.deps, lease, this.addresses, this.doorbell);
    await this.shift.run();
  }
}
