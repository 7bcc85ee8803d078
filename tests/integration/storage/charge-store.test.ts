import { Types } from 'mongoose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createChargeStore } from '../../../src/storage/broadcasts/charge-store.js';
import { deliveryModel } from '../../../src/storage/broadcasts/delivery-model.js';
import { ensureIndexes } from '../../../src/storage/connection.js';
import { messageModel } from '../../../src/storage/outbox/message-model.js';
import { createOutboxStore } from '../../../src/storage/outbox/outbox-store.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
  createOutboxStore(database.connection);
  await ensureIndexes(database.connection);
});
afterAll(() => database.close());

const NEWS = Types.ObjectId.createFromTime(Date.parse('2026-10-20T00:00:00Z') / 1_000);
const OTHER = new Types.ObjectId();
const UNTIL = new Date('2026-11-23T09:00:00Z');

/** A row as the sender leaves it. */
function aRow(billedIn: string | undefined, billingStatus: number | undefined, part = 1) {
  return {
    channel: 'viber' as const,
    subscriberId: new Types.ObjectId(),
    address: 'a',
    locale: 'uk' as const,
    status: 'sent' as const,
    part,
    ...(billedIn === undefined ? {} : { billedIn, billingStatus }),
  };
}

it('counts messages of each price by month and by broadcast, from the rows', async () => {
  const { connection } = database;
  const firstDueAt = UNTIL;
  const row = (...given: Parameters<typeof aRow>) => ({ ...aRow(...given), broadcastId: NEWS, firstDueAt });
  await deliveryModel(connection).insertMany([
    row('2026-10', 5),
    row('2026-11', 5),
    row('2026-11', 5, 2),
    row('2026-11', 3),
    row('2026-11', 2),
    row(undefined, undefined),
    { ...row('2026-11', 4, 3), broadcastId: OTHER },
  ]);
  await messageModel(connection).insertMany([
    { ...aRow('2026-11', 5), key: 'answer', lane: 'reply', content: { format: 'plain', text: 'Так' } },
  ]);
  const charges = createChargeStore(connection);
  expect(await charges.ofMonth('2026-11')).toEqual({ inSession: 1, free: 4, paid: 4 });
  expect(await charges.ofMonth('2026-12')).toEqual({ inSession: 0, free: 0, paid: 0 });
  expect(await charges.ofBroadcast(NEWS.toHexString(), UNTIL)).toEqual({ inSession: 1, free: 1, paid: 4 });
});
