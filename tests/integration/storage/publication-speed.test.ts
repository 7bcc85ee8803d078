import { afterAll, beforeAll, expect, it } from 'vitest';
import { ACT_ISSUERS, PUBLICATION_KINDS } from '../../../src/domain/publication.js';
import { TOPICS } from '../../../src/domain/topic.js';
import type { PublicationFilter } from '../../../src/services/publications/publications.js';
import type { NewPublication } from '../../../src/services/publications/store.js';
import { ensureIndexes } from '../../../src/storage/connection.js';
import { publicationModel } from '../../../src/storage/publication-model.js';
import { countFilter, listFilter, listIndex } from '../../../src/storage/publication-query.js';
import { createPublicationStore } from '../../../src/storage/publication-store.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';

const COUNT = Number(process.env.PUBLICATIONS ?? 4_000);
const BEGAN = Date.UTC(2012, 0, 1);

let database: TestDatabase;
let store: ReturnType<typeof createPublicationStore>;
beforeAll(async () => {
  database = await aDatabase();
  store = createPublicationStore(database.connection);
  await ensureIndexes(database.connection);
  for (let from = 0; from < COUNT; from += 5_000)
    await store.insert(Array.from({ length: Math.min(5_000, COUNT - from) }, (_, n) => aRow(from + n)));
}, 240_000);
afterAll(() => database.close());

/** Publications of many years, of every kind and topic; each eleventh is a draft. */
function aRow(n: number): NewPublication {
  const kind = PUBLICATION_KINDS[n % PUBLICATION_KINDS.length] ?? 'news';
  const publishedAt = n % 11 === 9 ? undefined : new Date(BEGAN + n * 3_600_000);
  const issuer = ACT_ISSUERS[n % 3] ?? 'council';
  const number = `${n}`;
  const date = '2021-03-01';
  return {
    id: undefined,
    kind,
    topic: TOPICS[Math.floor(n / 8) % TOPICS.length] ?? 'news',
    title: `У місті відкрили сквер номер ${n}`,
    text: 'Текст новини. '.repeat(20),
    url: `https://nizhynrada.gov.ua/news/${n}`,
    canonicalUrl: `https://nizhynrada.gov.ua/news/${n}`,
    status: publishedAt ? 'published' : 'draft',
    publishedAt,
    preparedBy: undefined,
    credit: undefined,
    photos: [],
    handOvers: [],
    sentIn: {},
    act: kind === 'act' ? { issuer, stage: 'adopted', number, date, discussionUntil: undefined } : undefined,
    event: undefined,
    holidayIds: [],
    source: 'feed',
    feedId: undefined,
    createdAt: new Date(BEGAN + n * 3_600_000),
    updatedAt: new Date(BEGAN + n * 3_600_000),
  };
}

const month = { from: new Date('2012-03-01'), to: new Date('2012-04-01') };
const QUESTIONS: readonly PublicationFilter[] = [
  {},
  { kind: 'video' },
  { topic: 'petitions' },
  { kind: 'act', topic: 'acts' },
  { kind: 'act', topic: 'news' },
  { status: 'draft' },
  { status: 'draft', kind: 'news' },
  month,
  { ...month, kind: 'news' },
  { issuer: 'mayor' },
  { text: `${COUNT - 3}` },
];

it.each(QUESTIONS.map((question) => [JSON.stringify(question), question] as const))(
  'answers %s by an index',
  async (_name, question) => {
    const began = performance.now();
    const page = await store.list({ ...question, limit: 50 });
    const listed = performance.now();
    await store.count(question);
    if (process.env.PUBLICATIONS)
      console.log(
        _name,
        `list ${(listed - began).toFixed(0)} ms, count ${(performance.now() - listed).toFixed(0)} ms`,
      );
    const { queryPlanner } = (await publicationModel(database.connection)
      .find(listFilter(question, undefined))
      .sort({ listedAt: -1, _id: -1 })
      .hint(listIndex(question))
      .limit(50)
      .explain()) as unknown as { queryPlanner: { winningPlan: object } };
    const plan = JSON.stringify(queryPlanner.winningPlan);
    expect(plan).toContain('IXSCAN');
    // A search sorts the few rows that its longest word finds.
    if (question.text === undefined) expect(plan).not.toContain('SORT');
    expect(page.items.length).toBeGreaterThan(0);
  },
);

it('counts the same as the lists hold', async () => {
  const Row = publicationModel(database.connection);
  for (const question of QUESTIONS.slice(1))
    expect((await store.count(question)).total).toBe(
      (await Row.find(countFilter(question), { _id: 1 })).length,
    );
});
