import mongoose from 'mongoose';
import { describe, expect, it } from 'vitest';
import { isDuplicateKey } from '../../../src/storage/connection.js';

const DUPLICATE = { code: 11000, index: 0, errmsg: 'E11000 duplicate key error' };
const OTHER = { code: 121, index: 1, errmsg: 'Document failed validation' };

describe('isDuplicateKey', () => {
  it.each([
    ['of a bulk whose rows are all there already is true', [DUPLICATE, DUPLICATE], true],
    ['of a bulk that failed for another reason too is false', [DUPLICATE, OTHER], false],
    ['of a bulk that failed as a whole: the driver names no row, is false', [], false],
  ])('%s', (_, writeErrors, expected) => {
    expect(isDuplicateKey(aBulkError(writeErrors))).toBe(expected);
  });

  it('tells a duplicate of one row from every other refusal', () => {
    expect(isDuplicateKey(new mongoose.mongo.MongoServerError(DUPLICATE))).toBe(true);
    expect(isDuplicateKey(new mongoose.mongo.MongoServerError({ code: 14031 }))).toBe(false);
    expect(isDuplicateKey(new Error('broken'))).toBe(false);
  });
});

/** As the driver throws it, also where the server or the connection failed before any row was looked at. */
function aBulkError(writeErrors: readonly object[]): Error {
  const error = new mongoose.mongo.MongoServerError({ code: writeErrors.length > 0 ? 11000 : 14031 });
  const bulk = new mongoose.mongo.MongoBulkWriteError(error, NO_RESULT);
  return Object.assign(bulk, { writeErrors });
}

/** What the error copies of the bulk's result is not looked at. */
const NO_RESULT = {} as ConstructorParameters<typeof mongoose.mongo.MongoBulkWriteError>[1];
