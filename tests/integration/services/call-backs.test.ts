import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/role.js';
import { createCallBacks } from '../../../src/services/call-backs/service.js';
import { createCallBackStore } from '../../../src/storage/appeals/call-back-store.js';
import { ensureIndexes } from '../../../src/storage/connection.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';

const AT = new Date('2026-11-23T10:00:00Z');
const moderator: Actor = { kind: 'staff', id: 'm1', name: 'Олена', roles: ['moderator'], departmentIds: [] };
const viewer: Actor = { ...moderator, id: 'v1', roles: ['viewer'] };

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
  createCallBackStore(database.connection);
  await ensureIndexes(database.connection);
});
afterAll(() => database.close());

describe('calls that residents asked for', () => {
  it('are kept once for each inbox row, shown oldest first and finished once, by whoever may', async () => {
    const audited: string[] = [];
    const store = createCallBackStore(database.connection);
    const calls = createCallBacks({
      store,
      subscribers: { namesOf: async () => new Map([['s1', 'Марія']]) },
      audit: {
        record: async ({ action }: { readonly action: string }) => void audited.push(action),
      } as never,
      now: () => AT,
    });
    await store.add('row-2', { subscriberId: 's2', phone: '+380501111111', askedAt: AT });
    const earlier = { subscriberId: 's1', phone: '+380671234567', askedAt: new Date(AT.getTime() - 1) };
    await store.add('row-1', earlier);
    await store.add('row-1', earlier);

    const [first, second] = await calls.open();
    expect(await calls.countOpen()).toBe(2);
    expect(first).toEqual({ id: first?.id, ...earlier, name: 'Марія' });
    expect(second?.name).toBeUndefined();

    await expect(calls.finish(first?.id ?? '', 'Розповіла.', viewer)).rejects.toMatchObject({
      kind: 'forbidden',
    });
    await calls.finish(first?.id ?? '', 'Розповіла.', moderator);
    await expect(calls.finish(first?.id ?? '', 'Розповіла.', moderator)).rejects.toMatchObject({
      kind: 'notFound',
    });
    expect((await calls.open()).map(({ phone }) => phone)).toEqual(['+380501111111']);
    expect(audited).toEqual(['call-back.finish']);
  });
});
