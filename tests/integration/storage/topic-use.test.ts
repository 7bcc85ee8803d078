import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseTopic } from '../../../src/domain/topic.js';
import { createSubscriberStore } from '../../../src/storage/subscribers/subscriber-store.js';
import { createIsTopicUsed } from '../../../src/storage/topic-use.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';

const MONDAY = new Date('2026-11-23T09:00:00Z');

let database: TestDatabase;

beforeAll(async () => {
  database = await aDatabase();
});
afterAll(() => database.close());

it.each([
  ['feeds', { topic: 'of-a-feed' }],
  ['publications', { topic: 'of-a-publication' }],
  ['broadcasts', { audience: { topics: ['news', 'of-a-broadcast'] } }],
  ['templates', { audience: { topics: ['of-a-template'] } }],
  ['subscribers', { topics: ['news', 'of-a-person'] }],
])('finds a topic that stands among %s', async (collection, row) => {
  const isTopicUsed = createIsTopicUsed(database.connection);
  const topic = topicNamed(JSON.stringify(row).match(/of-a-\w+/)?.[0] ?? '');
  expect(await isTopicUsed(topic)).toBe(false);
  await database.connection.collection(collection).insertOne(row);
  expect(await isTopicUsed(topic)).toBe(true);
});

it('counts people of a topic that staff have added, in whatever order they chose', async () => {
  const store = createSubscriberStore(database.connection, () => MONDAY);
  const [fairs, sorting] = [topicNamed('fairs'), topicNamed('waste-sorting')];
  await store.importBatch(
    [
      { channel: 'viber', address: 'v1', topics: [sorting, 'news', fairs] },
      { channel: 'viber', address: 'v2', topics: [fairs, 'news', sorting] },
      { channel: 'viber', address: 'v3', topics: ['news'] },
    ],
    MONDAY,
  );
  const groups = (await store.census()).filter(({ channel }) => channel === 'viber');
  const counts = new Map(groups.map(({ topics, count }) => [topics.join(' '), count]));
  expect(counts).toEqual(
    new Map([
      ['news', 1],
      ['news fairs waste-sorting', 2],
    ]),
  );
  expect(await store.countAudience({ topics: [fairs] })).toEqual({ telegram: 0, viber: 2 });
});

function topicNamed(id: string) {
  const topic = parseTopic(id);
  if (topic === undefined) throw new Error(`${id} is no topic`);
  return topic;
}
