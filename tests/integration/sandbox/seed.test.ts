import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPEN_APPEAL_STATUSES } from '../../../src/domain/appeal.js';
import { BUILT_IN_TOPICS } from '../../../src/domain/topic.js';
import { localDay } from '../../../src/lib/city-time.js';
import { residentsOf } from '../../../src/sandbox/demonstration/residents.js';
import { type SeedDeps, seedDemonstration } from '../../../src/sandbox/demonstration/seed.js';
import { warningsOf } from '../../../src/services/publications/warnings.js';
import { createAppealStore } from '../../../src/storage/appeals/appeal-store.js';
import { createCannedReplyStore } from '../../../src/storage/appeals/canned-reply-store.js';
import { createBroadcastStore } from '../../../src/storage/broadcasts/broadcast-store.js';
import { ensureIndexes } from '../../../src/storage/connection.js';
import { createFiles } from '../../../src/storage/files/files-store.js';
import { createPublicationStore } from '../../../src/storage/publications/publication-store.js';
import { createReportMarksStore } from '../../../src/storage/reports/report-marks-store.js';
import { createDemonstrationStore } from '../../../src/storage/sandbox/demonstration-store.js';
import { createStaffAccountStore } from '../../../src/storage/staff/staff-account-store.js';
import { createSubscriberStore } from '../../../src/storage/subscribers/subscriber-store.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';

const NOW = new Date('2026-11-23T09:00:00Z');
const THIS_YEAR = new Date('2026-01-01T00:00:00Z');
const MARCH = new Date('2021-02-28T22:00:00Z');
const APRIL = new Date('2021-03-31T21:00:00Z');
const EVERY = { limit: 200, cursor: undefined };
/** After the month of the department's own report */
const SINCE = new Date('2022-01-01');

