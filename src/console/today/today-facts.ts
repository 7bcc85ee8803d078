import type { Actor } from '../../domain/role.js';
import { endOfLocalDay, localDay } from '../../lib/city-time.js';
import type { AppealPage, LostAnswer } from '../../services/appeals/appeals.js';
import type { OpenCallBack } from '../../services/call-backs/call-backs.js';
import type { ConsoleParts } from '../parts.js';

/** Appeals of each sort that are shown; the rest is in the queue. */
export const DUE_MAX = 50;

/** One colleague's day. */
export interface TodayFacts {
  /** Their work, also for whom they substitute, and nobody's, due by the end of the day: the longest overdue first */
  readonly due: readonly AppealPage[];
  /** Residents who asked to be called, the longest waiting first: anybody's to call */
  readonly asked: readonly OpenCallBack[];
  /** Answers to be told by telephone */
  readonly lost: readonly LostAnswer[];
}

export async function readToday(
  {
    appeals,
    callBacks,
    clocks,
    timeZone,
  }: Pick<ConsoleParts, 'appeals' | 'callBacks' | 'clocks' | 'timeZone'>,
  viewer: Actor,
): Promise<TodayFacts> {
  const dueUntil = endOfLocalDay(localDay(clocks.now(), timeZone), timeZone);
  const [own, nobodys, asked, lost] = await Promise.all([
    appeals.list({ open: true, dueUntil, workOf: viewer.id, limit: DUE_MAX }, viewer),
    appeals.list({ open: true, dueUntil, assigneeId: null, limit: DUE_MAX }, viewer),
    callBacks.open(),
    appeals.lostAnswers('own', viewer),
  ]);
  return { due: [...own.items, ...nobodys.items].sort(byDueDate), asked, lost };
}

function byDueDate({ appeal: a }: AppealPage, { appeal: b }: AppealPage): number {
  return (a.dueAt?.getTime() ?? 0) - (b.dueAt?.getTime() ?? 0);
}
