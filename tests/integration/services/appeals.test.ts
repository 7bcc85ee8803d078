import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Appeal } from '../../../src/domain/appeal.js';
import type { Actor } from '../../../src/domain/role.js';
import type { Subscriber } from '../../../src/domain/subscriber.js';
import { registerAppeal, registerReceived } from '../../../src/services/appeals/register.js';
import { createAppeals } from '../../../src/services/appeals/service.js';
import type { AppealStore } from '../../../src/services/appeals/store.js';
import type { AppealDraft } from '../../../src/services/dialogue/ports.js';
import { createAppealStore } from '../../../src/storage/appeal-store.js';
import { ensureIndexes } from '../../../src/storage/connection.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';

const MONDAY = new Date('2026-11-23T09:00:00Z');
const MODERATOR: Actor = { kind: 'staff', id: 'moderator', name: 'Ірина Гнатюк', roles: ['moderator'] };
const COLLEAGUE: Actor = { ...MODERATOR, id: 'colleague', name: 'Петро Мороз' };
/** Sees only the appeals of another department than a lamp's. */
const ELSEWHERE: Actor = { ...COLLEAGUE, id: 'elsewhere', departmentIds: ['welfare'] };
const VIEWER: Actor = { ...COLLEAGUE, id: 'viewer', roles: ['viewer'] };
const COLLEAGUES = [COLLEAGUE, ELSEWHERE, VIEWER];

let database: TestDatabase;
let store: AppealStore;

beforeAll(async () => {
  database = await aDatabase();
  store = createAppealStore(database.connection);
  await ensureIndexes(database.connection);
});

afterAll(() => database.close());

async function anAppeal(
  inboxId: string,
  { receivedAt = MONDAY, ...draftParts }: Partial<AppealDraft & { receivedAt: Date }> = {},
): Promise<Appeal> {
  const person: Subscriber = {
    id: 'olena',
    channel: 'telegram',
    address: '1001',
    name: 'Олена',
    locale: 'uk',
    status: 'active',
    topics: [],
    deliveryMode: 'digest',
    digestAt: '18:00',
    consent: undefined,
    source: undefined,
    createdAt: MONDAY,
  };
  const draft: AppealDraft = {
    door: 'official',
    applicant: { fullName: 'Олена Савченко', residence: 'Ніжин, вул. Гоголя, 1' },
    category: 'lighting',
    place: undefined,
    text: 'Не світить ліхтар',
    files: [],
    ...draftParts,
  };
  const from = { person, inboxId, receivedAt };
  return registerAppeal({ store, timeZone: 'Europe/Kyiv' }, draft, from);
}

/** Appeals whose reader does `meanwhile` right after it has read an appeal. */
function appealsWith(meanwhile: (number: string) => Promise<unknown>) {
  const queued: string[] = [];
  let raced = false;
  const slow: AppealStore = {
    ...store,
    async get(number) {
      const appeal = await store.get(number);
      if (!raced) {
        raced = true;
        await meanwhile(number);
      }
      return appeal;
    },
  };
  const appeals = createAppeals({
    store: slow,
    answers: {
      queue: async (_appeal, { text }) => {
        queued.push(text);
      },
    },
    messages: { states: async () => new Map() },
    subscribers: { get: async () => undefined },
    namesOf: async () => new Map(),
    colleague: async (id) => COLLEAGUES.find((colleague) => colleague.id === id),
    audit: { record: async () => undefined },
    clocks: { now: () => MONDAY, real: () => MONDAY },
    randomId: () => 'answer-1',
  });
  return { appeals, queued };
}

describe('registering an appeal', () => {
  it('cuts a long subject beside an emoji, never inside', async () => {
    const { subject } = await anAppeal('emoji', { text: `${'я'.repeat(39)}${'😀'.repeat(30)}` });
    expect(subject).toBe(`${'я'.repeat(39)}…`);
  });
});

