import type { Lane } from '../../domain/delivery.js';
import type { RenderedPart } from './channel.js';
import type { OutboxRow } from './row.js';

/** One request to come: a single row, or the rows of a Viber batch, with the part they all get. */
export interface Unit {
  readonly lane: Lane;
  readonly rows: readonly OutboxRow[];
  readonly part: RenderedPart;
  /** Parts of the same message still to come after this one */
  readonly rest: readonly RenderedPart[];
}

/** Whether the person may be written to, and whether the files of the part are ready. */
export interface Readiness {
  addressReady(address: string): boolean;
  /** False while another send uploads the same file: the rest wait for its reference */
  uploadsReady(part: RenderedPart): boolean;
}

/** Claimed units in memory, by lane; inside a lane oldest first. */
export class Buffer {
  private readonly lanes: Record<Lane, Unit[]> = { alert: [], reply: [], ordinary: [] };

  push(unit: Unit): void {
    this.lanes[unit.lane].push(unit);
  }

  /** Before everything in its lane: the next part of a message follows the one just sent. */
  pushFirst(unit: Unit): void {
    this.lanes[unit.lane].unshift(unit);
  }

  size(lane: Lane): number {
    return this.lanes[lane].length;
  }

  /**
   * Takes the first unit that may go now: danger first, then answers to people, then the rest. A person whose
   * earlier message must wait keeps the later ones waiting too, so that nobody reads answers out of order.
   */
  takeFirst(lanes: readonly Lane[], ready: Readiness): Unit | undefined {
    for (const lane of lanes) {
      const units = this.lanes[lane];
      const waitingAddresses = new Set<string>();
      for (const [index, unit] of units.entries()) {
        const free = unit.rows.every(
          ({ address }) => !waitingAddresses.has(address) && ready.addressReady(address),
        );
        if (free && ready.uploadsReady(unit.part)) {
          units.splice(index, 1);
          return unit;
        }
        for (const { address } of unit.rows) waitingAddresses.add(address);
      }
    }
    return undefined;
  }

  /** Takes out what must not be sent any more, e.g. units of a broadcast that was paused. */
  remove(unwanted: (unit: Unit) => boolean): Unit[] {
    const removed: Unit[] = [];
    for (const lane of Object.values(this.lanes)) {
      removed.push(...lane.filter(unwanted));
      lane.splice(0, lane.length, ...lane.filter((unit) => !unwanted(unit)));
    }
    return removed;
  }
}
