import type { Logger } from '../../lib/log.js';
import { sleep } from '../../lib/sleep.js';

/** A lease lives this long without a word from its holder. */
const LEASE_MS = 12_000;
/** The holder renews this often. */
const RENEW_EVERY_MS = 2_000;
/** Whoever stands by asks for it this often: 12.5 s after the holder's death somebody has it, and sends within 15. */
const ASK_EVERY_MS = 500;

/** Where leases are kept: one row each, changed only by compare-and-set. */
export interface LeaseStore {
  /**
   * Takes the lease when it is free or expired.
   * @returns the fence (one higher at every takeover), or undefined when somebody else holds it
   */
  acquire(name: string, holder: string, now: Date, until: Date): Promise<number | undefined>;
  /** @returns false when it was lost in the meantime */
  renew(name: string, holder: string, fence: number, until: Date): Promise<boolean>;
  release(name: string, holder: string, fence: number): Promise<void>;
  /** Ends every lease. Only for whoever knows that no other process can be at work. */
  expireAll(): Promise<void>;
}

/** Held for now. Every write made under it carries the fence. */
export interface Lease {
  readonly fence: number;
  /** Milliseconds left by the real clock; 0 when it ended or was lost */
  remainingMs(): number;
  /** Aborts when the lease is lost or given back */
  readonly signal: AbortSignal;
}

export interface LeaseDeps {
  readonly store: LeaseStore;
  readonly holder: string;
  readonly real: () => Date;
  readonly log: Logger;
}

/**
 * Runs `work` whenever this process holds the lease, and again after it was lost and regained, until
 * `stop()` is called. Work must end soon after `lease.signal` aborts; the lease is given back only then.
 */
export function whileHolding(
  deps: LeaseDeps,
  name: string,
  work: (lease: Lease) => Promise<void>,
): { stop(): Promise<void>; readonly held: () => boolean } {
  const stopping = new AbortController();
  let held = false;
  const running = loop();
  return {
    held: () => held,
    stop: async () => {
      stopping.abort();
      await running;
    },
  };

  async function loop(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        const now = deps.real();
        const fence = await deps.store.acquire(name, deps.holder, now, new Date(now.getTime() + LEASE_MS));
        if (fence !== undefined) await hold(fence, now.getTime() + LEASE_MS);
      } catch (error) {
        deps.log.error({ err: error, lease: name }, 'lease: could not take or keep it, trying again');
      }
      await sleep(ASK_EVERY_MS, stopping.signal);
    }
  }

  async function hold(fence: number, firstUntil: number): Promise<void> {
    const lost = new AbortController();
    const signal = AbortSignal.any([stopping.signal, lost.signal]);
    let until = firstUntil;
    held = true;
    const lease: Lease = {
      fence,
      signal,
      remainingMs: () => (lost.signal.aborted ? 0 : Math.max(0, until - deps.real().getTime())),
    };
    const renewing = renew();
    try {
      await work(lease);
    } finally {
      held = false;
      lost.abort();
      await renewing;
      await deps.store.release(name, deps.holder, fence);
    }

    // Keeps the lease while the work winds down after stop(): it is still sending.
    async function renew(): Promise<void> {
      while (!lost.signal.aborted) {
        await sleep(RENEW_EVERY_MS, lost.signal);
        if (lost.signal.aborted) return;
        const next = deps.real().getTime() + LEASE_MS;
        try {
          if (await deps.store.renew(name, deps.holder, fence, new Date(next))) until = next;
          else lost.abort();
        } catch (error) {
          deps.log.warn({ err: error, lease: name }, 'lease: not renewed');
          if (deps.real().getTime() >= until) lost.abort();
        }
      }
    }
  }
}