describe('a registered appeal', () => {
  it('was received first, and at night is registered only when the office opens', async () => {
    const day = await anAppeal('day');
    expect(day.history).toEqual([
      { status: 'received', at: MONDAY, by: 'system' },
      { status: 'registered', at: MONDAY, by: 'system' },
    ]);
    const night = new Date('2026-11-23T20:14:00Z');
    const { number, registeredAt } = await anAppeal('night', { receivedAt: night });
    const received = { status: 'received', at: night, by: 'system' };
    await registerReceived({ store }, night);
    expect(await store.get(number)).toMatchObject({ status: 'received', history: [received] });
    await registerReceived({ store }, registeredAt);
    const registered = { status: 'registered', at: new Date('2026-11-24T06:00:00Z'), by: 'system' };
    expect(await store.get(number)).toMatchObject({
      status: 'registered',
      history: [received, registered],
    });
  });

  it('is registered at the opening also when somebody has taken it before, once', async () => {
    const night = new Date('2026-11-23T20:14:00Z');
    const { number, registeredAt } = await anAppeal('taken at night', { receivedAt: night });
    const { appeals } = appealsWith(async () => undefined);
    await appeals.take(number, MODERATOR);
    await registerReceived({ store }, registeredAt);
    await registerReceived({ store }, registeredAt);
    const taken = await store.get(number);
    expect(taken?.status).toBe('in-progress');
    expect(taken?.history.filter(({ status }) => status === 'registered')).toEqual([
      { status: 'registered', at: registeredAt, by: 'system' },
    ]);
  });

  it('is an anonymous message received, never registered', async () => {
    const { number } = await anAppeal('anonymous', { door: 'anonymous' });
    await registerReceived({ store }, new Date('2026-12-01T09:00:00Z'));
    expect(await store.get(number)).toMatchObject({
      status: 'received',
      history: [{ status: 'received', at: MONDAY, by: 'system' }],
    });
  });

  it('is found by its number, its applicant and whatever was written later', async () => {
    const { number } = await anAppeal('found', { text: 'Впала береза' });
    const message = { id: 'later', from: 'citizen', text: 'Тепер і ЯСЕН', files: [], at: MONDAY } as const;
    await store.change(number, { message });
    for (const q of [number, 'береза', 'ясен', 'савченко']) {
      const { items } = await store.list({ q, limit: 100, cursor: undefined, now: MONDAY });
      expect([q, items.some((found) => found.number === number)]).toEqual([q, true]);
    }
    const notFound = await store.list({ q: 'черешня', limit: 100, cursor: undefined, now: MONDAY });
    expect(notFound.items).toEqual([]);
  });
});

describe('giving an appeal to a colleague', () => {
  it.each([
    [ELSEWHERE.id, 'appeal.assignee-elsewhere'],
    [VIEWER.id, 'appeal.assignee'],
    ['nobody', 'appeal.assignee'],
  ])('is refused for %s, who would not see it or could not answer', async (assigneeId, code) => {
    const { number } = await anAppeal(`assigned to ${assigneeId}`);
    const { appeals } = appealsWith(async () => undefined);
    await expect(appeals.assign(number, assigneeId, MODERATOR)).rejects.toMatchObject({ code });
    expect((await store.get(number))?.assigneeId).toBeUndefined();
    const { appeal } = await appeals.assign(number, COLLEAGUE.id, MODERATOR);
    expect(appeal).toMatchObject({ assigneeId: COLLEAGUE.id, status: 'in-progress' });
  });
});

describe('answering an appeal', () => {
  it('keeps every answer it sends, though the same moderator takes the appeal in another window', async () => {
    const { number } = await anAppeal('window');
    const { appeals, queued } = appealsWith(() => store.change(number, { assigneeId: MODERATOR.id }));
    const { appeal } = await appeals.reply(number, { text: 'Полагодили.', files: [] }, MODERATOR);
    expect(appeal.messages.map(({ text }) => text)).toEqual(['Не світить ліхтар', 'Полагодили.']);
    expect(appeal.status).toBe('answered');
    expect(queued).toEqual(['Полагодили.']);
  });

  it('sends nothing when a colleague takes the appeal first', async () => {
    const { number } = await anAppeal('colleague');
    const { appeals, queued } = appealsWith(() => store.change(number, { assigneeId: COLLEAGUE.id }));
    await expect(appeals.reply(number, { text: 'Полагодили.', files: [] }, MODERATOR)).rejects.toMatchObject({
      code: 'appeal.taken',
    });
    expect(queued).toEqual([]);
  });
});
