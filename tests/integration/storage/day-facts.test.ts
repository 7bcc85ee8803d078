import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBroadcastStore } from '../../../src/storage/broadcasts/broadcast-store.js';
import { ensureIndexes } from '../../../src/storage/connection.js';
import { createDailyCountStore } from '../../../src/storage/daily-count-store.js';
import { createDayFacts } from '../../../src/storage/day-facts.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { fillCity } from '../../support/large-city.js';

const NOW = new Date('2026-11-23T10:00:00Z');
const TODAY = { from: new Date('2026-11-22T22:00:00Z'), until: new Date('2026-11-23T22:00:00Z') };

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(() => database.close());

describe('a day of the city', () => {
  it('is counted from subscribers, broadcasts and appeals, and kept', async () => {
    const { connection } = database;
    const facts = createDayFacts(connection, createBroadcastStore(connection));
    const store = createDailyCountStore(connection);
    await ensureIndexes(connection);
    await fillCity(
      connection,
      { subscribers: 300, appeals: 7_300, broadcasts: 3, reach: 30, lastReach: 100 },
      NOW,
    );
    expect(await facts.subscribersAt('telegram', NOW)).toBe(190);
    // Whoever has left since was there before.
    expect(await facts.subscribersAt('telegram', new Date(0))).toBe(0);
    // The last one waits in part: neither accepted nor missed.
    expect(await facts.deliveriesOf(TODAY)).toEqual({ accepted: 48, missed: 2 });
    const appeals = await facts.appealsOf(TODAY);
    expect(appeals.reduce((sum, { count }) => sum + count, 0)).toBe(5);
    expect(appeals[0]).toEqual({
      departmentId: expect.any(String),
      category: expect.any(String),
      count: expect.any(Number),
    });

    const row = {
      day: '2026-11-23',
      subscribers: { telegram: 190, viber: 95 },
      deliveries: { accepted: 48, missed: 2 },
      appeals,
      countedAt: NOW,
    };
    await store.keep({ ...row, appeals: [] });
    await store.keep(row);
    await store.keep({ ...row, day: '2026-11-24' });
    expect(await store.between('2026-11-22', '2026-11-23')).toEqual([row]);
  });
});
