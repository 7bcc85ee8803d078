import type { QueryFilter, UpdateQuery } from 'mongoose';
import { OPEN_APPEAL_STATUSES } from '../../domain/appeal.js';
import { searchStems } from '../../domain/search/search-stems.js';
import type { AppealChange, ChangeGuard } from '../../services/appeals/store.js';
import type { AppealDocument } from './appeal-model.js';

/** A message, note or call that is there already makes the whole change a repeat. */
export function onlyOnce({ message, note, call }: AppealChange): QueryFilter<AppealDocument> {
  return {
    ...(message ? { 'messages.id': { $ne: message.id } } : {}),
    ...(note ? { 'notes.id': { $ne: note.id } } : {}),
    ...(call ? { 'calls.messageId': { $ne: call.messageId } } : {}),
  };
}

/** What must hold for a change to happen. */
export function allowedBy({
  whenFreeFor,
  whenMessages,
  whenUnregistered,
  whenQuarantined,
}: ChangeGuard): QueryFilter<AppealDocument> {
  return {
    ...(whenFreeFor ? { assigneeId: { $in: [null, whenFreeFor] } } : {}),
    ...(whenMessages === undefined ? {} : { messages: { $size: whenMessages } }),
    ...(whenUnregistered ? { unregistered: true } : {}),
    ...(whenQuarantined ? { quarantine: { $exists: true } } : {}),
  };
}

/** Before every other. */
const AT_ONCE = new Date(0);

/** Whether others may have to be told of the term, or of another one. */
function concernsTerm({ status, dueAt, assigneeId, departmentId, quarantine }: AppealChange): boolean {
  const isOpened = status !== undefined && OPEN_APPEAL_STATUSES.includes(status);
  return isOpened || quarantine === 'released' || [dueAt, assigneeId, departmentId].some(Boolean);
}

/** What the appeal is found by from now on, beside what it was. */
export function stemsOf({ message, note, incomingNumber }: AppealChange): readonly string[] {
  return searchStems([message?.text ?? '', note?.text ?? '', incomingNumber ?? '']);
}

/** A change as the database writes it. */
export function updateOf(change: AppealChange): UpdateQuery<AppealDocument> {
  const {
    status,
    assigneeId,
    departmentId,
    category,
    nature,
    dueAt,
    rating,
    toSign,
    mergedInto,
    accessLimit,
  } = change;
  const {
    registeredAt,
    incomingNumber,
    review,
    quarantine,
    unregistered,
    message,
    note,
    call,
    history,
    shareWith,
  } = change;
  const lastAt = (history ?? message ?? note ?? call)?.at;
  const set = {
    ...(status ? { status, open: OPEN_APPEAL_STATUSES.includes(status) } : {}),
    ...(quarantine === 'released' ? { open: true } : {}),
    ...(unregistered ? { unregistered } : {}),
    ...(concernsTerm(change) ? { lookAt: AT_ONCE } : {}),
    ...(assigneeId ? { assigneeId, holderId: assigneeId } : {}),
    ...(departmentId ? { departmentId } : {}),
    ...(category ? { category } : {}),
    ...(nature ? { nature } : {}),
    ...(dueAt ? { dueAt, queueAt: dueAt } : {}),
    ...(registeredAt ? { registeredAt } : {}),
    ...(incomingNumber ? { incomingNumber } : {}),
    ...(rating ? { rating } : {}),
    ...(review ? { review } : {}),
    ...(toSign ? { toSign } : {}),
    ...(mergedInto ? { mergedInto } : {}),
    // Whatever is written into it may name somebody, also after the person was taken out of it.
    ...(lastAt ? { lastAt, named: true as const } : {}),
    ...(accessLimit ? { accessLimit } : {}),
    ...(change.consideration ? { consideration: change.consideration } : {}),
  };
  const unset = {
    ...(review === null ? { review: 1 as const } : {}),
    ...(registeredAt ? { unregistered: 1 as const } : {}),
    ...(quarantine ? { inQuarantine: 1 as const } : {}),
    ...(quarantine === 'released' ? { quarantine: 1 as const } : {}),
    ...(dueAt ? { escalation: 1 as const } : {}),
    ...(toSign === null ? { toSign: 1 as const } : {}),
    ...(mergedInto === null ? { mergedInto: 1 as const } : {}),
    ...(accessLimit === null ? { accessLimit: 1 as const } : {}),
  };
  const push = {
    ...(message ? { messages: message } : {}),
    ...(message?.outboxKey ? { unqueued: message.id } : {}),
    ...(message && shareWith?.length ? { unshared: { $each: toShare(message.id, shareWith) } } : {}),
    ...(note ? { notes: note } : {}),
    ...(call ? { calls: call } : {}),
    ...(history ? { history } : {}),
  };
  const stems = stemsOf(change);
  return {
    ...(stems.length > 0 ? { $addToSet: { stems: { $each: stems } } } : {}),
    ...(Object.keys(set).length > 0 ? { $set: set } : {}),
    ...(Object.keys(unset).length > 0 ? { $unset: unset } : {}),
    ...(Object.keys(push).length > 0 ? { $push: push } : {}),
  };
}

function toShare(messageId: string, numbers: readonly string[]) {
  return numbers.map((number) => ({ messageId, number }));
}
