import type { QueryFilter } from 'mongoose';
import { OPEN_APPEAL_STATUSES } from '../domain/appeal.js';
import type { AppealFilter } from '../services/appeals/appeals.js';
import type { AppealView } from '../services/appeals/store.js';
import type { AppealDocument } from './appeal-model.js';
import { searchPattern } from './appeal-search.js';
import { cursorId } from './cursor.js';
import { decodeTimeCursor } from './time-cursor.js';

type Filter = QueryFilter<AppealDocument>;

/** The queue is read by due date; everything else newest first. */
export function isQueue({ open, overdue, status }: AppealFilter): boolean {
  return open === true || overdue === true || (status !== undefined && OPEN_APPEAL_STATUSES.includes(status));
}

/** Appeals that staff asked for, and that concern them. */
export function filterOf({ now, within, ...filter }: AppealFilter & AppealView): Filter {
  const { status, channel, departmentId, overdue, assigneeId, open, q } = filter;
  return {
    ...(isQueue(filter) ? { open: true } : open === false ? { open: false } : {}),
    ...(status ? { status } : {}),
    ...(channel ? { channel } : {}),
    ...departmentsOf(departmentId, within),
    ...(assigneeId === null ? { assigneeId: { $exists: false } } : {}),
    ...(assigneeId ? { assigneeId } : {}),
    ...(overdue === true ? { queueAt: { $lt: now } } : {}),
    ...(overdue === false ? { queueAt: { $gte: now } } : {}),
    ...(q ? { searchTexts: { $regex: searchPattern(q) } } : {}),
  };
}

/** Asking for a department that is not one's own finds nothing. */
function departmentsOf(asked: string | undefined, within: AppealView['within']): Filter {
  if (within) return { departmentId: { $in: within.filter((id) => !asked || id === asked) } };
  return asked ? { departmentId: asked } : {};
}

/** What stands behind the cursor in the queue. */
export function after(cursor: string | undefined): Filter {
  if (cursor === undefined) return {};
  const { at, id } = decodeTimeCursor(cursor);
  return { $or: [{ queueAt: { $gt: at } }, { queueAt: at, _id: { $gt: id } }] };
}

/** What is older than the cursor. */
export function before(cursor: string | undefined): Filter {
  const id = cursorId(cursor);
  return id ? { _id: { $lt: id } } : {};
}
