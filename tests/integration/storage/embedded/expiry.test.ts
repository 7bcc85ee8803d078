import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Int32 } from 'bson';
import { expect, it } from 'vitest';
import { openDatabase } from '../../../../src/storage/embedded/database.js';
import { removeExpired } from '../../../../src/storage/embedded/ttl.js';
import { encode } from '../../../../src/storage/embedded/values.js';

it('removes documents whose time is over, and only dates count', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'visnyk-db-'));
  const database = await openDatabase(directory, join(directory, 'unused.sock'), () => undefined);
  const at = (iso: string) => new Date(`2026-11-23T${iso}Z`);
  const collection = await database.store.write(() => {
    const created = database.catalogue.findOrCreate('test.sessions');
    const wanted = {
      name: 'seenAt_1',
      key: { seenAt: new Int32(1) },
      partialFilterExpression: { seenAt: { $exists: true } },
      expireAfterSeconds: 60,
    };
    database.catalogue.addIndex(created, wanted, false);
    const times = [
      at('08:00:00'),
      at('08:00:59'),
      at('08:01:01'),
      'old',
      undefined,
      [at('07:00:00'), at('09:00:00')],
    ];
    for (const [i, seenAt] of times.entries()) {
      const document = { _id: new Int32(i), ...(seenAt === undefined ? {} : { seenAt }) };
      created.insert(encode(document), document);
    }
    return created;
  });
  await removeExpired(database, at('08:02:00'));
  expect(collection.count).toBe(3);
  expect([1, 2, 3, 4, 5, 6].filter((recordId) => collection.read(recordId))).toEqual([3, 4, 5]);
  await database.close();
  await rm(directory, { recursive: true });
});