describe('the demonstration data in a database', () => {
  let database: TestDatabase;
  let directory: string;
  let deps: SeedDeps & {
    appeals: ReturnType<typeof createAppealStore>;
    broadcasts: ReturnType<typeof createBroadcastStore>;
    publications: ReturnType<typeof createPublicationStore>;
    subscribers: ReturnType<typeof createSubscriberStore>;
  };
  beforeAll(async () => {
    database = await aDatabase();
    directory = await mkdtemp(join(tmpdir(), 'visnyk-seed-'));
    const { connection } = database;
    deps = {
      store: createDemonstrationStore(connection),
      accounts: createStaffAccountStore(connection),
      subscribers: createSubscriberStore(connection, () => new Date()),
      appeals: createAppealStore(connection),
      broadcasts: createBroadcastStore(connection),
      publications: createPublicationStore(connection),
      cannedReplies: createCannedReplyStore(connection),
      reportMarks: createReportMarksStore(connection),
      files: await createFiles({ connection, directory, real: () => new Date() }),
      now: NOW,
      timeZone: 'Europe/Kyiv',
    };
    await ensureIndexes(connection);
  });
  afterAll(async () => {
    await database.close();
    await rm(directory, { recursive: true, force: true });
  });

  const everything = async () => ({
    stats: await deps.subscribers.stats(),
    appeals: (await deps.appeals.list({ ...EVERY, now: NOW })).items,
    ofMarch2021: (await deps.publications.count({ from: MARCH, to: APRIL }, BUILT_IN_TOPICS)).total,
    broadcasts: (await deps.broadcasts.list(EVERY)).items,
    publications: (await deps.publications.list(EVERY)).items,
  });

  it('goes on after it was cut off, and then repeats nothing', async () => {
    const cutOff = { ...deps.store, addBroadcast: () => Promise.reject(new Error('the process died')) };
    await expect(seedDemonstration({ ...deps, store: cutOff })).rejects.toThrow('the process died');
    const later = new Date(NOW.getTime() + 60_000);
    const first = await seedDemonstration({ ...deps, now: later });
    const seeded = await everything();
    expect(await seedDemonstration({ ...deps, now: later })).toEqual(first);
    expect(await everything()).toEqual(seeded);
    expect(seeded.stats.telegram.active + seeded.stats.viber.active).toBe(1_500);
    // This year's fourteen, and the seventy-four of March 2021.
    expect(seeded.appeals).toHaveLength(14 + 74);
    expect(seeded.ofMarch2021).toBe(465 + 259);
  });

  it('shows every kind of appeal: overdue, due today, anonymous, forwarded, rated, with a photo and a note', async () => {
    const appeals = (await everything()).appeals.filter(({ receivedAt }) => receivedAt >= THIS_YEAR);
    const open = appeals.filter(({ status }) => OPEN_APPEAL_STATUSES.includes(status));
    const today = localDay(NOW);
    expect(open.filter(({ dueAt }) => dueAt && dueAt < NOW)).toHaveLength(1);
    expect(open.filter(({ dueAt }) => dueAt && localDay(dueAt) === today)).toHaveLength(1);
    expect(appeals.filter(({ door }) => door === 'anonymous').map(({ dueAt }) => dueAt)).toEqual([undefined]);
    expect(appeals.filter(({ departmentId }) => departmentId === 'education')).toHaveLength(1);
    expect(appeals.filter(({ rating }) => rating !== undefined)).toHaveLength(3);
    expect(appeals.filter(({ messages }) => messages.some(({ files }) => files.length > 0))).toHaveLength(2);
    expect(appeals.filter(({ notes }) => notes.length > 0)).toHaveLength(1);
    expect(appeals.map(({ receivedAt }) => receivedAt)).toEqual(
      appeals.map(({ receivedAt }) => receivedAt).sort((a, b) => b.getTime() - a.getTime()),
    );
  });

  it('has five finished broadcasts whose counts add up, and one draft on top', async () => {
    const { broadcasts } = await everything();
    const [draft, ...sent] = broadcasts.filter(({ createdAt }) => createdAt >= THIS_YEAR);
    expect(draft).toMatchObject({
      status: 'draft',
      delivery: 'instant',
      ignoreQuietHours: true,
      audience: {},
    });
    expect(draft?.pictures).toHaveLength(1);
    expect(sent.map(({ status }) => status)).toEqual(Array(5).fill('finished'));
    for (const { id, audience } of sent) {
      const counts = (await deps.broadcasts.counts([id])).get(id)?.counts;
      if (!counts) throw new Error(`nobody is planned for ${id}`);
      const { total, sent: sentCount, delivered, seen, failed } = counts;
      const { telegram, viber } = await deps.subscribers.countAudience(audience);
      expect(total).toBe(telegram + viber);
      expect(sentCount + delivered + seen + failed).toBe(total);
    }
  });

  it('has publications of these days, and a draft act that would be too late', async () => {
    const { publications } = await everything();
    const ofTheseDays = publications.filter(({ createdAt }) => createdAt > SINCE);
    const of = (wanted: string) => ofTheseDays.filter(({ status }) => status === wanted);
    expect(of('published').map(({ kind }) => kind)).toEqual(['news', 'anons', 'event-report', 'video']);
    const [draft] = of('draft');
    expect(draft && warningsOf(draft, { now: NOW, timeZone: 'Europe/Kyiv', isNumberTaken: false })).toEqual([
      expect.objectContaining({ code: 'act.draft-too-late' }),
    ]);
  });

  it('lets a stranger with a phone get a broadcast before the crowd does', async () => {
    for (const channel of ['telegram', 'viber'] as const) {
      for (const { id, name } of residentsOf(channel)) {
        const { subscriber } = await deps.subscribers.ensureKnown({ channel, address: id, name });
        expect(subscriber.status).toBe('pending');
        await deps.subscribers.change(subscriber.id, { status: 'active' });
      }
      const first = await deps.subscribers.audiencePage({}, channel, undefined, new Date(), 3);
      expect(first.map(({ address }) => address)).toEqual(residentsOf(channel).map(({ id }) => id));
    }
  });
});
