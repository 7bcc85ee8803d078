import type { Lane } from '../../domain/delivery.js';
import { Slots } from '../../lib/slots.js';
import { MAX_IN_FLIGHT, RESERVED_FOR_REPLIES } from './picker.js';

/** Places of the requests under way at once; some are kept for replies. */
export class RequestSlots {
  private readonly all = new Slots(MAX_IN_FLIGHT);
  private readonly broadcasts = new Slots(MAX_IN_FLIGHT - RESERVED_FOR_REPLIES);

  /** @param work is told how long it waited for its place, in milliseconds */
  hold<T>(lane: Lane, work: (waitedMs: number) => Promise<T>): Promise<T> {
    const askedMs = performance.now();
    const begin = () => this.all.hold(() => work(performance.now() - askedMs));
    return lane === 'reply' ? begin() : this.broadcasts.hold(begin);
  }
}
