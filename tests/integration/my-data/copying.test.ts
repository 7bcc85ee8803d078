import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Appeal } from '../../../src/domain/appeal.js';
import type { Subscriber } from '../../../src/domain/subscriber.js';
import { type Copying, createCopying } from '../../../src/services/my-data/copying.js';
import { DEFAULT_SETTINGS } from '../../../src/services/settings/defaults.js';
import { createAppealStore } from '../../../src/storage/appeals/appeal-store.js';
import { createCallBackStore } from '../../../src/storage/appeals/call-back-store.js';
import { ensureIndexes } from '../../../src/storage/connection.js';
import { createFiles } from '../../../src/storage/files/files-store.js';
import { createDataCopyStore } from '../../../src/storage/personal-data/data-copy-store.js';
import { createPersonReading } from '../../../src/storage/personal-data/person-reading.js';
import { createSubscriberStore } from '../../../src/storage/subscribers/subscriber-store.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';

const AT = new Date('2026-11-23T09:00:00Z');
const DAY_MS = 24 * 3_600_000;

let database: TestDatabase;
let directory: string;
let copying: Copying;
let person: Subscriber;
let real = AT;

beforeAll(async () => {
  database = await aDatabase();
  directory = mkdtempSync(join(tmpdir(), 'visnyk-copies-'));
  const { connection } = database;
  const subscribers = createSubscriberStore(connection, () => AT);
  const appeals = createAppealStore(connection);
  const callBacks = createCallBackStore(connection);
  copying = createCopying({
    subscribers,
    appeals,
    reading: createPersonReading(connection),
    topics: async () => DEFAULT_SETTINGS.topics.items,
    copies: createDataCopyStore(connection),
    files: await createFiles({ connection, directory, real: () => real }),
    address: (token) => `https://visnyk.example.ua/copy/${token}`,
    timeZone: 'Europe/Kyiv',
    key: 'k'.repeat(43),
    real: () => real,
  });
  await ensureIndexes(connection);
  const known = await subscribers.ensureKnown({ channel: 'viber', address: 'v1==', name: 'Марія' });
  const consent = { source: 'dialogue', version: 1, textHash: 'x', at: AT } as const;
  const appealConsent = { version: 1, textHash: 'y', at: AT };
  await subscribers.change(known.subscriber.id, {
    status: 'active',
    consent,
    appealConsent,
    topics: ['acts'],
  });
  person = { ...known.subscriber, status: 'active', consent, appealConsent, topics: ['acts'] };
  await appeals.insert(anAppealOf(person), 'row-appeal');
  await callBacks.add('row-call', { subscriberId: person.id, phone: '+380671112233', askedAt: AT });
});
afterAll(async () => {
  await database.close();
  rmSync(directory, { recursive: true, force: true });
});

function anAppealOf({ id, address }: Subscriber): Appeal {
  return {
    number: 'Н-2026-000001',
    channel: 'viber',
    subscriberId: id,
    address,
    door: 'official',
    applicant: { fullName: 'Іваненко Марія Петрівна', residence: 'вул. Шевченка, 12' },
    category: 'lighting',
    departmentId: 'housing',
    place: { address: 'вул. Нова, 3' },
    status: 'in-progress',
    assigneeId: 'm1',
    receivedAt: AT,
    registeredAt: AT,
    dueAt: AT,
    subject: 'ліхтар',
    messages: [
      {
        id: 'm1',
        from: 'citizen',
        text: 'Не горить ліхтар',
        files: [
          { fileId: 'f', kind: 'photo', name: 'ліхтар.jpg', contentType: 'image/jpeg', sizeBytes: 2048 },
        ],
        at: AT,
      },
    ],
    notes: [{ id: 'n1', authorId: 'm1', text: 'Набридливий заявник', at: AT }],
    history: [{ status: 'in-progress', at: AT, by: 'm1' }],
    rating: undefined,
  };
}

const row = (id: string) => ({ id, receivedAt: AT });
const tokenIn = (given: Awaited<ReturnType<Copying['give']>>) =>
  given.kind === 'link' ? given.url.slice('https://visnyk.example.ua/copy/'.length) : '';

it('holds everything kept of the person, for reading and for programs, but no note of staff', async () => {
  const given = await copying.give(person, row('row-1'));
  const token = tokenIn(given);
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(await copying.give(person, row('row-1'))).toEqual(given);
  const text = new TextDecoder().decode((await copying.take(token, 'text'))?.bytes);
  for (const words of [
    ', 23 листопада 2026 року, 11:00',
    'Месенджер: Viber, ваш ідентифікатор у ньому: v1==',
    'Теми розсилки: Проєкти рішень',
    'Згода на розсилку: 23 листопада 2026 року, 11:00 (редакція 1)',
    'Згода на дані заявника: 23 листопада 2026 року, 11:00 (редакція 1)',
    'Прохання зателефонувати на +380671112233',
    'Звернення Н-2026-000001',
    'Заявник: Іваненко Марія Петрівна, вул. Шевченка, 12',
    'Місце: вул. Нова, 3',
    'Файл: ліхтар.jpg, 2 КБ',
  ])
    expect(text).toContain(words);
  const json = JSON.parse(new TextDecoder().decode((await copying.take(token, 'json'))?.bytes));
  expect(json).toMatchObject({
    format: 'visnyk-personal-data/1',
    profile: { messenger: 'viber', name: 'Марія' },
    appeals: [{ number: 'Н-2026-000001', messages: [{ from: 'citizen', text: 'Не горить ліхтар' }] }],
    callBacks: [{ phone: '+380671112233' }],
  });
  expect(text + JSON.stringify(json)).not.toContain('Набридливий');
});

it('gives each file out once, to nobody without the link', async () => {
  const token = tokenIn(await copying.give(person, row('row-2')));
  const takes = await Promise.all([copying.take(token, 'json'), copying.take(token, 'json')]);
  expect(takes.filter((file) => file !== undefined)).toHaveLength(1);
  expect(await copying.look(token)).toMatchObject({ parts: ['text'] });
  expect(await copying.take(`${token.slice(0, -1)}_`, 'text')).toBeUndefined();
});

it('is given three times a day, and its files are gone after it', async () => {
  const token = tokenIn(await copying.give(person, row('row-3')));
  expect((await copying.give(person, row('row-4'))).kind).toBe('too-often');
  real = new Date(AT.getTime() + DAY_MS);
  expect(await copying.look(token)).toBeUndefined();
  await copying.removeExpired();
  const left = await database.connection.collection('files').countDocuments({});
  expect([left, (await copying.give(person, row('row-5'))).kind]).toEqual([0, 'link']);
});

it('comes into the chat of a messenger that takes files', async () => {
  const given = await copying.give({ ...person, channel: 'telegram' }, row('row-6'));
  expect(given).toMatchObject({
    kind: 'files',
    files: [{ name: 'мої-дані-2026-11-23.txt' }, { name: 'мої-дані-2026-11-23.json' }],
  });
});
