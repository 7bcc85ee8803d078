import type { Logger } from '../../lib/log.js';
import type { Channel } from './channel.js';
import type { OutboxStore } from './store.js';

/** After a silence the sender speeds up in these shares of its rate; then it has all of it again. */
const STEPS = [0.25, 0.5, 0.75] as const;
/** Length of one step: full speed is back after 9 s. */
const STEP_MS = 3_000;

/**
 * Share of the rate to use so long after a silence: a messenger that has just refused is not met with full speed.
 *
 * @param sinceMs milliseconds since the silence ended; negative while it lasts
 * @returns 0.25, 0.5, 0.75, or 1 from 9 s on
 */
export function speedAfterSilence(sinceMs: number): number {
  return STEPS[Math.floor(Math.max(0, sinceMs) / STEP_MS)] ?? 1;
}

export interface SilenceDeps {
  readonly channel: Pick<Channel, 'id'>;
  readonly store: Pick<OutboxStore, 'pausedUntil' | 'pauseUntil'>;
  readonly log: Logger;
}

/** Until when the whole sender is silent: messages to others would only prolong a messenger's ban. */
export class Silence {
  private untilMs = 0;

  constructor(private readonly deps: SilenceDeps) {}

  /** Takes up a silence that was asked for before a restart, or of another process. */
  async resume(): Promise<void> {
    this.untilMs = (await this.deps.store.pausedUntil(this.deps.channel.id))?.getTime() ?? 0;
  }

  leftMs(nowMs: number): number {
    return Math.max(0, this.untilMs - nowMs);
  }

  /** Share of the rate to use at a time. */
  speedAt(atMs: number): number {
    return speedAfterSilence(atMs - this.untilMs);
  }

  /** Silent for so long, in this process. @returns whether that is longer than before */
  begin(ms: number, at: Date): boolean {
    const untilMs = at.getTime() + ms;
    if (untilMs <= this.untilMs) return false;
    this.untilMs = untilMs;
    return true;
  }

  /** Silent exactly as long as the messenger asks, also after a restart. */
  async obey(code: string, ms: number, at: Date): Promise<void> {
    if (!this.begin(ms, at)) return;
    const { channel, log, store } = this.deps;
    log.warn({ channel: channel.id, code, pauseMs: ms }, 'outbox: the messenger asked for silence');
    await store.pauseUntil(channel.id, new Date(this.untilMs), code);
  }
}
