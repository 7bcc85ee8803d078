import { afterAll, beforeAll, expect, it } from 'vitest';
import { BUILT_IN_TOPICS } from '../../../src/domain/topic.js';
import { ensureIndexes } from '../../../src/storage/connection.js';
import { publicationModel } from '../../../src/storage/publications/publication-model.js';
import { countFilter, listFilter, listIndex } from '../../../src/storage/publications/publication-query.js';
import { createPublicationStore } from '../../../src/storage/publications/publication-store.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { fillRegister, registerQuestions } from '../../support/publication-register.js';

const COUNT = 4_000;
const QUESTIONS = registerQuestions(COUNT);

let database: TestDatabase;
let store: ReturnType<typeof createPublicationStore>;
beforeAll(async () => {
  database = await aDatabase();
  store = createPublicationStore(database.connection);
  await ensureIndexes(database.connection);
  await fillRegister(store, COUNT);
});
afterAll(() => database.close());

it.each(QUESTIONS.map((question) => [JSON.stringify(question), question] as const))(
  'answers %s by an index',
  async (_name, question) => {
    const page = await store.list({ ...question, limit: 50 });
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
    expect((await store.count(question, BUILT_IN_TOPICS)).total).toBe(
      (await Row.find(countFilter(question, BUILT_IN_TOPICS), { _id: 1 })).length,
    );
});
