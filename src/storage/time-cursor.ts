import { Types } from 'mongoose';
import { Refusal } from '../domain/refusal.js';

const CURSOR = /^(\d{1,15})-([0-9a-f]{24})$/;

/** A place in a list ordered by time: time and id, so that rows of one moment are neither lost nor repeated. */
export interface TimePlace {
  readonly at: Date;
  readonly id: Types.ObjectId;
}

export function encodeTimeCursor({ at, id }: TimePlace): string {
  return `${at.getTime()}-${id.toHexString()}`;
}

/** @throws {Refusal} `invalid` when it is not one of ours */
export function decodeTimeCursor(cursor: string): TimePlace {
  const [, time, id] = CURSOR.exec(cursor) ?? [];
  if (time === undefined || id === undefined)
    throw new Refusal('invalid', 'cursor.malformed', 'Курсор списку пошкоджено. Почніть із першої сторінки.');
  return { at: new Date(Number(time)), id: new Types.ObjectId(id) };
}
