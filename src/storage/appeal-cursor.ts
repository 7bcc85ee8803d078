import { Refusal } from '../domain/refusal.js';

const CURSOR = /^(\d{1,15})-([0-9a-f]{24})$/;

/** A place in the queue: due time and id, so that appeals of one minute are neither lost nor repeated. */
export function encodeQueueCursor(row: {
  readonly queueAt: Date;
  readonly _id: { toHexString(): string };
}): string {
  return `${row.queueAt.getTime()}-${row._id.toHexString()}`;
}

/** @throws {Refusal} `invalid` when it is not one of ours */
export function decodeQueueCursor(cursor: string): { readonly queueAt: Date; readonly id: string } {
  const [, time, id] = CURSOR.exec(cursor) ?? [];
  if (time === undefined || id === undefined)
    throw new Refusal('invalid', 'cursor.malformed', 'Курсор списку пошкоджено. Почніть із першої сторінки.');
  return { queueAt: new Date(Number(time)), id };
}
