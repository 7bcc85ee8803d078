import { type Absence, substitutedBy } from '../../domain/absence.js';
import type { Actor } from '../../domain/role.js';
import { daysBetween, localDay } from '../../lib/city-time.js';
import type { NamedAbsence } from '../../services/absences/absences.js';
import type { AppealPage } from '../../services/appeals/appeals.js';
import type { ConsoleParts } from '../parts.js';

/** How long somebody who is back is told what was done, in days. */
const RETURNED_DAYS = 7;
/** Newest appeals of theirs among which the substitute's answers are looked for. */
const LOOKED_THROUGH = 100;

/** Whom the viewer stands in for, and what was done while they were away themselves. */
export interface AbsenceFacts {
  readonly substituted: readonly NamedAbsence[];
  /** Back for a few days */
  readonly returned:
    | {
        readonly absence: NamedAbsence;
        readonly openCount: number;
        /** Their appeals that the substitute answered meanwhile */
        readonly answered: readonly AppealPage[];
      }
    | undefined;
}

type Parts = Pick<ConsoleParts, 'absences' | 'appeals' | 'clocks' | 'timeZone'>;

export async function readAbsenceFacts(parts: Parts, viewer: Actor): Promise<AbsenceFacts> {
  const { absences, clocks, timeZone } = parts;
  const [standIns, planned, own] = await Promise.all([
    absences.standIns(),
    absences.planned(),
    absences.of(viewer.id),
  ]);
  const substitutedIds = substitutedBy(viewer.id, standIns);
  const daysBack = own ? daysBetween(own.to, localDay(clocks.now(), timeZone)) : 0;
  return {
    substituted: planned.filter(({ staffId }) => substitutedIds.includes(staffId)),
    returned:
      own && daysBack > 0 && daysBack <= RETURNED_DAYS ? await readReturned(parts, own, viewer) : undefined,
  };
}

async function readReturned({ appeals, timeZone }: Parts, absence: NamedAbsence, viewer: Actor) {
  const [openCount, own] = await Promise.all([
    appeals.count({ open: true, assigneeId: viewer.id }, viewer),
    appeals.list({ assigneeId: viewer.id, limit: LOOKED_THROUGH }, viewer),
  ]);
  const answered = own.items.filter((page) => wasAnsweredIn(page, absence, timeZone));
  return { absence, openCount, answered };
}

function wasAnsweredIn(
  { appeal }: AppealPage,
  { from, to, substituteId }: Absence,
  timeZone: string,
): boolean {
  return appeal.messages.some(({ authorId, signedById = authorId, at }) => {
    const day = localDay(at, timeZone);
    return [authorId, signedById].includes(substituteId) && from <= day && day <= to;
  });
}
