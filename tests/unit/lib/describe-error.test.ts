import mongoose from 'mongoose';
import { describe, expect, it } from 'vitest';
import { describeError } from '../../../src/lib/describe-error.js';

const WORDS = 'Олена, +380501234567';

describe('describeError', () => {
  it.each([
    ['a database that quotes a duplicate', () => duplicateKey()],
    ['a validator that quotes a field', () => new mongoose.Error.CastError('string', WORDS, 'text')],
    ['JSON.parse, which quotes what it could not read', () => thrownBy(() => JSON.parse(WORDS))],
    ['one of these as the cause', () => new Error('not stored', { cause: duplicateKey() })],
    ['what a library hangs on its error', () => Object.assign(new Error('failed'), { payload: WORDS })],
    ['a thrown text', () => WORDS],
  ])('keeps the words of people out of the log: %s', (_, make) => {
    expect(JSON.stringify(describeError(make()))).not.toMatch(/Олена|380501234567/);
  });

  it('tells what a bug is and where it is', () => {
    expect(describeError(new TypeError('x is not a function'))).toEqual({
      name: 'TypeError',
      message: 'x is not a function',
      thrownAt: expect.arrayContaining([expect.stringContaining('describe-error.test.ts')]),
    });
  });

  it('tells what the system said', () => {
    const error = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:27017'), { code: 'ECONNREFUSED' });
    expect(describeError(error)).toMatchObject({ code: 'ECONNREFUSED', message: error.message });
  });
});

function duplicateKey(): Error {
  const error = new Error(`E11000 duplicate key { name: "${WORDS}" }`);
  error.name = 'MongoServerError';
  return Object.assign(error, { code: 11000 });
}

function thrownBy(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
