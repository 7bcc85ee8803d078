import { addDays } from '../../../src/lib/city-time.js';
import type { DayCounts } from '../../../src/services/daily-counts/store.js';

/** Thirty days of a growing city, the last one the day of the builders' NOW. */
export function someDays(today = '2026-11-23'): readonly DayCounts[] {
  return Array.from({ length: 30 }, (_, n) => ({
    day: addDays(today, n - 29),
    subscribers: { telegram: 860 + n * 2, viber: 590 + n },
    deliveries: { accepted: (n % 5) * 700, missed: (n % 5) * 40 },
    appeals: [
      { departmentId: 'roads', category: 'roads', count: n % 4 },
      { departmentId: 'utilities', category: 'utilities', count: n % 3 },
    ],
    countedAt: new Date('2026-11-23T07:00:00Z'),
  }));
}
