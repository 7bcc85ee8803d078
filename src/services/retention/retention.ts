import { FORM_DAYS, LET_GO_DAYS, PERIODS, type Periods } from '../../domain/retention.js';
import { SERVICE } from '../../domain/role.js';
import { addMonths, localDay, localMoment } from '../../lib/city-time.js';
import type { Clocks } from '../../lib/clocks.js';
import type { Audit } from '../audit/audit.js';
import { TIMER_NAMES, type TimerName, type Timers, type UnusedFiles, type UnusedWords } from './ports.js';

const DAY_MS = 24 * 3_600_000;
/** Rows of one write. */
const BATCH = 500;
/** Of each sort in one run; the rest an hour later, so that nobody waits behind it. */
const RUN_MAX = 10_000;
/** A file that nothing refers to may still be on its way into a form or an answer. */
const UNUSED_FILE_DAYS = 14;
/** A word is written before its appeal is, and not again for an hour. */
const UNUSED_WORD_MS = 3 * 3_600_000;
/** Counted for the page; more is «понад». */
const COUNTED_MAX = 10_000;

/** How many of each sort the next run takes; at most `FORECAST_MAX` are counted. */
export type Forecast = Readonly<Record<TimerName, number>>;
export const FORECAST_MAX = COUNTED_MAX;

/** What is kept no longer than law, promise and settings say. */
export interface Retention {
  /** Forgets what has had its time. Run twice, or after a pause, it does what is left to do. Audited with counts. */
  run(): Promise<void>;
  /** Removes files that nothing refers to, and words of the search that no appeal holds. */
  sweepUnused(): Promise<void>;
  /** What the next run would take. */
  forecast(): Promise<Forecast>;
}

export interface RetentionDeps {
  readonly timers: Timers;
  readonly unusedFiles: UnusedFiles;
  readonly unusedWords: UnusedWords;
  readonly periods: () => Promise<Periods>;
  readonly audit: Audit;
  readonly clocks: Clocks;
  readonly timeZone: string;
  readonly stopping: AbortSignal;
}

/** Whose moments are the real clock's; all others are the city's. */
const BY_REAL_CLOCK: readonly TimerName[] = ['updateDays', 'messageDays', 'unsubscribedDays'];

export function createRetention(deps: RetentionDeps): Retention {
  const { timers, unusedFiles, unusedWords, audit, clocks, timeZone, stopping } = deps;

  return {
    async run() {
      const limits = limitsOf(await deps.periods());
      const forgotten: Partial<Record<TimerName, number>> = {};
      for (const name of TIMER_NAMES) {
        const count = await forgetAll(name, limits[name]);
        if (count > 0) forgotten[name] = count;
      }
      await record(forgotten);
    },

    async sweepUnused() {
      const now = clocks.real().getTime();
      const files = await unusedFiles.sweep(new Date(now - UNUSED_FILE_DAYS * DAY_MS), stopping);
      const words = await unusedWords.sweep(new Date(now - UNUSED_WORD_MS), stopping);
      await record({ ...(files > 0 ? { files } : {}), ...(words > 0 ? { words } : {}) });
    },

    async forecast() {
      const limits = limitsOf(await deps.periods());
      const counts = await Promise.all(
        TIMER_NAMES.map(async (name) => [name, await timers[name].count(limits[name], COUNTED_MAX)]),
      );
      // One for each name, made above.
      return Object.fromEntries(counts) as Forecast;
    },
  };

  /** What each timer is past by now. */
  function limitsOf(periods: Periods): Readonly<Record<TimerName, Date>> {
    const daysBack = (name: TimerName, days: number) =>
      new Date((BY_REAL_CLOCK.includes(name) ? clocks.real() : clocks.now()).getTime() - days * DAY_MS);
    return {
      updateDays: daysBack('updateDays', periods.updateDays),
      messageDays: daysBack('messageDays', periods.messageDays),
      callBackDays: daysBack('callBackDays', periods.callBackDays),
      unsubscribedDays: daysBack('unsubscribedDays', periods.unsubscribedDays),
      appealYears: yearsBack(Math.max(periods.appealYears, PERIODS.appealYears.min)),
      forms: daysBack('forms', FORM_DAYS),
      letGo: daysBack('letGo', LET_GO_DAYS),
    };
  }

  /** Years of the calendar, not of 365 days. */
  function yearsBack(years: number): Date {
    const day = addMonths(localDay(clocks.now(), timeZone), -12 * years);
    return localMoment(day, { hour: 0, minute: 0 }, timeZone);
  }

  async function forgetAll(name: TimerName, before: Date): Promise<number> {
    let count = 0;
    while (count < RUN_MAX && !stopping.aborted) {
      const batch = await timers[name].forget(before, BATCH, clocks.now());
      count += batch;
      if (batch < BATCH) break;
    }
    return count;
  }

  async function record(counts: Readonly<Record<string, number>>): Promise<void> {
    if (Object.keys(counts).length === 0) return;
    await audit.record({ actor: SERVICE, action: 'retention.run', subject: 'retention', after: counts });
  }
}
