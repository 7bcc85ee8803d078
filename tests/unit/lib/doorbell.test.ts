import { describe, expect, it } from 'vitest';
import { Doorbell } from '../../../src/lib/doorbell.js';

const LONG_MS = 60_000;
const never = new AbortController().signal;

describe('Doorbell', () => {
  it('ends a wait at a ring', async () => {
    const doorbell = new Doorbell();
    const waiting = doorbell.wait(LONG_MS, never);
    doorbell.ring();
    await expect(waiting).resolves.toBe(true);
  });

  it('remembers a ring while nobody waited', async () => {
    const doorbell = new Doorbell();
    doorbell.ring();
    await expect(doorbell.wait(LONG_MS, never)).resolves.toBe(true);
  });

  it('says when it only was the time', async () => {
    await expect(new Doorbell().wait(1, never)).resolves.toBe(false);
  });

  it('ends with the signal', async () => {
    const stopping = new AbortController();
    const waiting = new Doorbell().wait(LONG_MS, stopping.signal);
    stopping.abort();
    await expect(waiting).resolves.toBe(false);
  });
});
