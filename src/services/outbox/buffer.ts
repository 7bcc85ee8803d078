import type { Lane } from '../../domain/delivery.js';
import { addressesOf, messagesOf, type Unit } from './unit.js';

/** From when a unit may go; Infinity when that depends on a request under way. */
export type ReadyAtMs = (unit: Unit) => number;

/**
 * Claimed units in memory. In a lane each broadcast has a queue of its own (replies share one); queues take turns unit
 * by unit, so that a long broadcast does not keep a short one waiting. In a queue the oldest goes first.
 */
export class Buffer {
  // A queue that was served moves to the end of its map: the order of keys is the order of turns.
  private readonly lanes: Record<Lane, Map<string, Unit[]>> = {
    alert: new Map(),
    reply: new Map(),
    ordinary: new Map(),
  };
  /** Editions of each digest, as they were rendered: of several broadcasts, so in several queues */
  private readonly editions = new Map<string, Unit[]>();

  push(unit: Unit): void {
    this.queueOf(unit).push(unit);
    this.editionsOf(unit)?.push(unit);
  }

  /** Before everything in its queue: the next part, or the next try, of what was first. */
  pushFirst(unit: Unit): void {
    this.queueOf(unit).unshift(unit);
    this.editionsOf(unit)?.unshift(unit);
  }

  /** Units of one broadcast. */
  sizeOf(lane: Lane, broadcastId: string): number {
    return this.lanes[lane].get(broadcastId)?.length ?? 0;
  }

  /** Messages of mailings, whatever the broadcast. */
  mailings(): number {
    const queues = [...this.lanes.alert.values(), ...this.lanes.ordinary.values()];
    return queues.flat().reduce((sum, unit) => sum + messagesOf(unit), 0);
  }

  /** How many units of the reply lane wait for each person. */
  repliesByAddress(): ReadonlyMap<string, number> {
    const waiting = new Map<string, number>();
    for (const queue of this.lanes.reply.values())
      for (const address of queue.flatMap(addressesOf)) waiting.set(address, (waiting.get(address) ?? 0) + 1);
    return waiting;
  }

  /**
   * The unit whose turn it is among those that may go now. A person whose earlier message in the queue must wait keeps
   * the later ones waiting too, so that nobody reads answers out of order. So does an edition of a digest: the last one
   * rendered, which knows of all corrections, is the last one sent.
   */
  first(lanes: readonly Lane[], nowMs: number, readyAtMs: ReadyAtMs): Unit | undefined {
    for (const lane of lanes)
      for (const queue of this.lanes[lane].values())
        for (const unit of heads(queue))
          if (readyAtMs(unit) <= nowMs && !this.isOvertaking(unit)) return unit;
    return undefined;
  }

  /** When the first unit may go; Infinity when none can say. */
  earliestMs(lanes: readonly Lane[], readyAtMs: ReadyAtMs): number {
    let earliest = Number.POSITIVE_INFINITY;
    for (const lane of lanes)
      for (const queue of this.lanes[lane].values())
        for (const unit of heads(queue)) earliest = Math.min(earliest, readyAtMs(unit));
    return earliest;
  }

  take(unit: Unit): void {
    const lane = this.lanes[unit.lane];
    const key = keyOf(unit);
    const queue = lane.get(key) ?? [];
    queue.splice(queue.indexOf(unit), 1);
    lane.delete(key);
    if (queue.length > 0) lane.set(key, queue);
    this.forgetEdition(unit);
  }

  /** Takes out what must not be sent any more, e.g. units of a broadcast that was paused. */
  remove(unwanted: (unit: Unit) => boolean): Unit[] {
    const removed = Object.values(this.lanes).flatMap((lane) =>
      [...lane.values()].flatMap((queue) => queue.filter(unwanted)),
    );
    for (const unit of removed) this.take(unit);
    return removed;
  }

  private isOvertaking(unit: Unit): boolean {
    const editions = this.editionsOf(unit);
    return editions !== undefined && editions[0] !== unit;
  }

  private editionsOf({ rows }: Unit): Unit[] | undefined {
    const digest = rows[0]?.editsDigest;
    if (digest === undefined) return undefined;
    const editions = this.editions.get(digest) ?? [];
    this.editions.set(digest, editions);
    return editions;
  }

  private forgetEdition(unit: Unit): void {
    const digest = unit.rows[0]?.editsDigest;
    if (digest === undefined) return;
    const others = this.editions.get(digest)?.filter((edition) => edition !== unit) ?? [];
    if (others.length > 0) this.editions.set(digest, others);
    else this.editions.delete(digest);
  }

  private queueOf(unit: Unit): Unit[] {
    const lane = this.lanes[unit.lane];
    const queue = lane.get(keyOf(unit)) ?? [];
    lane.set(keyOf(unit), queue);
    return queue;
  }
}

/** Units with nobody among their people who has an earlier one in the queue. */
function* heads(queue: readonly Unit[]): Generator<Unit> {
  const before = new Set<string>();
  for (const unit of queue) {
    const addresses = addressesOf(unit);
    if (addresses.every((address) => !before.has(address))) yield unit;
    for (const address of addresses) before.add(address);
  }
}

function keyOf({ lane, rows }: Unit): string {
  return lane === 'reply' ? '' : (rows[0]?.broadcastId ?? '');
}
