import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/role.js';
import { createAudit } from '../../../src/services/audit/audit.js';
import { createAuditReading } from '../../../src/services/audit/reading.js';
import { createAuditStore } from '../../../src/storage/audit-store.js';
import { ensureIndexes } from '../../../src/storage/connection.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';

const HEAD: Actor = { kind: 'staff', id: 'head', name: 'Ірина Бондар', roles: ['head'] };

let database: TestDatabase;
let reading: ReturnType<typeof createAuditReading>;

beforeAll(async () => {
  database = await aDatabase();
  const store = createAuditStore(database.connection);
  await ensureIndexes(database.connection);
  let day = 0;
  const audit = createAudit(store, () => new Date(Date.UTC(2026, 10, day)));
  for (day = 1; day <= 12; day += 1)
    await audit.record({
      actor: HEAD,
      action: day % 3 ? 'feed.change' : 'feed.pause',
      subject: `f${day % 2}`,
    });
  reading = createAuditReading(store, audit);
});
afterAll(() => database.close());

const on = (day: number) => new Date(Date.UTC(2026, 10, day));

it('reads the lines of some days, also by action and subject', async () => {
  const seqs = async (filter: Parameters<typeof reading.list>[0]) =>
    (await reading.list(filter, HEAD)).items.map(({ seq }) => seq);
  expect(await seqs({ limit: 50, from: on(4), until: on(7) })).toEqual([6, 5, 4]);
  expect(await seqs({ limit: 50, action: 'feed.pause', until: on(9) })).toEqual([6, 3]);
  expect(await seqs({ limit: 50, subject: 'f0', from: on(11) })).toEqual([12]);
  expect(await seqs({ limit: 50, from: on(20) })).toEqual([]);
  expect(await seqs({ limit: 2, cursor: '5' })).toEqual([4, 3]);
});

it('finds a change made past the service', async () => {
  expect(await reading.verify(HEAD)).toMatchObject({ count: 12, brokenCount: 0 });
  await database.connection
    .collection<{ _id: number }>('audit')
    .updateOne({ _id: 5 }, { $set: { subject: 'f9' } });
  await database.connection.collection<{ _id: number }>('audit').deleteOne({ _id: 8 });
  expect((await reading.verify(HEAD)).broken).toEqual([
    { seq: 5, fault: 'changed' },
    { seq: 9, fault: 'missing-before' },
  ]);
});
