import { describe, expect, it } from 'vitest';
import { createReadiness } from '../../../src/app/readiness.js';

const OUTBOX = { pausedUntil: async () => undefined, trouble: async () => undefined };

function readiness(heartbeat: () => Promise<void>, freeMb = 1_000) {
  return createReadiness({
    heartbeat,
    freeBytes: async () => freeMb * 1024 ** 2,
    outbox: OUTBOX,
    channels: [],
    real: () => new Date('2026-11-23T09:00:00Z'),
  });
}

describe('readiness', () => {
  it('ends in words when the database keeps nothing any more', async () => {
    const full = readiness(() => Promise.reject(new Error('the disk is full')));
    expect(await full()).toEqual({
      status: 'unready',
      reasons: ['the database refuses to write: the disk is full'],
    });
  });

  it('ends when the database takes too long', async () => {
    const hanging = readiness(() => new Promise(() => undefined));
    expect(await hanging()).toEqual({ status: 'unready', reasons: ['the database does not answer'] });
  });

  it('names a disk with little room, and ends on a full one', async () => {
    const written = async () => undefined;
    expect(await readiness(written, 100)()).toEqual({
      status: 'degraded',
      reasons: ['the disk of DATA_DIR has 100 MB left'],
    });
    expect(await readiness(written, 0)()).toEqual({
      status: 'unready',
      reasons: ['the disk of DATA_DIR has 0 MB left'],
    });
  });

  it('costs one write a second, however often it is asked', async () => {
    let writes = 0;
    const ready = readiness(async () => {
      writes += 1;
    });
    const answers = await Promise.all(Array.from({ length: 50 }, ready));
    expect(answers.map(({ status }) => status)).not.toContain('unready');
    expect(writes).toBe(1);
  });
});
