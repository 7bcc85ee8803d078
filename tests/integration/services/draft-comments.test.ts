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

async function aComment(changes: Partial<Appeal> = {}): Promise<string> {
  stored += 1;
  const number = `П-2026-${String(stored).padStart(6, '0')}`;
  await store.insert(anAppeal({ number, commentsOn: 'draft', ...changes }), `inbox-${stored}`);
  return number;
}

describe('comments on a draft act', () => {
  it('are listed oldest first, without those taken back, kept from the register or of another draft', async () => {
    const { appeals, audited } = anAppealDesk(store);
    const numbers = [await aComment(), await aComment()];
    await aComment({ status: 'withdrawn' });
    await aComment({ quarantine: 'invitation' });
    await aComment({ commentsOn: 'other' });
    await aComment({ departmentId: 'welfare' });
    const limited = { ...MODERATOR, departmentIds: ['housing'] };
    const listed = await appeals.takeComments('draft', limited);
    expect(listed.map(({ appeal }) => appeal.number)).toEqual(numbers);
    expect(audited).toEqual(['appeal.export-comments']);
    const viewer = { ...MODERATOR, roles: ['viewer'] } as const;
    await expect(appeals.takeComments('draft', viewer)).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it('are taken into account or not, with the reason, and that can be changed', async () => {
    const { appeals, audited } = anAppealDesk(store);
    const number = await aComment();
    await appeals.consider(number, { verdict: 'taken', reason: '' }, MODERATOR);
    const { appeal } = await appeals.consider(
      number,
      { verdict: 'partly', reason: 'Лише пункт 2' },
      MODERATOR,
    );
    expect(appeal.consideration).toEqual({
      verdict: 'partly',
      reason: 'Лише пункт 2',
      by: MODERATOR.id,
      at: MONDAY,
    });
    expect(audited).toEqual(['appeal.consider', 'appeal.consider']);
  });

  it('are not turned down without a reason, and nothing else is considered', async () => {
    const { appeals } = anAppealDesk(store);
    const rejected = { verdict: 'rejected', reason: '' } as const;
    await expect(appeals.consider(await aComment(), rejected, MODERATOR)).rejects.toMatchObject({
      code: 'appeal.no-reason',
    });
    const other = await aComment({ commentsOn: undefined });
    await expect(appeals.consider(other, { ...rejected, reason: 'x' }, MODERATOR)).rejects.toMatchObject({
      code: 'appeal.no-comment',
    });
  });
});
