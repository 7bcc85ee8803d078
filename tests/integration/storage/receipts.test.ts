import { Types } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Receipt } from '../../../src/domain/inbound-event.js';
import { ensureIndexes } from '../../../src/storage/connection.js';
import { deliveryModel } from '../../../src/storage/delivery-model.js';
import { createOutboxStore } from '../../../src/storage/outbox-store.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';

const AT = new Date('2026-11-23T09:00:00Z');
const TOKEN = '5741311803571721087';

let database: TestDatabase;

beforeAll(async () => {
  database = await aDatabase();
  createOutboxStore(database.connection);
  await ensureIndexes(database.connection);
});

afterAll(() => database.close());

async function aDelivery(address: string, fields: object): Promise<() => Promise<string | undefined>> {
  const Delivery = deliveryModel(database.connection);
  const { _id } = await Delivery.create({
    broadcastId: new Types.ObjectId(),
    subscriberId: new Types.ObjectId(),
    channel: 'viber',
    address,
    locale: 'uk',
    dueAt: AT,
    ...fields,
  });
  return async () => (await Delivery.findById(_id).lean())?.status;
}

function delivered(address: string): Receipt {
  return {
    kind: 'receipt',
    channel: 'viber',
    address,
    messageId: TOKEN,
    status: 'delivered',
    reason: undefined,
    at: AT,
  };
}

describe('a receipt', () => {
  it('moves on the row it speaks of', async () => {
    const outbox = createOutboxStore(database.connection);
    const status = await aDelivery('олена', { status: 'sent', messageIds: [TOKEN] });
    expect(await outbox.applyReceipt(delivered('олена'))).toBe(true);
    expect(await status()).toBe('delivered');
  });

  it('is asked for again while its own send is not written down yet', async () => {
    const outbox = createOutboxStore(database.connection);
    const status = await aDelivery('ігор', { status: 'sending' });
    expect(await outbox.applyReceipt(delivered('ігор'))).toBe(false);
    expect(await status()).toBe('sending');
  });

  it('of a message nobody remembers changes nothing and is done with', async () => {
    const outbox = createOutboxStore(database.connection);
    expect(await outbox.applyReceipt(delivered('ніхто'))).toBe(true);
  });
});
