import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Appeal } from '../../../src/domain/appeal.js';
import type { Subscriber } from '../../../src/domain/subscriber.js';
import type { DeskDeps } from '../../../src/services/appeals/desk.js';
import { registerAppeal, registerReceived } from '../../../src/services/appeals/register.js';
import type { AppealStore } from '../../../src/services/appeals/store.js';
import { createAppealStore } from '../../../src/storage/appeals/appeal-store.js';
import { createBlockStore } from '../../../src/storage/appeals/block-store.js';
import { ensureIndexes } from '../../../src/storage/connection.js';
import { anOffice } from '../../support/an-office.js';
import { anAppealDesk, COLLEAGUE, MODERATOR, MONDAY } from '../../support/appeal-desk.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';

/** Friday, noon in Kyiv: the office is open. */
const FRIDAY = new Date('2026-11-20T10:00:00Z');
const SPAM = 'Легкий підробіток без досвіду, 2000 грн на день';
const automatic = async () => 'automatic' as const;

let database: TestDatabase;
let store: AppealStore;
let written = 0;

beforeAll(async () => {
  database = await aDatabase();
  store = createAppealStore(database.connection);
  await ensureIndexes(database.connection);
});
afterAll(() => database.close());

async function writes(
  text: string,
  { door = 'official', isBlocked = false }: { door?: Appeal['door']; isBlocked?: boolean } = {},
): Promise<Appeal> {
  written += 1;
  const person: Subscriber = {
    id: `person-${written}`,
    channel: 'telegram',
    address: String(written),
    name: undefined,
    locale: 'uk',
    status: 'pending',
    topics: [],
    deliveryMode: 'digest',
    digestAt: '18:00',
    consent: undefined,
    source: undefined,
    createdAt: FRIDAY,
  };
  return registerAppeal(
    {
      store,
      office: async () => anOffice(),
      mode: automatic,
      routing: async () => [],
      isBlocked: async () => isBlocked,
    },
    {
      kind: door === 'anonymous' ? 'signal' : 'appeal',
      door,
      applicant: undefined,
      category: 'other',
      place: undefined,
      text,
      files: [],
    },
    { person, inboxId: `inbox-q-${written}`, receivedAt: FRIDAY },
  );
}

const desk = (changes: Partial<DeskDeps> = {}) => anAppealDesk(store, changes);

