import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/role.js';
import type { PublicationInput, Publications } from '../../../src/services/publications/publications.js';
import { createPublications } from '../../../src/services/publications/service.js';
import { ensureIndexes } from '../../../src/storage/connection.js';
import { publicationModel } from '../../../src/storage/publications/publication-model.js';
import { createPublicationStore } from '../../../src/storage/publications/publication-store.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { someTopics } from '../../support/some-topics.js';

const NOW = new Date('2026-11-23T10:00:00Z');
const EDITOR: Actor = { kind: 'staff', id: 'editor', name: 'Олена Коваль', roles: ['editor'] };
const BY_STAFF = { actor: EDITOR, source: 'staff' } as const;
const BY_FEED = { actor: { ...EDITOR, kind: 'system', roles: [] }, source: 'feed' } as const;
const SITE = 'https://nizhynrada.gov.ua/news/novini';

let database: TestDatabase;
let publications: Publications;
let recorded: string[];

beforeAll(async () => {
  database = await aDatabase();
  publications = createPublications({
    store: createPublicationStore(database.connection),
    topics: someTopics,
    audit: { record: async ({ action, subject }) => void recorded.push(`${action} ${subject}`) },
    now: () => NOW,
    timeZone: 'Europe/Kyiv',
    nudge: () => {},
  });
  await ensureIndexes(database.connection);
});
afterAll(() => database.close());
beforeEach(async () => {
  recorded = [];
  await publicationModel(database.connection).deleteMany({});
});

const aNews = (given: Partial<PublicationInput> = {}): PublicationInput => ({
  kind: 'news',
  topic: 'news',
  title: 'У Ніжині відкрили п’ятий парк',
  text: 'Парк відкрито.',
  publishedAt: NOW,
  ...given,
});

const all = { limit: 200 } as const;
const titles = async (request: Partial<Parameters<Publications['list']>[0]> = {}) =>
  (await publications.list({ ...all, ...request })).items.map(({ title }) => title);

describe('one address is one publication', () => {
  it('gives back the kept one, unchanged, for another spelling of its address', async () => {
    const first = await publications.register(aNews({ url: `${SITE}/park` }), BY_STAFF);
    const second = await publications.register(
      aNews({ url: 'http://www.nizhynrada.gov.ua./news/novini/park/?utm_source=viber', title: 'Інша назва' }),
      BY_STAFF,
    );
    expect(first.isNew).toBe(true);
    expect(second).toEqual({ publication: first.publication, isNew: false });
  });

  it('keeps equal titles apart', async () => {
    await publications.register(aNews({ url: `${SITE}/1` }), BY_STAFF);
    await publications.register(aNews({ url: `${SITE}/2` }), BY_STAFF);
    await publications.register(aNews(), BY_STAFF);
    await publications.register(aNews(), BY_STAFF);
    expect(await titles()).toHaveLength(4);
  });

  it('holds when two bring it in at the same moment', async () => {
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => publications.register(aNews({ url: `${SITE}/park` }), BY_STAFF)),
    );
    expect(outcomes.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(new Set(outcomes.map(({ publication }) => publication.id)).size).toBe(1);
  });

  it('refuses to give one the address of another', async () => {
    await publications.register(aNews({ url: `${SITE}/1` }), BY_STAFF);
    const { publication } = await publications.register(aNews({ url: `${SITE}/2` }), BY_STAFF);
    await expect(publications.change(publication.id, { url: `${SITE}/1/` }, EDITOR)).rejects.toMatchObject({
      kind: 'conflict',
    });
  });
});

describe('many at once', () => {
  it('brings 465 in twice and has 465', async () => {
    const inputs = Array.from({ length: 465 }, (_, n) =>
      aNews({ url: `${SITE}/${n}`, title: `Новина ${n}` }),
    );
    const first = await publications.registerMany(inputs, BY_FEED);
    const second = await publications.registerMany(inputs, BY_FEED);
    expect([first.created.length, first.kept.length]).toEqual([465, 0]);
    expect([second.created.length, second.kept.length]).toEqual([0, 465]);
    expect((await publications.count({})).total).toBe(465);
  });

  it('sees the same address twice among those given', async () => {
    const { created, kept } = await publications.registerMany(
      [aNews({ url: `${SITE}/1` }), aNews({ url: `${SITE}/1#top` })],
      BY_FEED,
    );
    expect(kept.map(({ id }) => id)).toEqual(created.map(({ id }) => id));
  });
});

describe('what was deleted', () => {
  it('is in no list, and its address is free again', async () => {
    const { publication } = await publications.register(aNews({ url: `${SITE}/1` }), BY_STAFF);
    await publications.remove(publication.id, EDITOR);
    expect(await titles()).toEqual([]);
    await expect(publications.get(publication.id)).rejects.toMatchObject({ kind: 'notFound' });
    expect((await publications.register(aNews({ url: `${SITE}/1` }), BY_STAFF)).isNew).toBe(true);
  });

  it('does not come back by a feed', async () => {
    const { publication } = await publications.register(aNews({ url: `${SITE}/1` }), BY_STAFF);
    await publications.remove(publication.id, EDITOR);
    const { created, kept } = await publications.registerMany([aNews({ url: `${SITE}/1` })], BY_FEED);
    expect([created.length, kept.map(({ status }) => status)]).toEqual([0, ['deleted']]);
  });
});

