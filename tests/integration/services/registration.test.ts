import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Appeal } from '../../../src/domain/appeal.js';
import { registerReceived } from '../../../src/services/appeals/register.js';
import type { AppealStore } from '../../../src/services/appeals/store.js';
import { createAppealStore } from '../../../src/storage/appeals/appeal-store.js';
import { ensureIndexes } from '../../../src/storage/connection.js';
import { anAppealDesk, COLLEAGUE, MODERATOR, MONDAY } from '../../support/appeal-desk.js';
import { anAppeal } from '../../support/console/builders.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';

const FRIDAY = new Date('2026-11-20T09:00:00Z');
let database: TestDatabase;
let store: AppealStore;
let stored = 0;

beforeAll(async () => {
  database = await aDatabase();
  store = createAppealStore(database.connection);
  await ensureIndexes(database.connection);
});
afterAll(() => database.close());

/** Received on Friday, promised to be registered the same day, and waiting for a person. */
async function aWaiting(changes: Partial<Appeal> = {}): Promise<string> {
  stored += 1;
  const number = `Н-2026-${String(stored).padStart(6, '0')}`;
  const history = [{ status: 'received', at: FRIDAY, by: 'system' }] as const;
  const waiting = { status: 'received', receivedAt: FRIDAY, registeredAt: FRIDAY, history } as const;
  await store.insert(anAppeal({ number, ...waiting, ...changes }), `inbox-${stored}`);
  return number;
}

describe('registration by a person', () => {
  it('counts the term from the named day, keeps both times and tells the citizen the number', async () => {
    const { appeals, queued, audited } = anAppealDesk(store);
    const number = await aWaiting();
    const { appeal } = await appeals.register(number, { incomingNumber: '1457' }, MODERATOR);
    expect(appeal).toMatchObject({
      status: 'registered',
      receivedAt: FRIDAY,
      registeredAt: MONDAY,
      incomingNumber: '1457',
      dueAt: new Date('2026-12-23T21:59:59Z'),
    });
    expect(appeal.history.at(-1)).toEqual({ status: 'registered', at: MONDAY, by: MODERATOR.id });
    expect(audited).toEqual(['appeal.register']);
    expect(queued).toEqual([
      {
        number,
        text: `Звернення ${number} зареєстровано 23 листопада 2026 року, вхідний № 1457. Відповідь – не пізніше 23 грудня 2026 року.`,
      },
    ]);
  });

  it('says nothing where the citizen knows number and day already', async () => {
    const { appeals, queued } = anAppealDesk(store);
    const number = await aWaiting();
    await appeals.register(number, { registeredAt: new Date('2026-11-20T12:00:00Z') }, MODERATOR);
    expect(queued).toEqual([]);
  });

  it('happens once: a second colleague is refused', async () => {
    const { appeals, queued } = anAppealDesk(store);
    const number = await aWaiting();
    await appeals.register(number, { incomingNumber: '1' }, MODERATOR);
    await expect(appeals.register(number, { incomingNumber: '2' }, COLLEAGUE)).rejects.toMatchObject({
      code: 'appeal.registered',
    });
    expect(queued).toHaveLength(1);
  });

  it('happens once also when both have the page open', async () => {
    const { appeals } = anAppealDesk(store);
    const number = await aWaiting();
    const outcomes = await Promise.allSettled([
      appeals.register(number, { registeredAt: FRIDAY, incomingNumber: '1' }, MODERATOR),
      appeals.register(number, { incomingNumber: '2' }, COLLEAGUE),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it.each([
    ['before the receipt', '2026-11-20T08:59:00Z'],
    ['in the future', '2026-11-23T09:01:00Z'],
  ])('is not %s', async (_, at) => {
    const { appeals } = anAppealDesk(store);
    const registeredAt = new Date(at);
    await expect(appeals.register(await aWaiting(), { registeredAt }, MODERATOR)).rejects.toMatchObject({
      code: 'appeal.registration-day',
    });
  });

  it('keeps the status of one that somebody has begun, and is found by its number', async () => {
    const { appeals } = anAppealDesk(store);
    const number = await aWaiting();
    await appeals.take(number, MODERATOR);
    const { appeal } = await appeals.register(number, { incomingNumber: '77/Г-19' }, MODERATOR);
    expect(appeal.status).toBe('in-progress');
    const { items } = await appeals.list({ q: '77/Г-19', limit: 5 }, MODERATOR);
    expect(items.map((page) => page.appeal.number)).toEqual([number]);
  });

  it('never happens by itself', async () => {
    const number = await aWaiting();
    await registerReceived({ store, mode: async () => 'by-person' }, MONDAY);
    expect((await store.get(number))?.status).toBe('received');
    await registerReceived({ store, mode: async () => 'automatic' }, MONDAY);
    expect((await store.get(number))?.status).toBe('registered');
  });
});
