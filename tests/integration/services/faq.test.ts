import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/role.js';
import { createFaq } from '../../../src/services/faq/service.js';
import { createFaqStore } from '../../../src/storage/appeals/faq-store.js';
import { ensureIndexes } from '../../../src/storage/connection.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';

const HEAD: Actor = { kind: 'staff', id: 'head', name: 'Оксана МЕЛЬНИК', roles: ['head'] };
const content = {
  title: 'Як оформити субсидію?',
  text: 'Зверніться до управління соцзахисту.',
  stems: ['субсид'],
  ownerId: 'head',
  checkBy: '2026-11-22',
};

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
  createFaqStore(database.connection);
  await ensureIndexes(database.connection);
});
afterAll(() => database.close());

describe('ready answers', () => {
  it('count each press once, tell the owner of a stale card, and show only confirmed ones', async () => {
    const audited: string[] = [];
    const store = createFaqStore(database.connection);
    const faq = createFaq({
      store,
      accounts: { get: async (id) => (id === 'head' ? ({ active: true } as never) : undefined) },
      audit: { record: async ({ action }: { readonly action: string }) => void audited.push(action) },
      now: () => new Date('2026-11-23T10:00:00Z'),
      timeZone: 'Europe/Kyiv',
    });
    const card = await faq.save(undefined, content, HEAD);
    await store.count('row-1', card.id, 'helped');
    await store.count('row-1', card.id, 'helped');
    await store.count('row-2', card.id, 'submitted');
    expect(await faq.list()).toEqual([{ ...content, id: card.id, counts: { helped: 1, submitted: 1 } }]);

    expect(await store.list('2026-11-23')).toEqual([]);
    expect(await faq.staleOf('head')).toEqual([card]);
    expect(await faq.staleOf('moderator')).toEqual([]);

    await faq.save(card.id, { ...content, checkBy: '2027-02-01' }, HEAD);
    expect(await faq.staleOf('head')).toEqual([]);
    expect((await store.list('2026-11-23')).map(({ id }) => id)).toEqual([card.id]);
    await faq.remove(card.id, HEAD);
    expect(await faq.list()).toEqual([]);
    expect(audited).toEqual(['faq.add', 'faq.change', 'faq.remove']);
  });

  it('are written by those who may, and kept by somebody who is there', async () => {
    const faq = createFaq({
      store: createFaqStore(database.connection),
      accounts: { get: async () => undefined },
      audit: { record: async () => {} },
      now: () => new Date(),
      timeZone: 'Europe/Kyiv',
    });
    await expect(faq.save(undefined, content, { ...HEAD, roles: ['moderator'] })).rejects.toMatchObject({
      kind: 'forbidden',
    });
    await expect(faq.save(undefined, content, HEAD)).rejects.toMatchObject({ code: 'faq.owner' });
  });
});
