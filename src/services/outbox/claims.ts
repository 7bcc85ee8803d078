import type { Pace } from './budget.js';
import type { Buffer } from './buffer.js';
import type { Channel, RenderedPart } from './channel.js';
import type { Fuse } from './fuse.js';
import { createRenderings, type Renderings, type RenderingsDeps } from './renderings.js';
import { type OutboxRow, type RowOutcome, requestsOf } from './row.js';
import type { OutboxStore, SendableBroadcast } from './store.js';
import type { Unit } from './unit.js';
import type { Uploads } from './uploads.js';

/** The reply lane, and a broadcast found empty, are looked at this often, unless nudged. */
const REPLIES_EVERY_MS = 200;
/** The list of sendable broadcasts is looked at this often, unless nudged. */
const BROADCASTS_EVERY_MS = 1_000;
/** Rows claimed at a time: about two seconds of the budget, within these bounds. */
const CLAIM_MIN = 40;
const CLAIM_MAX = 400;
/** Requests of one broadcast claimed ahead where each reaches many people. */
const BATCHES_AHEAD = 4;
/** Answers in memory for one person, who gets one a second at most; the others' must not wait for them. */
const REPLIES_AHEAD = 3;
/** People whose answers are in memory; only an outage of the messenger makes so many wait. */
const REPLY_PEOPLE_MAX = 1_000;

export interface ClaimsDeps extends RenderingsDeps {
  readonly channel: Channel;
  readonly store: OutboxStore;
  readonly pace: Pace;
  readonly uploads: Uploads;
  /** Broadcasts that may be sent by this channel now */
  readonly sendable: () => Promise<readonly SendableBroadcast[]>;
  /** Rows of an ordinary broadcast whose people must not be disturbed now, with when to look again */
  readonly held: (rows: readonly OutboxRow[]) => Promise<readonly RowOutcome[]>;
  readonly real: () => Date;
}

/** Stands where broadcasts have their id. */
const DIGESTS = '';

/** Brings due rows from the store into the buffer, rendered and ready to send. */
export class Claims {
  private broadcasts: readonly SendableBroadcast[] = [];
  private repliesAtMs = 0;
  private broadcastsAtMs = 0;
  private claimed = 0;
  private readonly emptyAtMs = new Map<string, number>();
  private readonly renderings: Renderings;
  private readonly claimSize: number;

  /**
   * @param fuse absent where messages cost nothing
   * @param onBroadcasts told which broadcasts may be sent, and when they were asked for, at every look
   */
  constructor(
    private readonly deps: ClaimsDeps,
    private readonly buffer: Buffer,
    private readonly fence: number,
    private readonly fuse: Fuse | undefined,
    private readonly onBroadcasts: (ids: readonly string[], lookedAt: Date) => void,
  ) {
    this.claimSize = Math.max(CLAIM_MIN, Math.min(CLAIM_MAX, Math.ceil(deps.pace.perSecond * 2)));
    this.renderings = createRenderings(deps);
  }

  /**
   * Tops the buffer up.
   * @param nudged something new is due: look everywhere
   * @returns whether anything was claimed
   */
  async fill(nudged: boolean): Promise<boolean> {
    const now = this.deps.real();
    const before = this.claimed;
    if (nudged) this.emptyAtMs.clear();
    if (nudged || now.getTime() - this.repliesAtMs >= REPLIES_EVERY_MS) await this.fillReplies(now);
    if (nudged || now.getTime() - this.broadcastsAtMs >= BROADCASTS_EVERY_MS) await this.refresh(now);
    const alertsFirst = [...this.broadcasts].sort((a, b) => Number(b.alert) - Number(a.alert));
    for (const broadcast of alertsFirst) await this.fillBroadcast(broadcast, now);
    await this.fillDigests(now);
    return this.claimed > before;
  }

  /** Digests share the ordinary lane with broadcasts, as one more of them. */
  private async fillDigests(now: Date): Promise<void> {
    const share = Math.ceil(this.claimSize / (this.broadcasts.length + 1));
    const room = this.roomFor(DIGESTS, 'ordinary', share, now);
    if (room === 0) return;
    const { store, channel } = this.deps;
    const from = { source: 'message', lane: 'ordinary' } as const;
    const claimed = await store.claim(channel.id, from, room, this.fence, now);
    if (claimed.length === 0) this.emptyAtMs.set(DIGESTS, now.getTime());
    for (const row of await this.undisturbing(claimed)) {
      if (!row.content) continue;
      const { parts } = channel.render(row.content);
      await this.pushAdmitted({ id: DIGESTS, alert: false, important: false }, [row], parts, now);
    }
  }

  private async refresh(now: Date): Promise<void> {
    this.broadcastsAtMs = now.getTime();
    this.broadcasts = await this.deps.sendable();
    const ids = this.broadcasts.map(({ id }) => id);
    this.onBroadcasts(ids, now);
    const stale = this.buffer.remove(({ rows }) => {
      const broadcastId = rows[0]?.broadcastId;
      return broadcastId !== undefined && !ids.includes(broadcastId);
    });
    if (stale.length === 0) return;
    await this.deps.store.giveBack(
      stale.flatMap((unit) => unit.rows),
      this.fence,
    );
  }

