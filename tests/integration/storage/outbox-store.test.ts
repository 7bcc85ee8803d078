import { Types } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BroadcastKind, BroadcastStatus } from '../../../src/domain/broadcast.js';
import type { OutboxRow } from '../../../src/services/outbox/row.js';
import { broadcastModel } from '../../../src/storage/broadcasts/broadcast-model.js';
import { deliveryModel } from '../../../src/storage/broadcasts/delivery-model.js';
import { ensureIndexes } from '../../../src/storage/connection.js';
import { messageModel } from '../../../src/storage/outbox/message-model.js';
import { createOutboxStore } from '../../../src/storage/outbox/outbox-store.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';

const AT = new Date('2026-11-23T09:00:00Z');
const FENCE = 7;

let database: TestDatabase;

beforeAll(async () => {
  database = await aDatabase();
  createOutboxStore(database.connection);
  await ensureIndexes(database.connection);
});
beforeEach(async () => {
  for (const model of [broadcastModel, deliveryModel, messageModel])
    await model(database.connection).collection.deleteMany({});
});
afterAll(() => database.close());

async function aBroadcast(status: BroadcastStatus, kind: BroadcastKind = 'news') {
  const { _id } = await broadcastModel(database.connection).create({
    kind,
    status,
    delivery: 'instant',
    ignoreQuietHours: false,
    hash: 'h',
    createdBy: 'u',
    createdAt: AT,
    startedAt: AT,
  });
  return _id;
}

async function aDelivery(broadcastId: Types.ObjectId, fields: object) {
  const Delivery = deliveryModel(database.connection);
  const { _id } = await Delivery.create({
    broadcastId,
    subscriberId: new Types.ObjectId(),
    channel: 'telegram',
    address: '1',
    locale: 'uk',
    dueAt: AT,
    fence: FENCE,
    ...fields,
  });
  const row: OutboxRow = {
    id: _id.toHexString(),
    source: 'delivery',
    subscriberId: new Types.ObjectId().toHexString(),
    address: '1',
    locale: 'uk',
    attempt: 0,
    repeated: false,
    part: 0,
    broadcastId: broadcastId.toHexString(),
  };
  return { row, now: async () => Delivery.findById(_id).lean() };
}

async function aReply(address: string, dueAt: Date) {
  await messageModel(database.connection).create({
    key: new Types.ObjectId().toHexString(),
    lane: 'reply',
    subscriberId: new Types.ObjectId(),
    channel: 'telegram',
    address,
    locale: 'uk',
    status: 'queued',
    dueAt,
    content: { format: 'plain', text: 'Так' },
  });
}

describe('the outbox in the database', () => {
  it.each(['queued', 'leased'] as const)(
    'skips a row that comes back %s to a broadcast cancelled meanwhile',
    async (status) => {
      const outbox = createOutboxStore(database.connection);
      const { row, now } = await aDelivery(await aBroadcast('cancelled'), { status: 'sending' });
      await outbox.settle([{ row, status, code: 'network.refused', at: AT }], FENCE);
      expect(await now()).toMatchObject({ status: 'skipped', code: 'cancelled' });
    },
  );

  it('skips what a dead holder left of a cancelled broadcast', async () => {
    const outbox = createOutboxStore(database.connection);
    const { now } = await aDelivery(await aBroadcast('cancelled'), { status: 'leased' });
    await outbox.recover('telegram', FENCE + 1, AT);
    expect(await now()).toMatchObject({ status: 'skipped' });
  });

  it('repeats an alert once after a crash, whatever was refused before, and no second time', async () => {
    const outbox = createOutboxStore(database.connection);
    const alert = await aBroadcast('sending', 'alert');
    const { now } = await aDelivery(alert, { status: 'sending', attempt: 2 });
    await outbox.recover('telegram', FENCE + 1, AT);
    expect(await now()).toMatchObject({ status: 'queued', attempt: 2, repeated: true });
    await deliveryModel(database.connection).updateMany({}, { $set: { status: 'sending' } });
    await outbox.recover('telegram', FENCE + 1, AT);
    expect(await now()).toMatchObject({ status: 'unknown' });
  });

  it('keeps the place of a row that stays claimed, and moves one that goes back', async () => {
    const outbox = createOutboxStore(database.connection);
    const broadcastId = await aBroadcast('sending');
    const claimed = await aDelivery(broadcastId, { status: 'sending' });
    const back = await aDelivery(broadcastId, { status: 'sending' });
    const dueAt = new Date(AT.getTime() + 5_000);
    await outbox.settle(
      [
        { row: claimed.row, status: 'leased', dueAt, at: AT },
        { row: back.row, status: 'queued', dueAt, at: AT },
      ],
      FENCE,
    );
    expect((await claimed.now())?.dueAt).toEqual(AT);
    expect((await back.now())?.dueAt).toEqual(dueAt);
  });

  it('takes back only rows that it settled as unreachable itself', async () => {
    const outbox = createOutboxStore(database.connection);
    const broadcastId = await aBroadcast('sending');
    const mine = await aDelivery(broadcastId, { status: 'unreachable' });
    const others = await aDelivery(broadcastId, { status: 'unreachable', fence: FENCE - 1 });
    await outbox.takeBack([mine.row, others.row], FENCE);
    expect((await mine.now())?.status).toBe('queued');
    expect((await others.now())?.status).toBe('unreachable');
  });

  it('marks only rows it still holds', async () => {
    const outbox = createOutboxStore(database.connection);
    const broadcastId = await aBroadcast('sending');
    const held = await aDelivery(broadcastId, { status: 'leased' });
    const skipped = await aDelivery(broadcastId, { status: 'skipped' });
    const lost = await aDelivery(broadcastId, { status: 'leased', fence: FENCE + 1 });
    const rows = [held, skipped, lost].map(({ row }) => row);
    expect(await outbox.markSending(rows, FENCE, AT)).toEqual(new Set([held.row.id]));
  });

  it('gives others their replies while one person has many', async () => {
    const outbox = createOutboxStore(database.connection);
    await aReply('1', AT);
    await aReply('2', AT);
    const from = { source: 'message', lane: 'reply', exceptAddresses: ['1'] } as const;
    const rows = await outbox.claim('telegram', from, 10, FENCE, AT);
    expect(rows.map(({ address }) => address)).toEqual(['2']);
  });

  it('remembers that a messenger refuses the bot until it is put right', async () => {
    const outbox = createOutboxStore(database.connection);
    await outbox.saveTrouble('viber', { code: 'viber.2', since: AT });
    expect(await outbox.trouble('viber')).toEqual({ code: 'viber.2', since: AT });
    await outbox.saveTrouble('viber', undefined);
    expect(await outbox.trouble('viber')).toBeUndefined();
    expect(await outbox.pausedUntil('viber')).toBeUndefined();
  });
});
