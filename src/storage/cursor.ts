import { Types } from 'mongoose';
import { Refusal } from '../domain/refusal.js';

const HEX_ID = /^[0-9a-f]{24}$/;

/** An id from outside as an ObjectId, or undefined when it cannot be one (then nothing has it). */
export function objectId(id: string): Types.ObjectId | undefined {
  return HEX_ID.test(id) ? new Types.ObjectId(id) : undefined;
}

/**
 * The id a cursor stands for.
 * @throws {Refusal} `invalid` when it is not one of ours
 */
export function cursorId(cursor: string | undefined): Types.ObjectId | undefined {
  if (cursor === undefined) return undefined;
  const id = objectId(cursor);
  if (!id)
    throw new Refusal('invalid', 'cursor.malformed', 'Курсор списку пошкоджено. Почніть із першої сторінки.');
  return id;
}
