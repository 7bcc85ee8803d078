import { expect, it } from 'vitest';
import { oneAtATime } from '../../../src/lib/one-at-a-time.js';

it('runs tasks one after another, in order, past a failed one', async () => {
  const journal: string[] = [];
  const inTurn = oneAtATime();
  const task = (name: string, fails = false) =>
    inTurn(async () => {
      journal.push(`${name} starts`);
      await new Promise(setImmediate);
      journal.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    });
  const results = await Promise.allSettled([task('a'), task('b', true), task('c')]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(journal).toEqual(['a starts', 'a ends', 'b starts', 'b ends', 'c starts', 'c ends']);
});
