import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Appeal } from '../../../src/domain/appeal.js';
import { USUAL_PERIODS } from '../../../src/domain/retention.js';
import { initialState } from '../../../src/services/dialogue/state.js';
import type { Files } from '../../../src/services/files/files.js';
import { createRetention } from '../../../src/services/retention/retention.js';
import { createAppealStore } from '../../../src/storage/appeals/appeal-store.js';
import { createCallBackStore } from '../../../src/storage/appeals/call-back-store.js';
import { ensureIndexes } from '../../../src/storage/connection.js';
import { createFiles } from '../../../src/storage/files/files-store.js';
import { createInboxStore } from '../../../src/storage/inbox-store.js';
import { createMessageStore } from '../../../src/storage/outbox/message-store.js';
import { createTimers } from '../../../src/storage/personal-data/timers.js';
import { createUnusedFiles } from '../../../src/storage/personal-data/unused-files.js';
import { createUnusedWords } from '../../../src/storage/personal-data/unused-words.js';
import { createReadMonthFacts } from '../../../src/storage/reports/report-facts.js';
import { createSubscriberStore } from '../../../src/storage/subscribers/subscriber-store.js';
import { registeredAppeal } from '../../support/appeal-register.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { findEverywhere } from './raw-dump.js';

const START = new Date('2026-11-23T09:00:00Z');
const DAY_MS = 24 * 3_600_000;

let database: TestDatabase;
let connection: Connection;
let directory: string;
let files: Files;
let time = START;
let audited: unknown[] = [];

beforeAll(async () => {
  database = await aDatabase();
  connection = database.connection;
  directory = mkdtempSync(join(tmpdir(), 'visnyk-retention-'));
  files = await createFiles({ connection, directory, real: () => time });
  createTimers(connection, files);
  createUnusedFiles(connection, files);
  await ensureIndexes(connection);
});
afterAll(async () => {
  await database.close();
  rmSync(directory, { recursive: true, force: true });
});
beforeEach(async () => {
  time = START;
  audited = [];
  for (const { name } of await connection.listCollections()) await connection.collection(name).deleteMany({});
});

function retention(periods = USUAL_PERIODS) {
  return createRetention({
    timers: createTimers(connection, files),
    unusedFiles: createUnusedFiles(connection, files),
    unusedWords: createUnusedWords(connection),
    periods: async () => periods,
    audit: { record: async ({ after }) => void audited.push(after) },
    clocks: { now: () => time, real: () => time },
    timeZone: 'Europe/Kyiv',
    stopping: new AbortController().signal,
  });
}

const daysLater = (days: number) => {
  time = new Date(START.getTime() + days * DAY_MS);
};

async function anAppeal(overrides: Partial<Appeal> = {}): Promise<Appeal> {
  const { id } = await files.put(Buffer.from('фото Зореслави'), 'image/jpeg');
  const photo = {
    fileId: id,
    kind: 'photo',
    name: 'фото.jpg',
    contentType: 'image/jpeg',
    sizeBytes: 1,
  } as const;
  const appeal: Appeal = {
    ...registeredAppeal(1, START, false),
    status: 'closed',
    applicant: { fullName: 'Зореслава Перша', residence: 'вул. Зореслави, 1', phone: '+380671112233' },
    coApplicants: [{ fullName: 'Зореслава Друга', residence: 'вул. Зореслави, 2' }],
    subject: 'Зореслава просить спиляти дерево',
    messages: [{ id: 'm', from: 'citizen', text: 'Пише Зореслава', files: [photo], at: START }],
    history: [{ status: 'closed', at: START, by: 'm1' }],
    ...overrides,
  };
  await createAppealStore(connection).insert(appeal, `row-${appeal.number}`);
  return appeal;
}

