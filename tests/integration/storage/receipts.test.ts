import { Types } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Receipt } from '../../../src/domain/inbound-event.js';
import { broadcastModel } from '../../../src/storage/broadcasts/broadcast-model.js';
import { deliveryModel } from '../../../src/storage/broadcasts/delivery-model.js';
import { ensureIndexes } from '../../../src/storage/connection.js';
import { createOutboxStore } from '../../../src/storage/outbox/outbox-store.js';
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

async function aBroadcastUnderWay(): Promise<Types.ObjectId> {
  const _id = new Types.ObjectId();
  await broadcastModel(database.connection).collection.insertOne({ _id, status: 'sending', startedAt: AT });
  return _id;
}

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

function told(status: Receipt['status'], address: string): Receipt {
  return { kind: 'receipt', channel: 'viber', address, messageId: TOKEN, status, reason: undefined, at: AT };
}

describe('receipts', () => {
  it('move on the rows they speak of, in whatever order they come and however often', async () => {
    const outbox = createOutboxStore(database.connection);
    const statuses = [
      await aDelivery('олена', { status: 'sent', messageIds: [TOKEN], part: 1 }),
      await aDelivery('марія', { status: 'unknown', messageIds: [TOKEN], part: 1 }),
      await aDelivery('петро', { status: 'sent', messageIds: ['5741311803571721088'], part: 1 }),
    ];
    const receipts = [told('seen', 'олена'), told('delivered', 'олена'), told('delivered', 'марія')];
    for (let time = 0; time < 2; time += 1) {
      expect(await outbox.applyReceipts('viber', [...receipts, told('seen', 'петро')])).toEqual(new Set());
      expect(await Promise.all(statuses.map((status) => status()))).toEqual(['seen', 'delivered', 'sent']);
    }
  });

  it('are too early while a send to their person is not written down yet', async () => {
    const outbox = createOutboxStore(database.connection);
    const broadcastId = await aBroadcastUnderWay();
    const status = await aDelivery('ігор', { status: 'sending', broadcastId });
    const early = told('delivered', 'ігор');
    expect(await outbox.applyReceipts('viber', [early, told('delivered', 'ніхто')])).toEqual(
      new Set([early]),
    );
    expect(await status()).toBe('sending');
  });

  it('are none at times', async () => {
    const outbox = createOutboxStore(database.connection);
    expect(await outbox.applyReceipts('viber', [])).toEqual(new Set());
  });
});
