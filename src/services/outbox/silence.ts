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
  private askedUntilMs = 0;
  private restUntilMs = 0;

  constructor(private readonly deps: SilenceDeps) {}

  /** Takes up a silence that was asked for before a restart, or of another process. */
  async resume(): Promise<void> {
    this.askedUntilMs = (await this.deps.store.pausedUntil(this.deps.channel.id))?.getTime() ?? 0;
  }

  leftMs(nowMs: number): number {
    return Math.max(0, this.untilMs - nowMs);
  }

  /** Share of the rate to use at a time. */
  speedAt(atMs: number): number {
    return speedAfterSilence(atMs - this.untilMs);
  }

  /** Silent exactly as long as the messenger asks, also after a restart. */
  async obey(code: string, ms: number, at: Date): Promise<void> {
    const untilMs = at.getTime() + ms;
    if (untilMs <= this.askedUntilMs) return;
    this.askedUntilMs = untilMs;
    const { channel, log, store } = this.deps;
    log.warn({ channel: channel.id, code, pauseMs: ms }, 'outbox: the messenger asked for silence');
    await store.pauseUntil(channel.id, new Date(untilMs), code);
  }

  /** Silent for so long of our own accord, in this process. */
  rest(ms: number, at: Date): void {
    this.restUntilMs = at.getTime() + ms;
  }

  isResting(nowMs: number): boolean {
    return nowMs < this.restUntilMs;
  }

  /** What the messenger asked for goes on. */
  endRest(): void {
    this.restUntilMs = 0;
  }

  private get untilMs(): number {
    return Math.max(this.askedUntilMs, this.restUntilMs);
  }
}
