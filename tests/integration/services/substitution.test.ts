import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StandIns } from '../../../src/domain/absence.js';
import type { AppealStore } from '../../../src/services/appeals/store.js';
import { createAppealStore } from '../../../src/storage/appeals/appeal-store.js';
import { ensureIndexes } from '../../../src/storage/connection.js';
import { anAppealDesk, COLLEAGUE, HEAD, MODERATOR } from '../../support/appeal-desk.js';
import { anAppeal } from '../../support/console/builders.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';

/** The moderator is on holiday, and the colleague does the work. */
const AWAY: StandIns = new Map([
  [MODERATOR.id, { id: COLLEAGUE.id, name: COLLEAGUE.name, until: '2026-12-04' }],
]);

let database: TestDatabase;
let store: AppealStore;
let stored = 0;

beforeAll(async () => {
  database = await aDatabase();
  store = createAppealStore(database.connection);
  await ensureIndexes(database.connection);
});
afterAll(() => database.close());

async function aStored(assigneeId: string | undefined, dueAt: string): Promise<string> {
  stored += 1;
  const number = `Н-2026-${String(stored).padStart(6, '0')}`;
  await store.insert(anAppeal({ number, assigneeId, dueAt: new Date(dueAt) }), `inbox-${stored}`);
  return number;
}

const desk = (standIns: StandIns) => anAppealDesk(store, { standIns: async () => standIns }).appeals;

describe('while a colleague is away', () => {
  it('the substitute’s work is their own and the colleague’s, by due date, page after page', async () => {
    const [second, first, third] = [
      await aStored(COLLEAGUE.id, '2026-12-11T21:59:59Z'),
      await aStored(MODERATOR.id, '2026-12-10T21:59:59Z'),
      await aStored(MODERATOR.id, '2026-12-12T21:59:59Z'),
    ];
    await aStored(HEAD.id, '2026-12-09T21:59:59Z');
    await aStored(undefined, '2026-12-09T21:59:59Z');
    const mine = { open: true, workOf: COLLEAGUE.id };
    const page = await desk(AWAY).list({ ...mine, limit: 2 }, COLLEAGUE);
    const rest = await desk(AWAY).list({ ...mine, limit: 2, cursor: page.nextCursor ?? '' }, COLLEAGUE);
    const numbers = [...page.items, ...rest.items].map(({ appeal }) => appeal.number);
    expect(numbers).toEqual([first, second, third]);
    expect(await desk(AWAY).count(mine, COLLEAGUE)).toBe(3);
    expect(await desk(AWAY).countUpTo(mine, 2, COLLEAGUE)).toBe(2);
    expect(page.items[0]?.standIn?.name).toBe(COLLEAGUE.name);
    // The colleague is back: everything is theirs again, and nothing had to be moved.
    expect(await desk(new Map()).count(mine, COLLEAGUE)).toBe(1);
    expect(await desk(new Map()).count({ open: true, workOf: MODERATOR.id }, MODERATOR)).toBe(2);
  });

  it('the substitute answers without taking the appeal over, others do not', async () => {
    const number = await aStored(MODERATOR.id, '2026-12-10T21:59:59Z');
    const reply = { text: 'Полагодили.', files: [] };
    await expect(desk(new Map()).reply(number, reply, COLLEAGUE)).rejects.toMatchObject({
      code: 'appeal.taken',
    });
    const { appeal } = await desk(AWAY).reply(number, reply, COLLEAGUE);
    expect([appeal.status, appeal.assigneeId]).toEqual(['answered', MODERATOR.id]);
    expect(appeal.messages.at(-1)).toMatchObject({ authorId: COLLEAGUE.id });
  });

  it('a new appeal is given to them only by whoever insists', async () => {
    const number = await aStored(undefined, '2026-12-10T21:59:59Z');
    await expect(desk(AWAY).assign(number, MODERATOR.id, HEAD)).rejects.toMatchObject({
      code: 'appeal.assignee-away',
      message:
        'Ірина Гнатюк не працює до 4 грудня включно, заміщує Петро Мороз. Призначте звернення тому, хто заміщує, або підтвердьте вибір.',
      standIn: { id: COLLEAGUE.id },
    });
    const { appeal } = await desk(AWAY).assign(number, MODERATOR.id, HEAD, { evenIfAway: true });
    expect(appeal.assigneeId).toBe(MODERATOR.id);
  });
});
