import { LANES, type Lane } from '../../domain/delivery.js';
import type { Addresses } from './addresses.js';
import type { Budget } from './budget.js';
import type { Buffer } from './buffer.js';
import type { UploadSource } from './channel.js';
import { addressesOf, type Unit } from './unit.js';

/** Requests under way at once. */
export const MAX_IN_FLIGHT = 40;
/** Of these, kept for replies: a broadcast whose requests hang until their deadline holds no answer up. */
export const RESERVED_FOR_REPLIES = 8;
/** Rows marked while as many requests as may be are under way, so that none waits for its mark: 40 ms of the budget. */
const AHEAD_MAX = 16;
const AHEAD_SECONDS = 0.04;
/** While an alert goes out, every fourth slot is a reply's if one is due: people in danger ask, too. */
const ALERTS_PER_REPLY = 3;
const REPLY_FIRST: readonly Lane[] = ['reply', 'alert', 'ordinary'];

/** A unit and when it must go out. */
export interface Picked {
  readonly unit: Unit;
  readonly slotMs: number;
}

export interface PickerDeps {
  /** Messages a second of the whole bot */
  readonly perSecond: number;
  readonly buffer: Buffer;
  readonly budget: Budget;
  readonly addresses: Addresses;
  readonly uploads: UploadSource;
  /** Its broadcast has just paused itself */
  readonly isStopped: (unit: Unit) => boolean;
  /** Nobody has accepted its broadcast yet */
  readonly isUntried: (unit: Unit) => boolean;
}

/** Chooses what goes out next: whose turn it is, and whether budget, person and files allow it. */
export class Picker {
  private readonly uploading = new Set<string>();
  /** First requests of broadcasts, each to many people at once */
  private readonly scouts = new Set<Unit>();
  private readonly ahead: number;
  private alertsInRow = 0;

  constructor(private readonly deps: PickerDeps) {
    this.ahead = Math.min(AHEAD_MAX, Math.floor(deps.perSecond * AHEAD_SECONDS));
  }

  /**
   * Units whose slots come before `horizonMs`, each with its slot. Their people and files are taken until `release`.
   *
   * @param underWay requests that have not ended yet
   */
  pick(nowMs: number, horizonMs: number, underWay: number): Picked[] {
    const { buffer, budget, addresses } = this.deps;
    const picked: Picked[] = [];
    for (;;) {
      const lanes = this.openLanes(underWay + picked.length);
      const unit = buffer.first(lanes, nowMs, this.readyAtMs);
      if (!unit || budget.nextSlotMs(unit.part.cost, nowMs) > horizonMs) return picked;
      buffer.take(unit);
      addresses.occupy(addressesOf(unit));
      for (const id of this.missingUploads(unit)) this.uploading.add(id);
      if (this.isScout(unit)) this.scouts.add(unit);
      this.alertsInRow = unit.lane === 'alert' ? this.alertsInRow + 1 : 0;
      picked.push({ unit, slotMs: budget.take(unit.part.cost, nowMs) });
    }
  }

  /** When it is worth picking again; Infinity when only the end of a request or new rows can change that. */
  nextMs(nowMs: number, underWay: number): number {
    const { buffer, budget } = this.deps;
    const lanes = this.openLanes(underWay);
    const readyMs = buffer.earliestMs(lanes, this.readyAtMs);
    if (readyMs > nowMs) return readyMs;
    const unit = buffer.first(lanes, nowMs, this.readyAtMs);
    return unit ? budget.nextSlotMs(unit.part.cost, nowMs) : Number.POSITIVE_INFINITY;
  }

  /** Its outcome is known: others may upload its files now, if it did not, and its broadcast goes on, if it may. */
  release(unit: Unit): void {
    for (const id of unit.part.uploads) this.uploading.delete(id);
    this.scouts.delete(unit);
  }

  /** While another send uploads the same file, the rest wait for the messenger's reference to it. */
  private readonly readyAtMs = (unit: Unit): number => {
    if (this.deps.isStopped(unit) || this.waitsForScout(unit)) return Number.POSITIVE_INFINITY;
    if (this.missingUploads(unit).some((id) => this.uploading.has(id))) return Number.POSITIVE_INFINITY;
    const { addresses } = this.deps;
    return addressesOf(unit).reduce(
      (latest, address) => Math.max(latest, addresses.readyAtMs(address)),
      unit.notBeforeMs ?? 0,
    );
  };

  /** What one request of hundreds of people is refused for, the others would be, too: the first goes alone. */
  private isScout(unit: Unit): boolean {
    return unit.rows.length > 1 && this.deps.isUntried(unit);
  }

  private waitsForScout(unit: Unit): boolean {
    if (!this.isScout(unit)) return false;
    return [...this.scouts].some(({ rows }) => rows[0]?.broadcastId === unit.rows[0]?.broadcastId);
  }

  private missingUploads({ part }: Unit): string[] {
    return part.uploads.filter((id) => this.deps.uploads.reference(id) === undefined);
  }

  /** What one more request may be for. */
  private openLanes(underWay: number): readonly Lane[] {
    const begun = underWay - this.ahead;
    if (begun >= MAX_IN_FLIGHT) return [];
    if (begun >= MAX_IN_FLIGHT - RESERVED_FOR_REPLIES) return ['reply'];
    return this.alertsInRow >= ALERTS_PER_REPLY ? REPLY_FIRST : LANES;
  }
}
