import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createWatchers } from '../../../src/console/live/watchers.js';
import { silentLogger } from '../../support/silent-logger.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('looks once for all who watch the same, and only while somebody watches', async () => {
  const watchers = createWatchers(silentLogger, 1_000);
  let version = 'a';
  let reads = 0;
  const heard: string[] = [];
  const read = async () => {
    reads += 1;
    return version;
  };
  const leaveFirst = watchers.watch('queue', read, () => heard.push('first'));
  const leaveSecond = watchers.watch('queue', read, () => heard.push('second'));
  await vi.advanceTimersByTimeAsync(2_000);
  expect([reads, heard, watchers.count]).toEqual([3, [], 2]);

  version = 'b';
  await vi.advanceTimersByTimeAsync(1_000);
  expect(heard).toEqual(['first', 'second']);

  leaveFirst();
  leaveSecond();
  await vi.advanceTimersByTimeAsync(10_000);
  expect([reads, watchers.count]).toEqual([4, 0]);
});

it('goes on looking after the database was away', async () => {
  const watchers = createWatchers(silentLogger, 1_000);
  const answers = [async () => 'a', () => Promise.reject(new Error('away')), async () => 'b'];
  let heard = 0;
  const leave = watchers.watch(
    'queue',
    () => answers.shift()?.() ?? Promise.resolve('b'),
    () => {
      heard += 1;
    },
  );
  await vi.advanceTimersByTimeAsync(3_000);
  leave();
  expect(heard).toBe(1);
});
