import type { SendError } from './channel.js';
import type { PauseCause } from './pause-reason.js';
import type { OutboxRow } from './row.js';

/** Refusals of the content in a row after which it is not shown to more people. */
const CONTENT_REFUSALS = 3;
/** The same for refusals that may be the person's own: so many in a row are the content's. */
const PERSONAL_REFUSALS = 20;
/** People unknown to the bot, more than those it reached, after which the token is doubted. */
const STRANGERS = 10;

/** What one row's request came to; no error: accepted. */
export interface Finding {
  readonly row: OutboxRow;
  readonly error?: SendError | undefined;
}

/** What the outbox must do besides writing the outcomes down. */
export interface Verdict {
  /** The broadcast must pause */
  readonly pause?: { readonly cause: PauseCause; readonly code: string } | undefined;
  /** People who have certainly left */
  readonly gone: readonly OutboxRow[];
  /** Rows to be sent again once staff resume: their people only seemed to be unknown */
  readonly again: readonly OutboxRow[];
}

interface Tally {
  accepted: number;
  contentRefusals: number;
  personalRefusals: number;
  strangers: OutboxRow[];
  strangerCount: number;
  /** Since when its pause is known to everybody; Infinity while that is being written */
  pausedSinceMs: number | undefined;
}

/**
 * Watches how each broadcast fares in one messenger, so that content which nobody can get, or a token of another
 * bot, is found out after a few people and not after everybody.
 */
export class Judge {
  private readonly tallies = new Map<string, Tally>();

  /**
   * Broadcasts that may be sent: the others are forgotten, and one that was resumed is judged anew.
   * @param lookedAt when the list was asked for: an older one does not know of a pause yet
   */
  follow(broadcastIds: readonly string[], lookedAt: Date): void {
    for (const [id, { pausedSinceMs }] of this.tallies) {
      const isResumed = pausedSinceMs !== undefined && lookedAt.getTime() > pausedSinceMs;
      if (broadcastIds.includes(id) ? isResumed : pausedSinceMs === undefined) this.tallies.delete(id);
    }
  }

  /** Whether a broadcast pauses itself: nothing of it goes out, whatever the list of broadcasts still says. */
  isStopped(broadcastId: string | undefined): boolean {
    return broadcastId !== undefined && this.tallies.get(broadcastId)?.pausedSinceMs !== undefined;
  }

  /** Whether nobody is known to have accepted a broadcast yet, since it was first seen or resumed. */
  isUntried(broadcastId: string | undefined): boolean {
    return broadcastId !== undefined && (this.tallies.get(broadcastId)?.accepted ?? 0) === 0;
  }

  /** From now on nothing of it goes out. */
  stop(broadcastId: string): void {
    this.tallyOf(broadcastId).pausedSinceMs ??= Number.POSITIVE_INFINITY;
  }

  /** Its pause is written down; staff may resume it from then on. */
  paused(broadcastId: string, since: Date): void {
    this.tallyOf(broadcastId).pausedSinceMs = since.getTime();
  }

  /** Its pause could not be written down: it is sent on, and judged anew. */
  forget(broadcastId: string): void {
    this.tallies.delete(broadcastId);
  }

  /** @param findings of one request for a broadcast */
  judge(broadcastId: string, findings: readonly Finding[]): Verdict {
    const tally = this.tallyOf(broadcastId);
    for (const finding of findings) count(tally, finding);
    const gone = this.gone(findings);
    const last = findings.find(({ error }) => error !== undefined)?.error;
    if (tally.strangerCount >= STRANGERS && tally.strangerCount > tally.accepted)
      return { pause: this.pause(tally, 'strangers', last), gone, again: tally.strangers.splice(0) };
    if (tally.accepted > tally.strangerCount) gone.push(...tally.strangers.splice(0));
    const refused = tally.contentRefusals >= CONTENT_REFUSALS || tally.personalRefusals >= PERSONAL_REFUSALS;
    return { pause: refused ? this.pause(tally, 'content', last) : undefined, gone, again: [] };
  }

  /** Who has left, whatever else is found. */
  gone(findings: readonly Finding[]): OutboxRow[] {
    return findings.filter(({ error }) => isGone(error)).map(({ row }) => row);
  }

  private pause(tally: Tally, cause: PauseCause, error: SendError | undefined): Verdict['pause'] {
    if (tally.pausedSinceMs !== undefined || error === undefined) return undefined;
    tally.pausedSinceMs = Number.POSITIVE_INFINITY;
    return { cause, code: error.code };
  }

  private tallyOf(broadcastId: string): Tally {
    const known = this.tallies.get(broadcastId);
    if (known) return known;
    const fresh = {
      accepted: 0,
      contentRefusals: 0,
      personalRefusals: 0,
      strangers: [],
      strangerCount: 0,
      pausedSinceMs: undefined,
    };
    this.tallies.set(broadcastId, fresh);
    return fresh;
  }
}

function count(tally: Tally, { row, error }: Finding): void {
  if (!error) {
    tally.accepted += 1;
    tally.contentRefusals = 0;
    tally.personalRefusals = 0;
    return;
  }
  if (error.failure.kind === 'content') tally.contentRefusals += 1;
  if (error.failure.kind === 'rejected') tally.personalRefusals += 1;
  if (!isStranger(error)) return;
  tally.strangerCount += 1;
  tally.strangers.push(row);
}

function isStranger(error: SendError | undefined): boolean {
  return error?.failure.kind === 'unreachable' && error.failure.stranger === true;
}

function isGone(error: SendError | undefined): boolean {
  return error?.failure.kind === 'unreachable' && error.failure.stranger !== true;
}
