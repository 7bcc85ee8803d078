import type { Actor } from '../../domain/role.js';
import { endOfLocalDay, localDay } from '../../lib/city-time.js';
import type { AppealPage, LostAnswer } from '../../services/appeals/appeals.js';
import type { OpenCallBack } from '../../services/call-backs/call-backs.js';
import type { ConsoleParts } from '../parts.js';
import { type AbsenceFacts, readAbsenceFacts } from './absence-facts.js';

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
  /** Of whose term the viewer was told */
  readonly escalated: readonly AppealPage[];
  readonly absence: AbsenceFacts;
}

export async function readToday(
  parts: Pick<ConsoleParts, 'absences' | 'appeals' | 'callBacks' | 'clocks' | 'timeZone'>,
  viewer: Actor,
): Promise<TodayFacts> {
  const { appeals, callBacks, clocks, timeZone } = parts;
  const dueUntil = endOfLocalDay(localDay(clocks.now(), timeZone), timeZone);
  const [own, nobodys, asked, lost, escalated, absence] = await Promise.all([
    appeals.list({ open: true, dueUntil, workOf: viewer.id, limit: DUE_MAX }, viewer),
    appeals.list({ open: true, dueUntil, assigneeId: null, limit: DUE_MAX }, viewer),
    callBacks.open(),
    appeals.lostAnswers('own', viewer),
    appeals.escalated(viewer),
    readAbsenceFacts(parts, viewer),
  ]);
  return { due: [...own.items, ...nobodys.items].sort(byDueDate), asked, lost, escalated, absence };
}

function byDueDate({ appeal: a }: AppealPage, { appeal: b }: AppealPage): number {
  return (a.dueAt?.getTime() ?? 0) - (b.dueAt?.getTime() ?? 0);
}
