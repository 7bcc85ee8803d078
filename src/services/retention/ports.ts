import type { PeriodName } from '../../domain/retention.js';

/** What is forgotten by itself: by a period that staff choose, or by one that was promised. */
export const TIMER_NAMES = [
  'updateDays',
  'messageDays',
  'callBackDays',
  'unsubscribedDays',
  'appealYears',
  'forms',
  'letGo',
] as const satisfies readonly (PeriodName | 'forms' | 'letGo')[];
export type TimerName = (typeof TIMER_NAMES)[number];

/** One sort of data that has its time. Both take what is older than `before`. */
export interface Timer {
  /** Counted no further than `max`. */
  count(before: Date, max: number): Promise<number>;
  /**
   * Forgets the oldest, at most `limit`; what was forgotten before is not touched again.
   *
   * @param at when it happens, where that is written down
   * @returns how many
   */
  forget(before: Date, limit: number, at: Date): Promise<number>;
}

export type Timers = Readonly<Record<TimerName, Timer>>;

/** Words of the search of appeals that no appeal holds any more. */
export interface UnusedWords {
  /**
   * Removes them, but for those an appeal brought after `before`: it may be on its way into the list.
   *
   * @returns how many
   */
  sweep(before: Date, signal: AbortSignal): Promise<number>;
}

/** Files that nothing refers to any more. */
export interface UnusedFiles {
  /**
   * Removes them, but for those brought after `before`: something may be about to refer to them.
   *
   * @returns how many
   */
  sweep(before: Date, signal: AbortSignal): Promise<number>;
}
