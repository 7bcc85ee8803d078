import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { deliveryModel } from '../../../src/storage/broadcasts/delivery-model.js';
import { connectDatabase, ensureIndexes } from '../../../src/storage/connection.js';
import { startEmbeddedDatabase } from '../../../src/storage/embedded/start.js';
import { createInboxStore } from '../../../src/storage/inbox-store.js';
import { until } from '../../support/until.js';
import { aWorld, type World } from '../../support/world.js';

const RECEIPTS = 5_000;
const BATCH = 300;
const AT = new Date();

let world: World;

beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

/** A broadcast went out in Viber, and the word that it was delivered came from everybody at once. */
async function receiptsOfABroadcast(dataDir: string): Promise<void> {
  const database = await startEmbeddedDatabase({ directory: join(dataDir, 'db') });
  const connection = await connectDatabase(database.uri);
  const inbox = createInboxStore(connection);
  const deliveries = deliveryModel(connection);
  await ensureIndexes(connection);
  const broadcastId = new mongoose.Types.ObjectId();
  const people = Array.from({ length: RECEIPTS }, (_, i) => ({
    address: `viber-${i}`,
    token: `57413118035717${Math.floor(i / BATCH)}`,
  }));
  await deliveries.collection.insertMany(
    people.map(({ address, token }) => ({
      ...{ _id: new mongoose.Types.ObjectId(), broadcastId, subscriberId: new mongoose.Types.ObjectId() },
      ...{ revision: 0, channel: 'viber' as const, address, locale: 'uk' as const, status: 'sent' as const },
      ...{ attempt: 0, part: 1, fence: 0, messageIds: [token], code: null, at: AT, firstDueAt: AT },
    })),
  );
  await inbox.insert(
    people.map(({ address, token }) => ({
      ...{ channel: 'viber' as const, key: `delivered:${token}:${address}`, person: address },
      ...{ isReceipt: true, receivedAt: AT },
      body: JSON.stringify({ event: 'delivered', message_token: token, user_id: address }),
    })),
  );
  await connection.close();
  await database.close();
}

/** @returns how long a new resident waits for the first answer, in milliseconds */
async function waitOf(name: string): Promise<number> {
  const { viber } = world.emulators;
  const { id } = viber.addPerson({ name });
  const askedMs = Date.now();
  viber.phone(id).say('Добрий день');
  await world.emulators.seen('viber', id, ({ from }) => from === 'bot', 30_000);
  return Date.now() - askedMs;
}

it('answers a resident at once while the receipts of a broadcast come in, and applies them all', async () => {
  await receiptsOfABroadcast(world.dataDir);
  await world.start();
  const startedMs = Date.now();
  const waitMs = await waitOf('Ігор');
  const connection = await connectDatabase(readFileSync(join(world.dataDir, 'mongodb.uri'), 'utf8').trim());
  const inbox = connection.collection('inbox');
  const waiting = { channel: 'viber', queue: 'receipts', state: 'waiting' };
  await until('every receipt to be done', async () => !(await inbox.findOne(waiting)), 80_000);
  const allMs = Date.now() - startedMs;
  expect(await connection.collection('deliveries').countDocuments({ status: 'delivered' })).toBe(RECEIPTS);
  await connection.close();
  // On a machine that is too busy for a second: not behind the receipts.
  expect(waitMs).toBeLessThan(Math.max(1_000, allMs / 3));
}, 90_000);