describe('the list', () => {
  it('is newest first, page by page, also where moments are equal', async () => {
    const moments = [3, 1, 2, 2, 2];
    await publications.registerMany(
      moments.map((day, n) => aNews({ title: `${day}-${n}`, publishedAt: new Date(Date.UTC(2026, 9, day)) })),
      BY_STAFF,
    );
    const seen: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await publications.list({ limit: 2, cursor });
      seen.push(...page.items.map(({ title }) => title));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(['3-0', '2-4', '2-3', '2-2', '1-1']);
  });

  it('is narrowed by kind, topic, status, days, act and words', async () => {
    await publications.registerMany(
      [
        aNews({ title: 'Парк «Шевченка»' }),
        aNews({ title: 'Чернетка', publishedAt: undefined }),
        aNews({
          title: 'Анонс',
          kind: 'anons',
          topic: 'events',
          publishedAt: new Date('2026-10-01T00:00:00Z'),
        }),
        aNews({
          title: 'Про бюджет',
          kind: 'act',
          topic: 'acts',
          act: {
            issuer: 'council',
            stage: 'adopted',
            number: '12-49/2021',
            date: '2026-11-20',
            discussionUntil: undefined,
          },
        }),
      ],
      BY_STAFF,
    );
    expect(await titles({ kind: 'anons' })).toEqual(['Анонс']);
    expect(await titles({ topic: 'acts' })).toEqual(['Про бюджет']);
    expect(await titles({ status: 'draft' })).toEqual(['Чернетка']);
    expect(await titles({ from: new Date('2026-09-01'), to: new Date('2026-10-02') })).toEqual(['Анонс']);
    expect(await titles({ status: 'draft', to: NOW })).toEqual([]);
    expect(await titles({ issuer: 'council', stage: 'adopted' })).toEqual(['Про бюджет']);
    expect(await titles({ issuer: 'mayor' })).toEqual([]);
    expect(await titles({ text: 'шевч парк' })).toEqual(['Парк «Шевченка»']);
    expect(await titles({ text: '12-49/2021' })).toEqual(['Про бюджет']);
    expect(await titles({ text: '12.49/2021' })).toEqual([]);
  });

  it('is counted by kind', async () => {
    await publications.registerMany(
      [aNews(), aNews({ publishedAt: undefined }), aNews({ kind: 'video' })],
      BY_STAFF,
    );
    expect(await publications.count({})).toMatchObject({ total: 3, kinds: { news: 2, video: 1, act: 0 } });
    expect(await publications.count({ to: new Date('2027-01-01') })).toMatchObject({ total: 2 });
  });
});

describe('a change', () => {
  it('keeps what it does not name, takes away what it names as undefined, and is found by its new words', async () => {
    const { publication } = await publications.register(aNews({ url: `${SITE}/1`, credit: 'ТРК' }), BY_STAFF);
    const changed = await publications.change(
      publication.id,
      { title: 'Новий сквер', credit: undefined, url: undefined },
      EDITOR,
    );
    expect(changed).toEqual({ ...publication, title: 'Новий сквер', credit: undefined, url: undefined });
    expect(await titles({ text: 'сквер' })).toEqual(['Новий сквер']);
    expect((await publications.register(aNews({ url: `${SITE}/1` }), BY_STAFF)).isNew).toBe(true);
  });

  it('is in the book of changes', async () => {
    const { publication } = await publications.register(aNews(), BY_STAFF);
    const { id } = publication;
    await publications.change(id, { title: 'Інша' }, EDITOR);
    await publications.remove(id, EDITOR);
    expect(recorded).toEqual(['register', 'change', 'remove'].map((what) => `publication.${what} ${id}`));
  });

  it('is only for those who may', async () => {
    const moderator: Actor = { ...EDITOR, roles: ['moderator'] };
    await expect(publications.register(aNews(), { actor: moderator, source: 'staff' })).rejects.toMatchObject(
      {
        kind: 'forbidden',
      },
    );
    await expect(publications.remove('0'.repeat(24), moderator)).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

it('publishes a draft when its broadcast begins to be sent, and keeps the first moment of each messenger', async () => {
  const { publication } = await publications.register(aNews({ publishedAt: undefined }), BY_STAFF);
  const later = new Date(NOW.getTime() + 60_000);
  await publications.markSent(publication.id, 'viber', NOW);
  await publications.markSent(publication.id, 'viber', later);
  await publications.markSent(publication.id, 'telegram', later);
  expect(await publications.get(publication.id)).toMatchObject({
    status: 'published',
    publishedAt: NOW,
    sentIn: { viber: NOW, telegram: later },
  });
});
