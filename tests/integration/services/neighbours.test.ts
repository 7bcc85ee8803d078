import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Appeal } from '../../../src/domain/appeal.js';
import type { AppealStore } from '../../../src/services/appeals/store.js';
import { createAppealStore } from '../../../src/storage/appeals/appeal-store.js';
import { ensureIndexes } from '../../../src/storage/connection.js';
import { anAppealDesk, MODERATOR, MONDAY } from '../../support/appeal-desk.js';
import { anAppeal } from '../../support/console/builders.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';

let database: TestDatabase;
let store: AppealStore;
let stored = 0;

beforeAll(async () => {
  database = await aDatabase();
  store = createAppealStore(database.connection);
  await ensureIndexes(database.connection);
});
afterAll(() => database.close());

/** Somebody's appeal about a lamp of this street. */
async function aLamp(street: string, changes: Partial<Appeal> = {}): Promise<string> {
  stored += 1;
  const number = `${changes.number ?? 'Н'}-2026-${String(stored).padStart(6, '0')}`;
  const message = {
    id: 'm',
    from: 'citizen',
    text: 'Не світить ліхтар, темно',
    files: [],
    at: MONDAY,
  } as const;
  const appeal = anAppeal({
    subscriberId: `resident-${stored}`,
    messages: [message],
    place: { address: street },
    receivedAt: MONDAY,
    ...changes,
    number,
  });
  await store.insert(appeal, `inbox-${stored}`);
  return number;
}

const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(MONDAY.getTime() - days * DAY_MS);

describe('appeals that may be about the same', () => {
  it('are found by the street with its former names, and told why', async () => {
    const { appeals } = anAppealDesk(store);
    const number = await aLamp('вул. Миколи Лисенка, 3');
    const neighbour = await aLamp('вулиця Пушкіна 40');
    await aLamp('вул. Гоголя, 3');
    const [only, ...others] = await appeals.similar(number, MODERATOR);
    expect(others).toEqual([]);
    expect(only?.appeal.number).toBe(neighbour);
    expect(only?.resemblance).toMatchObject({
      place: { kind: 'street', street: { name: 'Миколи Лисенка' } },
      isSameCategory: true,
      words: ['світить', 'ліхтар', 'темно'],
    });
  });

  it('are open, however old, or of the last 60 days; no withdrawn one, none in quarantine, no other department’s', async () => {
    const { appeals } = anAppealDesk(store);
    const street = 'вул. Козача, 7';
    const number = await aLamp(street);
    const old = await aLamp(street, { receivedAt: daysAgo(200) });
    const mended = await aLamp(street, { receivedAt: daysAgo(59), status: 'answered' });
    await aLamp(street, { receivedAt: daysAgo(61), status: 'answered' });
    await aLamp(street, { status: 'withdrawn' });
    await aLamp(street, { quarantine: 'easy-job' });
    const foreign = await aLamp(street, { departmentId: 'welfare' });
    await aLamp(street, { number: 'З' });
    const limited = { ...MODERATOR, departmentIds: ['housing'] };
    const similar = await appeals.similar(number, limited);
    expect(similar.map(({ appeal, isOpen }) => [appeal.number, isOpen]).sort()).toEqual(
      [
        [old, true],
        [mended, false],
      ].sort(),
    );
    expect((await appeals.similar(number, MODERATOR)).map(({ appeal }) => appeal.number)).toContain(foreign);
  });

  it('are joined several at once, and every citizen is told of all the others', async () => {
    const { appeals, queued } = anAppealDesk(store);
    const street = 'вул. Прилуцька, 1';
    const [leader, ...others] = [await aLamp(street), await aLamp(street), await aLamp(street)] as const;
    const { appeal } = await appeals.gather(leader, others, MODERATOR);
    expect(appeal.mergedInto).toBeUndefined();
    expect((await store.mergedInto(leader)).map(({ number }) => number).sort()).toEqual([...others]);
    expect(queued.map(({ text }) => /мешканці: (.+?)\./.exec(text)?.[1])).toEqual(
      Array(3).fill('2 звернення'),
    );
    expect(await appeals.similar(leader, MODERATOR)).toEqual([]);
  });

  it('are told once when they are gathered from a follower’s page and again', async () => {
    const { appeals, queued } = anAppealDesk(store);
    const street = 'вул. Московська, 1';
    const [leader, follower, third] = [
      await aLamp(street),
      await aLamp(street),
      await aLamp(street),
    ] as const;
    await appeals.merge(follower, leader, MODERATOR);
    await appeals.gather(follower, [third, leader], MODERATOR);
    await appeals.gather(follower, [third], MODERATOR);
    expect((await store.mergedInto(leader)).map(({ number }) => number).sort()).toEqual([follower, third]);
    expect(queued.map(({ number }) => number).sort()).toEqual([leader, follower, third]);
  });

  it('go on together when their leader is taken out, and nothing is sent', async () => {
    const { appeals, queued, audited } = anAppealDesk(store);
    const street = 'вул. Незалежності, 1';
    const [leader, heir, other] = [await aLamp(street), await aLamp(street), await aLamp(street)] as const;
    await appeals.gather(leader, [heir, other], MODERATOR);
    const sent = queued.length;
    await appeals.separate(leader, MODERATOR);
    expect((await store.get(heir))?.mergedInto).toBeUndefined();
    expect((await store.get(other))?.mergedInto).toBe(heir);
    expect(await store.mergedInto(leader)).toEqual([]);
    expect([queued.length, audited.slice(-2)]).toEqual([sent, ['appeal.separate', 'appeal.merge']]);
  });
});
