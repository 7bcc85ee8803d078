import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../src/lib/city-time.js';
import {
  countConcerning,
  createDailyCounts,
  DAYS_SHOWN,
} from '../../../../src/services/daily-counts/daily-counts.js';
import type { DayBounds, DayCounts } from '../../../../src/services/daily-counts/store.js';

const NOW = new Date('2026-11-23T10:00:00Z');

function counting() {
  const kept = new Map<string, DayCounts>();
  const asked: DayBounds[] = [];
  const stopping = new AbortController();
  let now = NOW;
  const counts = createDailyCounts({
    store: {
      between: async (first, last) =>
        [...kept.values()]
          .filter(({ day }) => day >= first && day <= last)
          .sort((a, b) => a.day.localeCompare(b.day)),
      keep: async (row) => void kept.set(row.day, row),
    },
    facts: {
      subscribersAt: async (channel) => (channel === 'telegram' ? 7 : 3),
      deliveriesOf: async (bounds) => {
        asked.push(bounds);
        return { accepted: 5, missed: 1 };
      },
      appealsOf: async () => [{ departmentId: 'roads', category: 'roads', count: 2 }],
    },
    clocks: { now: () => now },
    timeZone: 'Europe/Kyiv',
    stopping: stopping.signal,
  });
  return {
    counts,
    asked,
    stopping,
    at(moment: Date) {
      now = moment;
    },
  };
}

describe('the counts of days', () => {
  it('are of the last thirty days of the city, midnight to midnight', async () => {
    const { counts, asked } = counting();
    await counts.recount();
    const days = await counts.lastDays();
    expect(days).toHaveLength(DAYS_SHOWN);
    expect(days.at(-1)).toEqual({
      day: '2026-11-23',
      subscribers: { telegram: 7, viber: 3 },
      deliveries: { accepted: 5, missed: 1 },
      appeals: [{ departmentId: 'roads', category: 'roads', count: 2 }],
      countedAt: NOW,
    });
    expect(asked[0]).toEqual({
      from: new Date('2026-11-22T22:00:00Z'),
      until: new Date('2026-11-23T22:00:00Z'),
    });
    // Kyiv turned its clocks back on 25 October: that day has 25 hours.
    expect(asked.at(-1)).toEqual({
      from: new Date('2026-10-24T21:00:00Z'),
      until: new Date('2026-10-25T22:00:00Z'),
    });
  });

  it('are left alone once nothing of a day changes any more', async () => {
    const { counts, asked } = counting();
    await counts.recount();
    asked.length = 0;
    await counts.recount();
    expect(asked.map(({ from }) => from.toISOString().slice(0, 10))).toEqual([
      '2026-11-22',
      '2026-11-21',
      '2026-11-20',
    ]);
  });

  it('reach the days that were missed while the service stood still', async () => {
    const { counts, asked, at } = counting();
    await counts.recount();
    asked.length = 0;
    at(new Date('2026-11-28T10:00:00Z'));
    await counts.recount();
    const days = await counts.lastDays();
    expect(days.map(({ day }) => day)).toEqual(
      Array.from({ length: DAYS_SHOWN }, (_, n) => addDays('2026-11-28', n + 1 - DAYS_SHOWN)),
    );
    expect(asked).toHaveLength(8);
  });

  it('stop between two days when the service stops', async () => {
    const { counts, asked, stopping } = counting();
    stopping.abort();
    await counts.recount();
    expect(asked).toEqual([]);
  });
});

describe('somebody limited to departments', () => {
  it('sees the numbers of their own only', () => {
    const appeals = [
      { departmentId: 'roads', category: 'roads', count: 2 },
      { departmentId: 'welfare', category: 'welfare', count: 5 },
    ] as const;
    expect(countConcerning(appeals, ['welfare'])).toEqual([appeals[1]]);
    expect(countConcerning(appeals, undefined)).toBe(appeals);
  });
});
