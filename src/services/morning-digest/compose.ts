import { substitutedBy } from '../../domain/absence.js';
import type { Actor } from '../../domain/role.js';
import { type Office, officeDayAfter } from '../../domain/terms/office.js';
import { endOfLocalDay, localDay } from '../../lib/city-time.js';
import type { Absences } from '../absences/absences.js';
import type { AppealFilter, AppealPage, Appeals } from '../appeals/appeals.js';
import type { CallBacks } from '../call-backs/call-backs.js';
import { type DigestPart, type MorningDigest, PART_COUNT_MAX, PART_NUMBERS_MAX } from './morning-digest.js';

export interface ComposeDeps {
  readonly appeals: Pick<Appeals, 'list' | 'countUpTo' | 'escalated' | 'lostAnswers'>;
  readonly callBacks: Pick<CallBacks, 'countOpen'>;
  readonly absences: Pick<Absences, 'standIns' | 'planned'>;
}

/** Working days ahead that a moderator is told of. */
const SOON_DAYS = 2;

/** How the queue stands for one moderator now. */
export async function composeDigest(
  { appeals, callBacks, absences }: ComposeDeps,
  moderator: Actor,
  office: Office,
  now: Date,
): Promise<MorningDigest> {
  const { timeZone } = office;
  const day = localDay(now, timeZone);
  const mine = { open: true, workOf: moderator.id } as const;
  const endOfDay = endOfLocalDay(day, timeZone);
  const endOfSoon = endOfLocalDay(officeDayAfter(office, day, SOON_DAYS), timeZone);
  const [escalated, overdue, ahead, unassigned, lost, callBackCount, standIns, planned] = await Promise.all([
    appeals.escalated(moderator),
    partOf({ ...mine, overdue: true }),
    appeals.list({ ...mine, overdue: false, dueUntil: endOfSoon, limit: PART_COUNT_MAX }, moderator),
    partOf({ open: true, assigneeId: null }),
    appeals.lostAnswers('own', moderator),
    callBacks.countOpen(),
    absences.standIns(),
    absences.planned(),
  ]);
  const isToday = ({ appeal: { dueAt } }: AppealPage) => dueAt !== undefined && dueAt <= endOfDay;
  const substitutedIds = substitutedBy(moderator.id, standIns);
  return {
    staffId: moderator.id,
    day,
    madeAt: now,
    parts: {
      escalated: listed(escalated),
      overdue,
      today: listed(ahead.items.filter(isToday)),
      soon: listed(ahead.items.filter((page) => !isToday(page))),
      unassigned,
      lost: listed(lost.map(({ page }) => page)),
    },
    callBackCount,
    substituted: planned
      .filter(({ staffId }) => substitutedIds.includes(staffId))
      .map(({ name, to: until }) => ({ name, until })),
  };

  async function partOf(filter: AppealFilter): Promise<DigestPart> {
    const [{ items }, count] = await Promise.all([
      appeals.list({ ...filter, limit: PART_NUMBERS_MAX }, moderator),
      appeals.countUpTo(filter, PART_COUNT_MAX, moderator),
    ]);
    return { count, numbers: items.map(({ appeal }) => appeal.number) };
  }
}

function listed(pages: readonly AppealPage[]): DigestPart {
  const numbers = pages.map(({ appeal }) => appeal.number);
  return { count: Math.min(numbers.length, PART_COUNT_MAX), numbers: numbers.slice(0, PART_NUMBERS_MAX) };
}