describe('the timers', () => {
  it('take the person out of an appeal after its years, and no day sooner', async () => {
    await anAppeal();
    time = new Date('2031-11-22T09:00:00Z');
    await retention().run();
    expect([audited, (await findEverywhere(connection, 'Зореслав')).length]).toEqual([[], 1]);
    time = new Date('2031-11-24T09:00:00Z');
    expect(await retention().forecast()).toMatchObject({ appealYears: 1, updateDays: 0 });
    await retention().run();
    expect(audited).toEqual([{ appealYears: 1 }]);
    expect(await findEverywhere(connection, 'Зореслав')).toEqual([]);
    expect(await findEverywhere(connection, '380671112233')).toEqual([]);
    expect(await connection.collection('files').countDocuments({})).toBe(0);
    await retention().run();
    expect(audited).toHaveLength(1);
    const note = { id: 'n1', authorId: 'm1', text: 'Зореслава телефонувала', at: time };
    await createAppealStore(connection).change('Н-2026-000001', { note });
    time = new Date('2037-01-01T09:00:00Z');
    await retention().run();
    expect(await findEverywhere(connection, 'Зореслав')).toEqual([]);
  });

  it('leave an open appeal alone however old it is, and count from the last entry', async () => {
    const store = createAppealStore(connection);
    await anAppeal({ status: 'in-progress' });
    time = new Date('2033-01-01T09:00:00Z');
    await retention().run();
    expect(audited).toEqual([]);
    const { number } = registeredAppeal(1, START, false);
    await store.change(number, { status: 'closed', history: { status: 'closed', at: time, by: 'm1' } });
    time = new Date('2037-12-31T09:00:00Z');
    await retention().run();
    expect(audited).toEqual([]);
    time = new Date('2038-01-02T09:00:00Z');
    await retention().run();
    expect(audited).toEqual([{ appealYears: 1 }]);
  });

  it('keep what the monthly report counts', async () => {
    await anAppeal();
    const bounds = { from: new Date('2026-11-01T00:00:00Z'), until: new Date('2026-12-01T00:00:00Z') };
    const counted = async () => {
      const [one] = (await createReadMonthFacts(connection)(bounds as never)).appeals;
      return { ...one, subject: undefined };
    };
    const before = await counted();
    time = new Date('2031-11-24T09:00:00Z');
    await retention().run();
    expect(await counted()).toEqual(before);
  });

  it('never keep an appeal shorter than the law, whatever stands in the settings', async () => {
    await anAppeal();
    daysLater(3 * 365);
    await retention({ ...USUAL_PERIODS, appealYears: 1 }).run();
    expect(audited).toEqual([]);
  });

  it('remove updates, made calls and messages, and leave what an answer’s state and the bill need', async () => {
    const inbox = createInboxStore(connection);
    const update = { channel: 'telegram', person: '100', body: 'Зореслава', receivedAt: START } as const;
    await inbox.insert([
      { ...update, key: '1' },
      { ...update, key: '2' },
    ]);
    const [first] = await inbox.waiting('telegram', 'residents', { ids: [] }, 1);
    await inbox.markDone([first?.id ?? ''], START);
    const calls = createCallBackStore(connection);
    await calls.add('row-call', { subscriberId: 's1', phone: '+380671112233', askedAt: START });
    const [call] = await calls.open(1);
    await calls.finish(call?.id ?? '', { doneAt: START, doneBy: 'm1', note: 'Зореслава' });
    await createMessageStore(
      connection,
      () => time,
      () => {},
    ).enqueue(
      [undefined, 'Н-2026-000001'].map((appealNumber, index) => ({
        key: `k${index}`,
        channel: 'telegram' as const,
        subscriberId: '0123456789abcdef01234567',
        address: '100',
        locale: 'uk' as const,
        content: { format: 'plain' as const, text: 'Шановна Зореславо' },
        appealNumber,
      })),
    );
    await connection.collection('messages').updateMany({}, { $set: { status: 'sent' } });
    time = new Date(Date.now() + 91 * DAY_MS);
    expect(await retention().forecast()).toMatchObject({ updateDays: 1, callBackDays: 1, messageDays: 2 });
    await retention().run();
    expect(audited).toEqual([{ updateDays: 1, messageDays: 2, callBackDays: 1 }]);
    expect(await findEverywhere(connection, 'Зореслав')).toEqual(['inbox ×1']);
    expect(await connection.collection('messages').find({}).toArray()).toMatchObject([
      { key: 'k1', status: 'sent', address: 'removed', content: { format: 'plain', text: '' } },
    ]);
    await retention().run();
    expect(audited).toHaveLength(1);
  });

  it('forget topics and consent of who left a month ago, and an unfinished form after a week, with its file', async () => {
    const people = createSubscriberStore(connection, () => START);
    const consent = { source: 'dialogue', version: 1, textHash: 'x', at: START } as const;
    const known = async (address: string) => {
      const { subscriber } = await people.ensureKnown({ channel: 'telegram', address, name: 'Зореслава' });
      await people.change(subscriber.id, { status: 'active', consent, topics: ['news'] });
      return subscriber.id;
    };
    const [left, writer] = [await known('1'), await known('2')];
    await people.change(left, { status: 'stopped' });
    const { id } = await files.put(Buffer.from('недописане'), 'image/jpeg');
    const file = { fileId: id, kind: 'photo', name: 'a.jpg', contentType: 'image/jpeg', sizeBytes: 1 };
    const savedAt = START.toISOString();
    const form = { id: 'f', startedAt: savedAt, savedAt, step: 'describe', path: [], answered: [] };
    const begun = {
      ...form,
      texts: [{ messageId: 'm', text: 'Недописане' }],
      files: [{ messageId: 'm', file }],
    };
    await people.saveDialogue(writer, { ...initialState, form: begun }, 'row');
    daysLater(6);
    await retention().run();
    expect(audited).toEqual([]);
    daysLater(8);
    await retention().run();
    expect(audited).toEqual([{ forms: 1 }]);
    expect(await findEverywhere(connection, 'Недописане')).toEqual([]);
    expect(await connection.collection('files').countDocuments({})).toBe(0);
    daysLater(31);
    await retention().run();
    expect(audited.at(-1)).toEqual({ unsubscribedDays: 1 });
    expect(await people.get(left)).toMatchObject({
      status: 'stopped',
      topics: [],
      name: undefined,
      consent: undefined,
    });
    expect(await people.get(writer)).toMatchObject({ status: 'active', name: 'Зореслава' });
  });
});