describe('quarantine', () => {
  it('keeps what looks like spam out of the queue and the register, and in its own view', async () => {
    const { appeals } = desk();
    const spam = await writes(SPAM);
    const honest = await writes('Темно на зупинці');
    expect([spam.quarantine, spam.status]).toEqual(['easy-job', 'received']);
    expect([honest.quarantine, honest.status]).toEqual([undefined, 'registered']);
    await registerReceived({ store, mode: automatic }, MONDAY);
    expect((await store.get(spam.number))?.status).toBe('received');
    const numbers = async (filter: Parameters<typeof appeals.list>[0]) =>
      (await appeals.list(filter, MODERATOR)).items.map(({ appeal }) => appeal.number);
    expect(await numbers({ open: true, limit: 50 })).not.toContain(spam.number);
    expect(await numbers({ quarantined: true, limit: 50 })).toEqual([spam.number]);
    expect(await appeals.count({ quarantined: true }, MODERATOR)).toBe(1);
    const elsewhere = { ...MODERATOR, departmentIds: ['nowhere'] };
    expect(await appeals.count({ quarantined: true }, elsewhere)).toBe(0);
    const block = { reason: 'Спам', days: 1 };
    for (const act of [
      () => appeals.release(spam.number, elsewhere),
      () => appeals.markSpam(spam.number, elsewhere),
      () => appeals.block(spam.number, block, elsewhere),
      () => appeals.unblock(spam.number, elsewhere),
    ])
      await expect(act()).rejects.toMatchObject({ kind: 'notFound' });
    await expect(appeals.take(spam.number, MODERATOR)).rejects.toMatchObject({ code: 'appeal.quarantined' });
  });

  it('registers what is an appeal as of the moment it was received, and tells the citizen once', async () => {
    const { appeals, queued, audited } = desk();
    const { number, dueAt } = await writes(SPAM);
    const outcomes = await Promise.allSettled([
      appeals.release(number, MODERATOR),
      appeals.release(number, COLLEAGUE),
    ]);
    expect(outcomes.some(({ status }) => status === 'fulfilled')).toBe(true);
    const released = await store.get(number);
    expect(released).toMatchObject({ status: 'registered', registeredAt: FRIDAY, dueAt });
    expect(released?.quarantine).toBeUndefined();
    expect(released?.messages).toHaveLength(2);
    expect(new Set(queued.map(({ text }) => text)).size).toBe(1);
    expect(queued[0]?.text).toContain('зареєстровано 20 листопада 2026 року');
    expect(audited[0]).toBe('appeal.release');
    expect((await appeals.take(number, MODERATOR)).appeal.status).toBe('in-progress');
    await expect(appeals.release(number, MODERATOR)).rejects.toMatchObject({
      code: 'appeal.not-quarantined',
    });
  });

  it('leaves registration to a person where a person registers', async () => {
    const { appeals, queued } = desk({ registrationMode: async () => 'by-person' });
    const { number } = await writes(SPAM);
    const { appeal } = await appeals.release(number, MODERATOR);
    expect([appeal.status, queued]).toEqual(['received', []]);
    const registered = await appeals.register(number, { incomingNumber: '9' }, MODERATOR);
    expect(registered.appeal.status).toBe('registered');
  });

  it('never registers an anonymous message', async () => {
    const { appeals, queued } = desk();
    const { number } = await writes(SPAM, { door: 'anonymous' });
    await appeals.release(number, MODERATOR);
    await registerReceived({ store, mode: automatic }, MONDAY);
    expect([(await store.get(number))?.status, queued]).toEqual(['received', []]);
  });

  it('keeps spam closed, deletes nothing, and can be taken back', async () => {
    const { appeals, queued, audited } = desk();
    const { number } = await writes(SPAM);
    const { appeal } = await appeals.markSpam(number, MODERATOR);
    expect([appeal.status, appeal.quarantine, queued]).toEqual(['closed', 'easy-job', []]);
    expect(appeal.messages[0]?.text).toBe(SPAM);
    const waiting = await appeals.list({ quarantined: true, limit: 50 }, MODERATOR);
    expect(waiting.items.map((page) => page.appeal.number)).not.toContain(number);
    expect((await appeals.release(number, MODERATOR)).appeal.status).toBe('registered');
    expect(audited).toEqual(['appeal.mark-spam', 'appeal.release']);
  });
});

describe('the blocklist', () => {
  it('sends new messages of the person to quarantine until it is undone', async () => {
    const blocks = createBlockStore(database.connection);
    const { appeals, audited } = desk({ blocks });
    const { number } = await writes('Темно на зупинці');
    await appeals.block(number, { reason: 'Сто порожніх звернень', days: 7 }, MODERATOR);
    expect(await appeals.blockOf(number, MODERATOR)).toMatchObject({
      reason: 'Сто порожніх звернень',
      until: new Date('2026-11-30T09:00:00Z'),
      by: MODERATOR.id,
    });
    expect((await writes('І ще', { isBlocked: true })).quarantine).toBe('blocked');
    await appeals.unblock(number, COLLEAGUE);
    expect(await appeals.blockOf(number, MODERATOR)).toBeUndefined();
    expect(audited).toEqual(['appeal.block', 'appeal.unblock']);
  });

  it('does not tell who wrote anonymously', async () => {
    const { appeals } = desk();
    const official = await writes('Підписане');
    const secret = await writes('Таємне', { door: 'anonymous' });
    const { subscriberId } = official;
    const numbers = { official: official.number, secret: 'С-2026-900001' };
    await store.insert({ ...secret, subscriberId, number: numbers.secret }, 'inbox-secret');
    await appeals.block(numbers.secret, { reason: 'Погрози', days: 7 }, MODERATOR);
    expect(await appeals.blockOf(numbers.official, MODERATOR)).toBeUndefined();
    expect(await appeals.blockOf(numbers.secret, MODERATOR)).toBeDefined();
  });
});
