import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDay } from '../../../../src/lib/city-time.js';
import { datesOf } from '../../../../src/sandbox/demonstration/appeal-dates.js';
import { APPEAL_STORIES } from '../../../../src/sandbox/demonstration/appeal-stories.js';

const KYIV = 'Europe/Kyiv';
const anyDay = fc.date({ min: new Date('2024-01-01'), max: new Date('2032-01-01'), noInvalidDate: true });

describe('dates of the demonstration appeals', () => {
  it('have one that is due today, whatever day it is', () => {
    fc.assert(
      fc.property(anyDay, (now) => {
        const due = APPEAL_STORIES.filter(({ daysAgo }) => daysAgo === 'month').map(
          (story) => datesOf(story, now, KYIV).dueAt ?? now,
        );
        expect(due.map((date) => localDay(date, KYIV))).toEqual([localDay(now, KYIV)]);
      }),
      { numRuns: 300 },
    );
  });

  it('have exactly one overdue among those nobody has answered', () => {
    fc.assert(
      fc.property(anyDay, (now) => {
        const overdue = APPEAL_STORIES.filter((story) => {
          const { dueAt } = datesOf(story, now, KYIV);
          return !story.answer && dueAt !== undefined && dueAt < now;
        });
        expect(overdue.map(({ category }) => category)).toEqual(['roads']);
      }),
      { numRuns: 300 },
    );
  });

  it('go from the oldest to the newest, all in the past', () => {
    fc.assert(
      fc.property(anyDay, (now) => {
        const received = APPEAL_STORIES.map((story) => datesOf(story, now, KYIV).receivedAt.getTime());
        expect(received).toEqual([...received].sort((a, b) => a - b));
        expect(received.at(-1)).toBeLessThan(now.getTime());
      }),
      { numRuns: 300 },
    );
  });
});
