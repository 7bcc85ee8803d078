import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensureIndexes } from '../../../src/storage/connection.js';
import { countSubscribedAt, createReadSubscribers } from '../../../src/storage/subscribers/subscribed-at.js';
import { subscriberModel } from '../../../src/storage/subscribers/subscriber-model.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';

const MOMENT = new Date('2026-11-01T00:00:00Z');
const BEFORE = new Date('2026-10-01T00:00:00Z');
const AFTER = new Date('2026-11-20T00:00:00Z');

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
  await ensureIndexes(database.connection);
});
afterAll(() => database.close());

function add(people: readonly object[]) {
  return subscriberModel(database.connection).collection.insertMany(
    people.map((person, place) => ({
      address: `${place}-${Math.random()}`,
      createdAt: BEFORE,
      ...person,
    })) as never[],
  );
}

it('counts who was subscribed when the month ended, and lists the same people', async () => {
  const telegram = { channel: 'telegram' };
  const viber = { channel: 'viber' };
  await add([
    { ...telegram, status: 'active', consent: { at: BEFORE } },
    { ...viber, status: 'stopped', consent: { at: BEFORE }, leftAt: AFTER },
    { ...viber, status: 'erased', leftAt: AFTER },
    // Left after the month and is back: still one of that month.
    { ...viber, status: 'active', consent: { at: AFTER }, leftAt: AFTER },
    // Could not be reached for a while: one, not two.
    { ...telegram, status: 'active', consent: { at: BEFORE }, leftAt: AFTER },
    { ...telegram, status: 'stopped', consent: { at: BEFORE }, leftAt: BEFORE },
    { ...telegram, status: 'active', consent: { at: AFTER }, createdAt: AFTER },
    { ...telegram, status: 'pending' },
  ]);
  expect(await countSubscribedAt(database.connection, MOMENT)).toEqual({ telegram: 2, viber: 3 });
  const people = await createReadSubscribers(database.connection)(MOMENT);
  expect(people.map(({ channel }) => channel).toSorted()).toEqual([
    'telegram',
    'telegram',
    'viber',
    'viber',
    'viber',
  ]);
});
