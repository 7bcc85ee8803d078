import { describe, expect, it } from 'vitest';
import { createIdempotency, type KeyRecord } from '../../../../src/services/idempotency/idempotency.js';

const REQUEST = { owner: 'site', key: 'news-17', fingerprint: 'POST /broadcasts' };
const CREATED = { status: 201, contentType: 'application/json', body: '{}' };
const NOW = new Date('2026-11-23T09:00:00Z');

describe('a request with an Idempotency-Key', () => {
  it('does not happen twice when its answer cannot be kept', async () => {
    let record: KeyRecord | undefined;
    const idempotency = createIdempotency(
      {
        async claim(claimed) {
          if (record) return record;
          record = { ...claimed, answer: undefined };
          return undefined;
        },
        keep: () => Promise.reject(new Error('the database is away')),
        async release() {
          record = undefined;
        },
      },
      () => NOW,
    );
    let happened = 0;
    const run = async () => {
      happened += 1;
      return CREATED;
    };
    await expect(idempotency.once(REQUEST, run)).rejects.toThrow('the database is away');
    await expect(idempotency.once(REQUEST, run)).rejects.toMatchObject({ code: 'idempotency.in-flight' });
    expect(happened).toBe(1);
  });
});
