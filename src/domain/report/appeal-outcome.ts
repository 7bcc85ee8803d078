import { type AppealStatus, OPEN_APPEAL_STATUSES } from '../appeal.js';
import type { MonthAppeal } from './facts.js';

/** What had become of an appeal when its month ended, as the report counts it. */
export const APPEAL_OUTCOMES = ['answered', 'forwarded', 'returned', 'withdrawn', 'open'] as const;
export type AppealOutcome = (typeof APPEAL_OUTCOMES)[number];

export interface OutcomeAtMonthEnd {
  readonly outcome: AppealOutcome;
  /** In time or late, for those considered; late also for open ones whose day had passed; undefined: neither */
  readonly term: 'in-time' | 'late' | undefined;
}

/**
 * The state at the end of the month, so that a report read later shows the same. Answered, explained, refused and
 * closed are «надано відповідь»; the term is met by the first status that ended the work.
 *
 * @param until the first moment after the month
 */
export function outcomeAtMonthEnd({ history, dueAt }: MonthAppeal, until: Date): OutcomeAtMonthEnd {
  const past = history.filter(({ at }) => at < until).sort((a, b) => a.at.getTime() - b.at.getTime());
  const lastOpen = past.findLastIndex(({ status }) => OPEN_APPEAL_STATUSES.includes(status));
  const ended = past[lastOpen + 1];
  const outcome = outcomeOf(past.at(-1)?.status ?? 'received');
  const isLate = dueAt !== undefined && (ended?.at ?? until) > dueAt;
  if (outcome === 'withdrawn') return { outcome, term: undefined };
  if (outcome === 'open') return { outcome, term: isLate ? 'late' : undefined };
  return { outcome, term: isLate ? 'late' : 'in-time' };
}

function outcomeOf(status: AppealStatus): AppealOutcome {
  if (OPEN_APPEAL_STATUSES.includes(status)) return 'open';
  if (status === 'forwarded' || status === 'returned' || status === 'withdrawn') return status;
  return 'answered';
}