describe('the sweep of what is not used', () => {
  it('removes files that nothing refers to any more, and none that came lately', async () => {
    await anAppeal();
    await files.put(Buffer.from('нічиє'), 'image/jpeg');
    daysLater(13);
    await files.put(Buffer.from('щойно принесене'), 'image/jpeg');
    await retention().sweepUnused();
    expect(audited).toEqual([]);
    daysLater(15);
    await retention().sweepUnused();
    expect(audited).toEqual([{ files: 1 }]);
    expect(await connection.collection('files').countDocuments({})).toBe(2);
  });

  it('takes names of the forgotten out of the words of the search, and nobody else’s', async () => {
    await anAppeal();
    await createAppealStore(connection).insert(registeredAppeal(2, START, false), 'row-2');
    const appeals = createAppealStore(connection);
    const found = async (q: string) =>
      (await appeals.list({ q, limit: 10, cursor: undefined, now: time, within: undefined })).items.map(
        ({ number }) => number,
      );
    const words = async (beginning: string) =>
      connection.collection('appealWords').countDocuments({ _id: { $regex: `^${beginning}` } } as object);
    expect(await found('Зоресл')).toEqual(['Н-2026-000001']);
    time = new Date('2031-11-24T09:00:00Z');
    await retention().run();
    expect(await words('зоресл')).toBeGreaterThan(0);
    await retention().sweepUnused();
    expect(audited.at(-1)).toMatchObject({ words: expect.any(Number) });
    expect(await words('зоресл')).toBe(0);
    const { stems } = (await connection
      .collection('appeals')
      .findOne({ number: 'Н-2026-000002' })) as unknown as {
      readonly stems: readonly string[];
    };
    for (const stem of stems.filter((one) => /^\p{L}{3,}$/u.test(one)))
      expect(await words(stem)).toBeGreaterThan(0);
  });

  it('leaves a word that an appeal has just brought', async () => {
    time = new Date();
    await createAppealStore(connection).insert(registeredAppeal(3, time, false), 'row-3');
    await connection.collection('appeals').deleteMany({});
    const before = await connection.collection('appealWords').countDocuments({});
    await retention().sweepUnused();
    expect(await connection.collection('appealWords').countDocuments({})).toBe(before);
  });
});
