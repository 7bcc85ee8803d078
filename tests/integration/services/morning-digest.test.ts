import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { StandIns } from '../../../src/domain/absence.js';
import type { Appeal } from '../../../src/domain/appeal.js';
import { composeDigest } from '../../../src/services/morning-digest/compose.js';
import type { MorningDigestStore } from '../../../src/services/morning-digest/morning-digest.js';
import { createMorningDigests } from '../../../src/services/morning-digest/service.js';
import { createAppealStore } from '../../../src/storage/appeals/appeal-store.js';
import { createMorningDigestStore } from '../../../src/storage/appeals/morning-digest-store.js';
import { ensureIndexes } from '../../../src/storage/connection.js';
import { anOffice } from '../../support/an-office.js';
import { anAppealDesk, COLLEAGUE, HEAD, MODERATOR, MONDAY } from '../../support/appeal-desk.js';
import { anAppeal } from '../../support/console/builders.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';

const VIEWER = { ...MODERATOR, id: 'viewer', roles: ['viewer'] as const };
const NO_ONE_AWAY: StandIns = new Map();

let database: TestDatabase;
let kept: MorningDigestStore;
let stored = 0;

beforeAll(async () => {
  database = await aDatabase();
  kept = createMorningDigestStore(database.connection, () => MONDAY);
  createAppealStore(database.connection);
  await ensureIndexes(database.connection);
});
afterAll(() => database.close());
beforeEach(() => database.connection.collection('appeals').deleteMany({}));

async function aStored(dueAt: string, changes: Partial<Appeal> = {}): Promise<string> {
  stored += 1;
  const number = `Н-2026-${String(stored).padStart(6, '0')}`;
  const appeal = anAppeal({
    number,
    assigneeId: MODERATOR.id,
    dueAt: new Date(`${dueAt}T21:59:59Z`),
    ...changes,
  });
  await createAppealStore(database.connection).insert(appeal, `inbox-${stored}`);
  return number;
}

function parts(standIns = NO_ONE_AWAY) {
  const absences = { standIns: async () => standIns, planned: async () => [] };
  const store = createAppealStore(database.connection);
  const { appeals } = anAppealDesk(store, { standIns: absences.standIns });
  return { appeals, callBacks: { countOpen: async () => 3 }, absences };
}

/** The crontab looks. @param moment in Kyiv's winter time, or with a zone of its own */
async function look(moment: string, standIns = NO_ONE_AWAY): Promise<void> {
  await createMorningDigests({
    ...parts(standIns),
    store: kept,
    colleagues: async () => [MODERATOR, COLLEAGUE, HEAD, VIEWER],
    office: async () => anOffice(),
    madeAfter: async () => '08:30',
    now: () => new Date(moment.endsWith('Z') ? moment : `${moment}+02:00`),
    stopping: new AbortController().signal,
  }).makeDue();
}

describe('what a morning’s digest says', () => {
  it('puts each appeal where it is urgent, by Monday’s calendar', async () => {
    const overdue = await aStored('2026-11-20');
    const today = await aStored('2026-11-23');
    const soon = await aStored('2026-11-25');
    await aStored('2026-11-26');
    await aStored('2026-11-20', { assigneeId: COLLEAGUE.id });
    const nobodys = await aStored('2026-12-20', { assigneeId: undefined });
    await aStored('2026-11-20', { assigneeId: undefined, departmentId: 'welfare' });
    const ofHousing = { ...MODERATOR, departmentIds: ['housing'] };
    const digest = await composeDigest(parts(), ofHousing, anOffice(), MONDAY);
    const numbers = Object.fromEntries(
      Object.entries(digest.parts).map(([name, part]) => [name, part.numbers]),
    );
    expect(numbers).toEqual({
      escalated: [],
      overdue: [overdue],
      today: [today],
      soon: [soon],
      unassigned: [nobodys],
      lost: [],
    });
    expect(digest).toMatchObject({ staffId: MODERATOR.id, day: '2026-11-23', callBackCount: 3 });
  });

  it('looks over the weekend: on Friday, what is due on Tuesday is near', async () => {
    const tuesday = await aStored('2026-12-01');
    const friday = new Date('2026-11-27T06:30:00Z');
    const digest = await composeDigest(parts(), MODERATOR, anOffice(), friday);
    expect(digest.parts.soon.numbers).toEqual([tuesday]);
  });

  it('counts no further than a hundred and names no more than twenty', async () => {
    for (let at = 0; at < 101; at += 1) await aStored('2026-11-20');
    const { parts: of } = await composeDigest(parts(), MODERATOR, anOffice(), MONDAY);
    expect([of.overdue.count, of.overdue.numbers.length]).toEqual([100, 20]);
  });
});

describe('a morning’s digest', () => {
  it('is made on working mornings after its hour, once for everybody who answers appeals', async () => {
    await look('2026-11-23T08:29');
    expect(await kept.keptOn('2026-11-23')).toEqual([]);
    await look('2026-11-23T08:30');
    await Promise.all([look('2026-11-23T08:35'), look('2026-11-23T08:35')]);
    expect((await kept.keptOn('2026-11-23')).toSorted()).toEqual(['colleague', 'head', 'moderator']);
    expect((await kept.get(MODERATOR.id, '2026-11-23'))?.madeAt).toEqual(new Date('2026-11-23T06:30:00Z'));
    await look('2026-11-28T09:00');
    expect(await kept.keptOn('2026-11-28')).toEqual([]);
  });

  it('that was missed is made later the same day, and is not made of a day that is over', async () => {
    await look('2026-11-25T16:00');
    expect(await kept.keptOn('2026-11-25')).toHaveLength(3);
    expect(await kept.keptOn('2026-11-24')).toEqual([]);
    expect((await kept.daysOf(MODERATOR.id)).slice(0, 2)).toEqual(['2026-11-25', '2026-11-23']);
  });

  it('of somebody away is the substitute’s', async () => {
    const number = await aStored('2026-11-20');
    const standIn = { id: COLLEAGUE.id, name: COLLEAGUE.name, until: '2026-12-04' };
    await look('2026-11-26T09:00', new Map([[MODERATOR.id, standIn]]));
    expect((await kept.keptOn('2026-11-26')).toSorted()).toEqual(['colleague', 'head']);
    expect((await kept.get(COLLEAGUE.id, '2026-11-26'))?.parts.overdue.numbers).toEqual([number]);
  });

  it('heeds both changes of the clock', async () => {
    for (const [before, at, day] of [
      ['2026-10-26T06:29:00Z', '2026-10-26T06:30:00Z', '2026-10-26'],
      ['2027-03-29T05:29:00Z', '2027-03-29T05:30:00Z', '2027-03-29'],
    ] as const) {
      await look(before);
      expect(await kept.keptOn(day)).toEqual([]);
      await look(at);
      expect(await kept.keptOn(day)).toHaveLength(3);
    }
  });
});