  private async fillReplies(now: Date): Promise<void> {
    this.repliesAtMs = now.getTime();
    const { store, channel } = this.deps;
    const waiting = this.buffer.repliesByAddress();
    if (waiting.size >= REPLY_PEOPLE_MAX) return;
    const exceptAddresses = [...waiting].filter(([, n]) => n >= REPLIES_AHEAD).map(([address]) => address);
    const from = { source: 'message', lane: 'reply', exceptAddresses } as const;
    const rows = await store.claim(channel.id, from, this.claimSize, this.fence, now);
    for (const row of rows)
      if (row.content) await this.push('reply', [row], channel.render(row.content).parts);
  }

  private async fillBroadcast(broadcast: SendableBroadcast, now: Date): Promise<void> {
    const { id, alert } = broadcast;
    const lane = laneOf(broadcast);
    const inBatches = this.deps.channel.limits.addressesPerRequest > 1;
    const share = inBatches ? BATCHES_AHEAD : Math.ceil(this.claimSize / this.broadcasts.length);
    const room = this.roomFor(id, lane, share, now);
    if (room === 0) return;
    const claimed = await this.claimFrom(id, room, now);
    if (claimed.length === 0) this.emptyAtMs.set(id, now.getTime());
    const rows = alert ? claimed : await this.undisturbing(claimed);
    for (const group of requestsOf(rows)) {
      const parts = await this.renderings(id, group[0]);
      if (parts) await this.pushAdmitted(broadcast, group, parts, now);
      else await this.drop(group, group[0]?.editsDigest === undefined ? 'broadcast.missing' : 'digest.fixed');
    }
  }

  /** How many more units one source may have in memory; 0 while half of its share is there or it was just found empty. */
  private roomFor(id: string, lane: Unit['lane'], share: number, now: Date): number {
    const size = this.buffer.sizeOf(lane, id);
    const emptyForMs = now.getTime() - (this.emptyAtMs.get(id) ?? 0);
    return size * 2 > share || emptyForMs < REPLIES_EVERY_MS ? 0 : share - size;
  }

  private claimFrom(broadcastId: string, limit: number, now: Date): Promise<OutboxRow[]> {
    const { store, channel } = this.deps;
    const { addressesPerRequest } = channel.limits;
    return addressesPerRequest > 1
      ? store.claimBatches(
          channel.id,
          broadcastId,
          { batches: limit, size: addressesPerRequest },
          this.fence,
          now,
        )
      : store.claim(channel.id, { source: 'delivery', broadcastId }, limit, this.fence, now);
  }

  /** Puts back the rows of people who must not be disturbed now. */
  private async undisturbing(claimed: readonly OutboxRow[]): Promise<readonly OutboxRow[]> {
    const held = claimed.length > 0 ? await this.deps.held(claimed) : [];
    if (held.length === 0) return claimed;
    await this.deps.store.settle(held, this.fence);
    const ids = new Set(held.map(({ row }) => row.id));
    return claimed.filter(({ id }) => !ids.has(id));
  }

  /** What costs too much ends here; of what cannot be told yet, more is known when it is claimed again. */
  private async pushAdmitted(
    source: SendableBroadcast,
    rows: readonly OutboxRow[],
    parts: readonly RenderedPart[],
    now: Date,
  ): Promise<void> {
    const lane = laneOf(source);
    if (!this.fuse) return this.push(lane, rows, parts);
    const { store } = this.deps;
    const messagesEach = Math.max(1, parts.length - (rows[0]?.part ?? 0));
    const { groups, refused, later } = await this.fuse.admit(rows, messagesEach, source);
    if (refused.length > 0) await store.settle(refused, this.fence);
    this.claimed += refused.length;
    if (later.length > 0) {
      await store.giveBack(later, this.fence);
      this.emptyAtMs.set(source.id, now.getTime());
    }
    for (const group of groups) await this.push(lane, group.rows, parts, group.foreseenBilling);
  }

  private async push(
    lane: Unit['lane'],
    rows: readonly OutboxRow[],
    parts: readonly RenderedPart[],
    foreseenBilling?: number,
  ): Promise<void> {
    const index = rows[0]?.part ?? 0;
    const [part, ...rest] = parts.slice(index);
    if (!part) return this.drop(rows, 'render.empty');
    await this.deps.uploads.load([part, ...rest].flatMap(({ uploads }) => uploads));
    this.buffer.push({ lane, rows, part, rest, foreseenBilling });
    this.claimed += rows.length;
  }

  private async drop(rows: readonly OutboxRow[], code: string): Promise<void> {
    const at = this.deps.real();
    const outcomes = rows.map((row): RowOutcome => ({ row, status: 'failed', code, at }));
    await this.deps.store.settle(outcomes, this.fence);
  }
}

function laneOf({ alert }: SendableBroadcast): Unit['lane'] {
  return alert ? 'alert' : 'ordinary';
}
