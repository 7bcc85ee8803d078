import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Appeal } from '../../../src/domain/appeal.js';
import { escalateDue } from '../../../src/services/appeals/escalating.js';
import type { AppealStore } from '../../../src/services/appeals/store.js';
import { createAppealStore } from '../../../src/storage/appeals/appeal-store.js';
import { ensureIndexes } from '../../../src/storage/connection.js';
import { anOffice } from '../../support/an-office.js';
import { anAppealDesk, COLLEAGUE, HEAD, MODERATOR } from '../../support/appeal-desk.js';
import { anAppeal } from '../../support/console/builders.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';

const IN_DECEMBER = { now: () => new Date('2026-12-31T09:00:00Z'), real: () => new Date() };

let database: TestDatabase;
let store: AppealStore;
let stored = 0;

beforeAll(async () => {
  database = await aDatabase();
  store = createAppealStore(database.connection);
  await ensureIndexes(database.connection);
});
afterAll(() => database.close());

/** Registered on Friday 20 November; due on Monday 21 December, its half is over on the 7th. */
async function aStored(changes: Partial<Appeal> = {}): Promise<string> {
  stored += 1;
  const number = `Н-2026-${String(stored).padStart(6, '0')}`;
  const given = { number, subscriberId: `resident-${stored}`, assigneeId: MODERATOR.id, ...changes };
  await store.insert(anAppeal(given), `inbox-${stored}`);
  return number;
}

/** The crontab looks, that day at nine. @returns what the audit was told */
async function look(day: string, by = store): Promise<readonly string[]> {
  const audited: string[] = [];
  await escalateDue({
    store: by,
    office: async () => anOffice(),
    colleagues: async () => [MODERATOR, COLLEAGUE, HEAD],
    audit: { record: async ({ subject }) => void audited.push(subject) },
    now: () => new Date(`${day}T07:00:00Z`),
  });
  return audited;
}

const stagesOf = async (number: string) =>
  (await store.get(number))?.history.flatMap(({ escalation }) => escalation ?? []);

describe('a term that runs out', () => {
  it('is told at its half, two days before its end and after it, each once', async () => {
    const number = await aStored();
    expect(await look('2026-12-04')).toEqual([]);
    for (const day of ['2026-12-07', '2026-12-07', '2026-12-08', '2026-12-18', '2026-12-18', '2026-12-22'])
      await look(day);
    expect(await stagesOf(number)).toEqual(['half', 'two-days', 'overdue']);
    const { history, escalation } = (await store.get(number)) ?? {};
    expect(escalation).toMatchObject({ stage: 'overdue', to: [MODERATOR.id, HEAD.id] });
    expect(history?.at(-1)).toMatchObject({
      told: [MODERATOR.id, HEAD.id],
      by: 'system',
      until: new Date('2026-12-21T21:59:59Z'),
    });
    expect(await look('2027-01-04')).toEqual([]);
  });

  it('is not lost when the service stood still, and its gravest stage is told', async () => {
    const number = await aStored();
    expect(await look('2026-12-24')).toEqual([number]);
    expect(await stagesOf(number)).toEqual(['overdue']);
  });

  it('is told once when two processes look at the same time, or one dies in between', async () => {
    const number = await aStored();
    await Promise.all([look('2026-12-07'), look('2026-12-07')]);
    expect(await stagesOf(number)).toEqual(['half']);
    const dying = { ...store, escalate: () => Promise.reject(new Error('killed')) };
    await expect(look('2026-12-18', dying)).rejects.toThrow('killed');
    await look('2026-12-18');
    expect(await stagesOf(number)).toEqual(['half', 'two-days']);
  });

  it('is told to nobody once the appeal is answered, or has no term', async () => {
    const { appeals } = anAppealDesk(store);
    const answered = await aStored();
    await appeals.reply(answered, { text: 'Полагодили.', files: [] }, MODERATOR);
    const anonymous = await aStored({ door: 'anonymous', dueAt: undefined });
    await look('2026-12-24');
    expect(await stagesOf(answered)).toEqual([]);
    expect(await stagesOf(anonymous)).toEqual([]);
  });

  it('begins anew when it is extended', async () => {
    const { appeals } = anAppealDesk(store);
    const number = await aStored();
    await look('2026-12-18');
    await appeals.extend(number, { reason: 'обстеження' }, HEAD);
    expect((await store.get(number))?.escalation).toBeUndefined();
    await look('2026-12-22');
    expect(await stagesOf(number)).toEqual(['two-days']);
    await look('2027-01-04');
    expect(await stagesOf(number)).toEqual(['two-days', 'two-days']);
  });

  it('is the business of whoever the appeal is given to afterwards', async () => {
    const { appeals } = anAppealDesk(store, { clocks: IN_DECEMBER });
    const number = await aStored();
    await look('2026-12-07');
    const seenBy = async (viewer: typeof MODERATOR) =>
      (await appeals.escalated(viewer)).map(({ appeal }) => appeal.number);
    expect(await seenBy(MODERATOR)).toContain(number);
    await appeals.assign(number, COLLEAGUE.id, HEAD);
    await look('2026-12-08');
    expect(await seenBy(COLLEAGUE)).toEqual([number]);
    expect(await seenBy(MODERATOR)).not.toContain(number);
    expect(await stagesOf(number)).toEqual(['half']);
    await appeals.reply(number, { text: 'Полагодили.', files: [] }, COLLEAGUE);
    expect(await seenBy(COLLEAGUE)).toEqual([]);
  });

  it('is shown to the substitute of somebody away, and to nobody of another department', async () => {
    const number = await aStored();
    await look('2026-12-07');
    const standIn = { id: COLLEAGUE.id, name: COLLEAGUE.name, until: '2026-12-31' };
    const standIns = async () => new Map([[MODERATOR.id, standIn]]);
    const { appeals } = anAppealDesk(store, { standIns, clocks: IN_DECEMBER });
    const before = anAppealDesk(store, { standIns }).appeals;
    expect(await before.escalated(COLLEAGUE)).toEqual([]);
    expect((await appeals.escalated(COLLEAGUE)).map(({ appeal }) => appeal.number)).toContain(number);
    expect(await appeals.escalated({ ...COLLEAGUE, departmentIds: ['welfare'] })).toEqual([]);
  });

  it('is counted by stage', async () => {
    const before = await store.countEscalated('two-days');
    await aStored();
    await look('2026-12-18');
    expect(await store.countEscalated('two-days')).toBeGreaterThan(before);
  });
});
