import { addDays, localDay, localMoment } from '../../lib/city-time.js';
import type { Appeal, EscalationStage } from '../appeal.js';
import { type Office, officeDayAfter, officeDayNotAfter, officeDaysUntil } from './office.js';

/** What stages are told from. */
export type EscalatedTerm = Pick<Appeal, 'registeredAt' | 'dueAt' | 'history'>;

/** What is to be told of an appeal's term now, and when to look again. */
export interface EscalationLook {
  /** The stage that the term is in: told, or to be told now; undefined before the first one */
  readonly stage: EscalationStage | undefined;
  /** Nobody has been told of it yet */
  readonly isNew: boolean;
  /** When the next stage begins; undefined after the last one */
  readonly nextAt: Date | undefined;
}

/** Calendar days before the last one from which it is near. */
const NEAR_DAYS = 2;
const MIDNIGHT = { hour: 0, minute: 0 };

/**
 * How far a term has come. A stage begins on a working day, when somebody can see it: the half is counted in working
 * days, and «two days left» comes before the weekend. After a pause of the service only the gravest stage is told:
 * it says what those before it would have said. A longer term begins its last stages anew, but its half is told once.
 *
 * @returns undefined where the law sets no term
 */
export function lookAtTerm(
  { registeredAt, dueAt, history }: EscalatedTerm,
  office: Office,
  now: Date,
): EscalationLook | undefined {
  if (dueAt === undefined) return undefined;
  const stages = stagesOf(registeredAt, dueAt, office);
  const stage = stages.findLast(({ at }) => at <= now)?.stage;
  const nextMs = Math.min(...stages.filter(({ at }) => at > now).map(({ at }) => at.getTime()));
  const wasTold = history.some(({ escalation, until }) =>
    stage === 'half'
      ? escalation !== undefined
      : escalation === stage && until?.getTime() === dueAt.getTime(),
  );
  return {
    stage,
    isNew: stage !== undefined && !wasTold,
    nextAt: Number.isFinite(nextMs) ? new Date(nextMs) : undefined,
  };
}

/** The stages of a term with their beginnings, the gravest last. */
function stagesOf(registeredAt: Date, dueAt: Date, office: Office) {
  const { timeZone } = office;
  const first = localDay(registeredAt, timeZone);
  const last = localDay(dueAt, timeZone);
  const half = officeDayAfter(office, first, Math.ceil(officeDaysUntil(office, first, last) / 2));
  const near = officeDayNotAfter(office, addDays(last, -NEAR_DAYS));
  return [
    { stage: 'half', at: localMoment(half, MIDNIGHT, timeZone) },
    { stage: 'two-days', at: localMoment(near, MIDNIGHT, timeZone) },
    { stage: 'overdue', at: new Date(dueAt.getTime() + 1) },
  ] as const;
}
