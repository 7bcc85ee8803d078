import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Appeal } from '../../../src/domain/appeal.js';
import type { Actor } from '../../../src/domain/role.js';
import type { Subscriber } from '../../../src/domain/subscriber.js';
import { NIZHYN_DEPARTMENTS } from '../../../src/services/appeals/nizhyn-departments.js';
import { registerAppeal, registerReceived } from '../../../src/services/appeals/register.js';
import type { AppealStore } from '../../../src/services/appeals/store.js';
import type { AppealDraft } from '../../../src/services/dialogue/ports.js';
import { createAppealStore } from '../../../src/storage/appeals/appeal-store.js';
import { ensureIndexes } from '../../../src/storage/connection.js';
import { anOffice } from '../../support/an-office.js';
import { anAppealDesk, COLLEAGUE, MODERATOR, MONDAY } from '../../support/appeal-desk.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';

/** Sees only the appeals of another department than a lamp's. */
const ELSEWHERE: Actor = { ...COLLEAGUE, id: 'elsewhere', departmentIds: ['welfare'] };
const VIEWER: Actor = { ...COLLEAGUE, id: 'viewer', roles: ['viewer'] };
const COLLEAGUES = [COLLEAGUE, ELSEWHERE, VIEWER];

const automatic = async () => 'automatic' as const;

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
    kind: draftParts.door === 'anonymous' ? 'signal' : 'appeal',
    door: 'official',
    applicant: { fullName: 'Олена Савченко', residence: 'Ніжин, вул. Гоголя, 1' },
    category: 'lighting',
    place: undefined,
    text: 'Не світить ліхтар',
    files: [],
    ...draftParts,
  };
  const from = { person, inboxId, receivedAt };
  return registerAppeal(
    {
      store,
      office: async () => anOffice(),
      mode: automatic,
      routing: async () => [],
      isBlocked: async () => false,
    },
    draft,
    from,
  );
}

/** Appeals whose reader does `meanwhile` right after it has read an appeal. */
function appealsWith(meanwhile: (number: string) => Promise<unknown>) {
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
  const { appeals, queued } = anAppealDesk(slow, {
    colleague: async (id) => COLLEAGUES.find((colleague) => colleague.id === id),
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
    await registerReceived({ store, mode: automatic }, night);
    expect(await store.get(number)).toMatchObject({ status: 'received', history: [received] });
    await registerReceived({ store, mode: automatic }, registeredAt);
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
    await registerReceived({ store, mode: automatic }, registeredAt);
    await registerReceived({ store, mode: automatic }, registeredAt);
    const taken = await store.get(number);
    expect(taken?.status).toBe('in-progress');
    expect(taken?.history.filter(({ status }) => status === 'registered')).toEqual([
      { status: 'registered', at: registeredAt, by: 'system' },
    ]);
  });

  it('is an anonymous message received, never registered', async () => {
    const { number } = await anAppeal('anonymous', { door: 'anonymous' });
    await registerReceived({ store, mode: automatic }, new Date('2026-12-01T09:00:00Z'));
    expect(await store.get(number)).toMatchObject({
      status: 'received',
      history: [{ status: 'received', at: MONDAY, by: 'system' }],
    });
  });

  it('is found by its number, its applicant, its place and whatever was written later, in any form', async () => {
    const place = { address: 'біля під’їзду № 3' };
    const { number } = await anAppeal('found', { text: 'Впала береза', place });
    const message = { id: 'later', from: 'citizen', text: 'Тепер і ЯСЕН', files: [], at: MONDAY } as const;
    await store.change(number, { message });
    const note = { id: 'note', authorId: 'moderator', text: 'Викликали бригаду', at: MONDAY };
    await store.change(number, { note });
    const sequence = String(Number(number.slice(-6)));
    const byNumber = [number, `h ${sequence}`, `№ ${sequence}`, sequence];
    for (const q of [...byNumber, 'берези', 'ясени', 'САВЧЕНКА', "під'їзди", 'бригада', 'беpeзою ясен']) {
      const { items } = await store.list({ q, limit: 100, cursor: undefined, now: MONDAY });
      expect([q, items.some((found) => found.number === number)]).toEqual([q, true]);
    }
    const notFound = await store.list({ q: 'черешня', limit: 100, cursor: undefined, now: MONDAY });
    expect(notFound.items).toEqual([]);
    expect(await store.countUpTo({ q: 'береза', now: MONDAY }, 100)).toBe(1);
  });

  it('is found while the last word is still being typed, once, in the order of the list', async () => {
    const early = await anAppeal('early', { text: 'Паркомат не працює' });
    const late = await anAppeal('late', { text: 'Паркан упав, і паркомат не приймає карток' });
    const found = async (q: string) =>
      (await store.list({ q, open: true, limit: 100, cursor: undefined, now: MONDAY })).items.map(
        ({ number }) => number,
      );
    for (const q of ['парк', 'парком', 'не паркома'])
      expect(await found(q)).toEqual([early.number, late.number]);
    expect(await found('карток парка')).toEqual([late.number]);
    expect(await found('парк карт')).toEqual([]);
    expect(await found('пар ')).toEqual([]);
    expect(await store.countUpTo({ q: 'парком', now: MONDAY }, 100)).toBe(2);
    expect(await store.countUpTo({ q: 'паркомат', now: MONDAY }, 100)).toBe(2);
  });
});

describe('a list of appeals', () => {
  it('of several departments comes by due date, page by page, each appeal once', async () => {
    const within = ['housing', 'welfare'];
    await store.beginWithDepartments(NIZHYN_DEPARTMENTS);
    for (const [at, category] of (['welfare', 'roads', 'welfare', 'yards', 'other'] as const).entries())
      await anAppeal(`in turn ${at}`, { category, receivedAt: new Date(MONDAY.getTime() + at * 86_400_000) });
    const found: Appeal[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await store.list({
        open: true,
        within,
        limit: 2,
        cursor: cursor ?? undefined,
        now: MONDAY,
      });
      found.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    const days = found.map(({ dueAt }) => dueAt?.getTime() ?? 0);
    expect(days).toEqual(days.toSorted((a, b) => a - b));
    expect(new Set(found.map(({ number }) => number)).size).toBe(
      await store.count({ open: true, within, now: MONDAY }),
    );
    expect(found.every(({ departmentId }) => within.includes(departmentId))).toBe(true);
    expect(await store.countUpTo({ open: true, within, now: MONDAY }, 3)).toBe(3);
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
    expect(queued).toEqual([{ number, text: 'Полагодили.' }]);
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
