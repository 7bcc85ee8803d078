import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Appeal } from '../../../src/domain/appeal.js';
import type { Actor } from '../../../src/domain/role.js';
import { registerAppeal } from '../../../src/services/appeals/register.js';
import type { AppealStore } from '../../../src/services/appeals/store.js';
import { createAppealStore } from '../../../src/storage/appeals/appeal-store.js';
import { ensureIndexes } from '../../../src/storage/connection.js';
import { createReadMonthFacts } from '../../../src/storage/reports/report-facts.js';
import { anOffice } from '../../support/an-office.js';
import { anAppealDesk, HEAD, MODERATOR, MONDAY } from '../../support/appeal-desk.js';
import { anAppeal } from '../../support/console/builders.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';

const VIEWER: Actor = { kind: 'staff', id: 'viewer', name: 'Гість', roles: ['viewer', 'editor'] };

let database: TestDatabase;
let store: AppealStore;
let stored = 0;

beforeAll(async () => {
  database = await aDatabase();
  store = createAppealStore(database.connection);
  await ensureIndexes(database.connection);
});
afterAll(() => database.close());

async function aStored(changes: Partial<Appeal> = {}): Promise<string> {
  stored += 1;
  const number = `Н-2026-9${String(stored).padStart(5, '0')}`;
  await store.insert(anAppeal({ number, subscriberId: `resident-${stored}`, ...changes }), `inbox-${stored}`);
  return number;
}

const limited = () => aStored({ accessLimit: { signs: ['приліт'], by: 'system', at: MONDAY } });
const page = { limit: 200, cursor: undefined };

describe('an appeal of limited access', () => {
  it('does not exist for those who only read: no page, no list, no search', async () => {
    const { appeals } = anAppealDesk(store);
    const number = await limited();
    await expect(appeals.get(number, VIEWER)).rejects.toMatchObject({ kind: 'notFound' });
    await expect(appeals.beside(number, VIEWER)).rejects.toMatchObject({ kind: 'notFound' });
    for (const asked of [
      {},
      { open: true },
      { q: number },
      { q: 'ліхтар' },
      { channel: 'telegram' },
    ] as const) {
      const numbers = async (viewer: Actor) =>
        (await appeals.list({ ...page, ...asked }, viewer)).items.map(({ appeal }) => appeal.number);
      expect(await numbers(VIEWER)).not.toContain(number);
      expect(await numbers(MODERATOR)).toContain(number);
      const counted = await appeals.countUpTo(asked, 200, VIEWER);
      expect(counted).toBe((await numbers(VIEWER)).length);
      if (!('q' in asked)) expect(await appeals.count(asked, VIEWER)).toBe(counted);
    }
  });

  it('stands in no list beside another one for them', async () => {
    const { appeals } = anAppealDesk(store);
    const [number, leader] = [await limited(), await aStored({ subscriberId: `resident-${stored + 1}` })];
    await store.change(number, { mergedInto: leader });
    expect((await appeals.beside(leader, VIEWER)).joined).toEqual([]);
    expect((await appeals.beside(leader, MODERATOR)).joined).toHaveLength(1);
  });

  it('shows nobody its point on the map', async () => {
    const { appeals } = anAppealDesk(store);
    const { appeal } = await appeals.get(await limited(), HEAD);
    expect(appeal.place).toEqual({ address: 'вул. Шевченка, 12' });
  });

  it('is opened again and limited by a person, each with its reason in history and audit', async () => {
    const { appeals, audited, queued } = anAppealDesk(store);
    const number = await limited();
    const opened = (await appeals.openAccess(number, MODERATOR)).appeal;
    expect(opened.accessLimit).toBeUndefined();
    expect(opened.place?.point).toBeDefined();
    await expect(appeals.openAccess(number, MODERATOR)).rejects.toMatchObject({ code: 'appeal.not-limited' });
    const again = (await appeals.limitAccess(number, 'видно блокпост', MODERATOR)).appeal;
    expect(again.accessLimit).toEqual({ signs: [], reason: 'видно блокпост', by: MODERATOR.id, at: MONDAY });
    expect(again.history.slice(-2).map(({ access }) => access)).toEqual(['open', 'limited']);
    expect(audited).toEqual(['appeal.open-access', 'appeal.limit-access']);
    expect(queued).toEqual([]);
    await expect(appeals.limitAccess(number, 'x', VIEWER)).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it('is made by the rule when it is handed in', async () => {
    const appeal = await handedIn({ text: 'Наслідки прильоту на вулиці Гоголя', door: 'official' });
    expect(appeal.accessLimit).toEqual({ signs: ['приліт'], by: 'system', at: MONDAY });
    expect((await store.get(appeal.number))?.accessLimit?.signs).toEqual(['приліт']);
  });

  it.each([
    ['limited access', () => limited(), 'Обмежений доступ'],
    ['no public showing', () => askedNotToBeShown(), 'Не для оприлюднення'],
  ])(
    'of %s is counted by the monthly report, which does not say what it is about',
    async (_, made, words) => {
      const number = await made();
      const facts = await createReadMonthFacts(database.connection)({
        from: new Date('2026-11-01T00:00:00Z'),
        until: new Date('2026-12-01T00:00:00Z'),
      });
      expect(facts.appeals.find((appeal) => appeal.number === number)?.subject).toBe(words);
    },
  );
});

async function askedNotToBeShown(): Promise<string> {
  return (await handedIn({ text: 'Сусід шумить уночі', door: 'private' })).number;
}

async function handedIn({ text, door }: { readonly text: string; readonly door: 'official' | 'private' }) {
  const deps = {
    store,
    office: async () => anOffice(),
    mode: async () => 'automatic' as const,
    routing: async () => [],
    isBlocked: async () => false,
  };
  await store.beginWithDepartments([
    { id: 'housing', name: 'ЖКГ', nameGenitive: 'ЖКГ', categories: ['roads'] },
  ]);
  const place = { point: { latitude: 51, longitude: 31 } };
  const draft = {
    kind: 'appeal',
    text,
    files: [],
    category: 'roads',
    place,
    door,
    applicant: undefined,
  } as const;
  const person = { id: 'resident', channel: 'telegram', address: '1' } as never;
  return registerAppeal(deps, draft, { person, inboxId: door, receivedAt: MONDAY });
}
