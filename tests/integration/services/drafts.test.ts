import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/role.js';
import { createTrialRecipients } from '../../../src/services/broadcasts/trial-recipients.js';
import { createBroadcastStore } from '../../../src/storage/broadcasts/broadcast-store.js';
import { createTemplateStore } from '../../../src/storage/broadcasts/template-store.js';
import { createTrialRecipientStore } from '../../../src/storage/broadcasts/trial-recipient-store.js';
import { ensureIndexes } from '../../../src/storage/connection.js';
import { createSubscriberStore } from '../../../src/storage/subscribers/subscriber-store.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { newBroadcast } from '../../support/new-broadcast.js';

const AT = new Date('2026-11-23T10:00:00Z');
const EDITOR: Actor = { kind: 'staff', id: 'editor', name: 'Олена', roles: ['editor'] };

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(() => database.close());

it('of two who save one draft at the same moment, one is told to look again', async () => {
  const store = createBroadcastStore(database.connection);
  const draft = await store.insert(newBroadcast());
  const seen = { hash: draft.hash, isDraft: true };
  const saved = await Promise.all(
    ['перша', 'друга'].map((title) =>
      store.changeContent(draft.id, { ...draft, title }, `hash of ${title}`, { by: title, at: AT, seen }),
    ),
  );
  const done = saved.filter((broadcast) => broadcast !== undefined);
  expect(done).toHaveLength(1);
  expect(await store.get(draft.id)).toMatchObject({ title: done[0]?.title, editedAt: AT });
});

it('an approval that came meanwhile is not voided unseen', async () => {
  const store = createBroadcastStore(database.connection);
  const draft = await store.insert(newBroadcast());
  await store.move(draft.id, ['draft'], 'approved', {});
  const change = (seen: { hash: string; isDraft: boolean }) =>
    store.changeContent(draft.id, draft, draft.hash, { by: 'editor', at: AT, seen });
  expect(await change({ hash: draft.hash, isDraft: true })).toBeUndefined();
  expect(await change({ hash: draft.hash, isDraft: false })).toMatchObject({ status: 'draft' });
});

it('templates are kept by name, each name once', async () => {
  const store = createTemplateStore(database.connection);
  await ensureIndexes(database.connection);
  const { kind, title, text, link, buttons, audience, ignoreQuietHours } = newBroadcast();
  const content = { kind, title, text, link, buttons, audience, ignoreQuietHours, delivery: undefined };
  const water = await store.insert({ ...content, name: 'Вода' });
  expect(await store.insert({ ...content, name: 'Вода' })).toBeUndefined();
  const light = await store.insert({ ...content, name: 'Світло', audience: { topics: ['utilities'] } });
  expect(await store.list()).toEqual([water, light]);
  expect(light).toEqual({ ...content, id: light?.id, name: 'Світло', audience: { topics: ['utilities'] } });
  if (water && light) {
    expect(await store.replace({ ...light, name: 'Вода' })).toBeUndefined();
    expect(await store.replace({ ...light, name: 'Тепло' })).toEqual({ ...light, name: 'Тепло' });
    await store.remove(water.id);
  }
  expect((await store.list()).map(({ name }) => name)).toEqual(['Тепло']);
});

it('colleagues for trials are subscribers who can be written to', async () => {
  const subscribers = createSubscriberStore(database.connection, () => AT);
  const colleagues = createTrialRecipients({
    store: createTrialRecipientStore(database.connection, () => AT),
    subscribers,
    audit: { record: async () => {} },
  });
  const { subscriber } = await subscribers.ensureKnown({ channel: 'viber', address: 'v1', name: 'Марко' });
  expect((await colleagues.find('мар', EDITOR)).map(({ id }) => id)).toEqual([subscriber.id]);
  await colleagues.add(subscriber.id, EDITOR);
  await colleagues.add(subscriber.id, EDITOR);
  expect((await colleagues.list()).map(({ name }) => name)).toEqual(['Марко']);
  await subscribers.change(subscriber.id, { status: 'stopped' });
  expect(await colleagues.list()).toEqual([]);
  await expect(colleagues.add(subscriber.id, EDITOR)).rejects.toMatchObject({ code: 'trial.unknown' });
});
