import type { QueryFilter } from 'mongoose';
import { OPEN_APPEAL_STATUSES } from '../../domain/appeal.js';
import type { AppealView, StoredFilter } from '../../services/appeals/store.js';
import { cursorId } from '../cursor.js';
import { decodeTimeCursor } from '../time-cursor.js';
import type { AppealDocument } from './appeal-model.js';
import { BY_DUE_DATE, type Facet, NEWEST_FIRST, NOBODY } from './appeal-order.js';

export type Filter = QueryFilter<AppealDocument>;
export type Asking = Omit<StoredFilter, 'q'> & AppealView;

/** What the embedded database is to read in one go: where from, in the order of the list. */
export interface Stream {
  readonly filter: Filter;
  /** The index whose order the list has */
  readonly hint: Readonly<Record<string, 1 | -1>>;
}

/** The queue is read by due date; everything else newest first. */
export function isQueue({ open, overdue, dueUntil, status, quarantined }: Asking): boolean {
  if (quarantined) return false;
  const isOpenStatus = status !== undefined && OPEN_APPEAL_STATUSES.includes(status);
  return open === true || overdue === true || dueUntil !== undefined || isOpenStatus;
}

/**
 * Where a list is read from. Several departments or several colleagues are one stream each: an index holds the order
 * within one of them only.
 */
export function streamsOf(asking: Asking): Stream[] {
  if (asking.quarantined) return [{ filter: filterOf(asking), hint: { inQuarantine: 1, ...NEWEST_FIRST } }];
  const facet = narrowestFacet(asking);
  const hint = facet ? { [facet]: 1 as const, ...orderOf(asking) } : wholeIndex(asking);
  if (asking.heldBy)
    return asking.heldBy.map((id) => ({ filter: filterOf({ ...asking, heldBy: [id] }), hint }));
  if (facet !== 'departmentId') return [{ filter: filterOf(asking), hint }];
  return departmentsOf(asking).map((departmentId) => ({
    filter: { ...filterOf({ ...asking, within: undefined }), departmentId },
    hint,
  }));
}

/** The index of a list that nothing narrows; a newest first is `_id`'s own, backwards. */
function wholeIndex(asking: Asking): Stream['hint'] {
  return isQueue(asking) ? BY_DUE_DATE : { _id: 1 };
}

/** The order of a list, as its indexes end. */
export function orderOf(asking: Asking): Readonly<Record<string, 1 | -1>> {
  return isQueue(asking) ? BY_DUE_DATE : NEWEST_FIRST;
}

/** Appeals that staff asked for, and that concern them. */
export function filterOf(asking: Asking): Filter {
  const { now, within, status, channel, category, departmentId } = asking;
  const { overdue, dueUntil, assigneeId, heldBy, open } = asking;
  const queueAt = {
    ...(overdue === true ? { $lt: now } : {}),
    ...(overdue === false ? { $gte: now } : {}),
    ...(dueUntil ? { $lte: dueUntil } : {}),
  };
  return {
    ...(isQueue(asking) ? { open: true } : open === false ? { open: false } : {}),
    ...(asking.withoutLimited ? { accessLimit: { $exists: false } } : {}),
    ...(asking.quarantined ? { inQuarantine: true } : {}),
    ...(status ? { status } : {}),
    ...(channel ? { channel } : {}),
    ...(category ? { category } : {}),
    ...(within || departmentId ? { departmentId: { $in: departmentsOf(asking) } } : {}),
    ...(assigneeId === undefined ? {} : { holderId: assigneeId ?? NOBODY }),
    ...(heldBy ? { holderId: heldBy.length === 1 ? heldBy[0] : { $in: [...heldBy] } } : {}),
    ...(Object.keys(queueAt).length > 0 ? { queueAt } : {}),
  };
}

/** What stands behind the cursor of a list. */
export function behind(cursor: string | undefined, asking: Asking): Filter {
  if (!isQueue(asking)) {
    const id = cursorId(cursor);
    return id ? { _id: { $lt: id } } : {};
  }
  if (cursor === undefined) return {};
  const { at, id } = decodeTimeCursor(cursor);
  return { queueAt: { $gte: at }, $or: [{ queueAt: { $gt: at } }, { _id: { $gt: id } }] };
}

function narrowestFacet(asking: Asking): Facet | undefined {
  const { assigneeId, heldBy, departmentId, within, category, status, channel } = asking;
  if (assigneeId || heldBy) return 'holderId';
  if (departmentId || within) return 'departmentId';
  if (category) return 'category';
  if (status) return 'status';
  if (channel) return 'channel';
  return assigneeId === null ? 'holderId' : undefined;
}

/** Asking for a department that is not one's own finds nothing. */
function departmentsOf({ departmentId, within }: Asking): string[] {
  if (within) return within.filter((id) => !departmentId || id === departmentId);
  return departmentId ? [departmentId] : [];
}
