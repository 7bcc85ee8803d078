import type { Locale } from '../../domain/locale.js';
import type { RenderedMessage } from './channel.js';
import type { OutboxRow, RowOutcome } from './row.js';
import type { SenderDeps } from './sender.js';
import type { SendableBroadcast } from './store.js';
import type { Buffer, Unit } from './unit.js';

/** The reply lane and the list of sendable broadcasts are looked at this often, unless nudged. */
const REPLIES_EVERY_MS = 200;
const BROADCASTS_EVERY_MS = 1_000;
/** Rows claimed at a time: about two seconds of the budget, within these bounds. */
const CLAIM_MIN = 40;
const CLAIM_MAX = 400;
/** Rendered broadcasts kept: content × locale. */
const RENDERED_MAX = 50;

/** Brings due rows from the store into the buffer, rendered and ready to send. */
export class Claims {
  private broadcasts: readonly SendableBroadcast[] = [];
  private repliesAtMs = 0;
  private broadcastsAtMs = 0;
  private turn = 0;
  private readonly rendered = new Map<string, RenderedMessage>();
  private readonly claimSize: number;

  constructor(
    private readonly deps: SenderDeps,
    private readonly buffer: Buffer,
    private readonly fence: number,
  ) {
    this.claimSize = Math.max(CLAIM_MIN, Math.min(CLAIM_MAX, Math.ceil(deps.pace.perSecond * 2)));
  }

  /** Tops the buffer up. `nudged`: something new is due, look everywhere. */
  async fill(nudged: boolean): Promise<void> {
    const now = this.deps.real();
    if (nudged || now.getTime() - this.broadcastsAtMs >= BROADCASTS_EVERY_MS) await this.refresh(now);
    if (nudged || now.getTime() - this.repliesAtMs >= REPLIES_EVERY_MS) await this.fillReplies(now);
    await this.fillBroadcasts(true, now);
    await this.fillBroadcasts(false, now);
  }

  private async refresh(now: Date): Promise<void> {
    this.broadcastsAtMs = now.getTime();
    this.broadcasts = await this.deps.sendable();
    const wanted = new Set(this.broadcasts.map(({ id }) => id));
    const stale = this.buffer.remove(({ rows }) => {
      const broadcastId = rows[0]?.broadcastId;
      return broadcastId !== undefined && !wanted.has(broadcastId);
    });
    if (stale.length === 0) return;
    await this.deps.store.giveBack(
      stale.flatMap((unit) => unit.rows),
      this.fence,
    );
  }

  private async fillReplies(now: Date): Promise<void> {
    this.repliesAtMs = now.getTime();
    const room = this.claimSize - this.buffer.size('reply');
    if (room <= 0) return;
    const { store, channel } = this.deps;
    const rows = await store.claim(channel.id, { source: 'message' }, room, this.fence, now);
    for (const row of rows) if (row.content) await this.push('reply', [row], channel.render(row.content));
  }

  /** Broadcasts take turns, so that a long one does not keep a short one waiting. */
  private async fillBroadcasts(alert: boolean, now: Date): Promise<void> {
    const lane = alert ? 'alert' : 'ordinary';
    const sharing = this.broadcasts.filter((broadcast) => broadcast.alert === alert);
    if (sharing.length === 0 || this.buffer.size(lane) * 2 > this.claimSize) return;
    const share = Math.max(1, Math.ceil(this.claimSize / sharing.length));
    for (let i = 0; i < sharing.length && this.buffer.size(lane) < this.claimSize; i += 1) {
      const broadcast = sharing[(this.turn + i) % sharing.length];
      if (broadcast) await this.claimFrom(broadcast, lane, share, now);
    }
    this.turn += 1;
  }

  private async claimFrom(
    { id }: SendableBroadcast,
    lane: 'alert' | 'ordinary',
    limit: number,
    now: Date,
  ): Promise<void> {
    const { store, channel } = this.deps;
    const perRequest = channel.limits.addressesPerRequest;
    const rows =
      perRequest > 1
        ? await store.claimBatch(channel.id, id, perRequest, this.fence, now)
        : await store.claim(channel.id, { source: 'delivery', broadcastId: id }, limit, this.fence, now);
    const first = rows[0];
    if (!first) return;
    const groups = perRequest > 1 ? [rows] : rows.map((row) => [row]);
    for (const group of groups) {
      const message = await this.renderBroadcast(id, group[0]?.locale ?? first.locale);
      if (message) await this.push(lane, group, message);
      else await this.drop(group, 'broadcast.missing');
    }
  }

  private async push(
    lane: Unit['lane'],
    rows: readonly OutboxRow[],
    message: RenderedMessage,
  ): Promise<void> {
    const index = rows[0]?.part ?? 0;
    const [part, ...rest] = message.parts.slice(index);
    if (!part) return this.drop(rows, 'render.empty');
    await this.deps.uploads.load([part, ...rest].flatMap(({ uploads }) => uploads));
    this.buffer.push({ lane, rows, part, rest });
  }

  private async drop(rows: readonly OutboxRow[], code: string): Promise<void> {
    const at = this.deps.real();
    const outcomes = rows.map((row): RowOutcome => ({ row, status: 'failed', code, at }));
    await this.deps.store.settle(outcomes, this.fence);
  }

  private async renderBroadcast(id: string, locale: Locale): Promise<RenderedMessage | undefined> {
    const key = `${id} ${locale}`;
    const known = this.rendered.get(key);
    if (known) return known;
    const content = await this.deps.content(id, locale);
    if (!content) return undefined;
    if (this.rendered.size >= RENDERED_MAX) this.rendered.clear();
    const message = this.deps.channel.render(content);
    this.rendered.set(key, message);
    return message;
  }
}
