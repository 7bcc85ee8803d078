import { randomUUID } from 'node:crypto';
import { holidayById } from '../../src/domain/holidays/calendar.js';
import { type Actor, ROLES, type Role } from '../../src/domain/role.js';
import { seedMonths } from '../../src/sandbox/demonstration/months/seed-months.js';
import type { StaffIds } from '../../src/sandbox/demonstration/staff.js';
import { createAudit } from '../../src/services/audit/audit.js';
import { createPublications } from '../../src/services/publications/service.js';
import { createReports } from '../../src/services/reports/service.js';
import { DEFAULT_SETTINGS } from '../../src/services/settings/defaults.js';
import { createAppealStore } from '../../src/storage/appeals/appeal-store.js';
import { createAuditStore } from '../../src/storage/audit-store.js';
import { ensureIndexes } from '../../src/storage/connection.js';
import { createPublicationStore } from '../../src/storage/publications/publication-store.js';
import { createFindFirstPublished, createReadMonthFacts } from '../../src/storage/reports/report-facts.js';
import { createReportMarksStore } from '../../src/storage/reports/report-marks-store.js';
import { createSignedReportStore } from '../../src/storage/reports/signed-report-store.js';
import { createDemonstrationStore } from '../../src/storage/sandbox/demonstration-store.js';
import { createReadSubscribers } from '../../src/storage/subscribers/subscribed-at.js';
import { createSubscriberStore } from '../../src/storage/subscribers/subscriber-store.js';
import { aDatabase } from './database.js';
import { someTopics } from './some-topics.js';

const STAFF = Object.fromEntries(ROLES.map((role) => [role, role])) as StaffIds;
const CITIZEN = { locale: 'uk', deliveryMode: 'digest', digestAt: '18:00' } as const;
const TIME_ZONE = 'Europe/Kyiv';

/** Somebody of staff. */
export function anActor(role: Role): Actor {
  return { kind: 'staff', id: role, name: `Працівник ${role}`, roles: [role] };
}

/** Reports and publications over a real database, at a moment that a test moves. */
export async function aReportWorld() {
  const database = await aDatabase();
  const { connection } = database;
  let now = new Date('2021-04-01T06:00:00Z');
  const audit = createAudit(createAuditStore(connection), () => now);
  const store = createPublicationStore(connection);
  const marks = createReportMarksStore(connection);
  const publications = createPublications({
    store,
    topics: someTopics,
    audit,
    now: () => now,
    timeZone: TIME_ZONE,
    nudge: () => undefined,
  });
  const reports = createReports({
    facts: createReadMonthFacts(connection),
    subscribers: createReadSubscribers(connection),
    firstPublished: createFindFirstPublished(connection),
    marks,
    signed: createSignedReportStore(connection),
    settings: { get: async () => DEFAULT_SETTINGS },
    findHolidays: async (ids) => ids.flatMap((id) => holidayById(id) ?? []),
    namesOf: async (ids) => new Map(ids.map((id) => [id, `Працівник ${id}`])),
    audit,
    now: () => now,
    timeZone: TIME_ZONE,
    randomId: randomUUID,
  });
  const subscribers = createSubscriberStore(connection, () => now);
  const appeals = createAppealStore(connection);
  const demonstration = createDemonstrationStore(connection);
  await ensureIndexes(connection);
  return {
    reports,
    publications,
    appeals,
    store,
    connection,
    moveTo: (moment: string) => {
      now = new Date(moment);
    },
    seedMonths: () =>
      seedMonths({
        store: demonstration,
        publications: store,
        appeals,
        reportMarks: marks,
        staff: STAFF,
        citizens: [
          { ...CITIZEN, id: 'a'.repeat(24), address: '1', channel: 'telegram' },
          { ...CITIZEN, id: 'b'.repeat(24), address: 'v', channel: 'viber' },
        ],
        photo: { fileId: 'f', publicName: 'photo.jpg', alt: '' },
        timeZone: TIME_ZONE,
      }),
    subscribers,
    close: () => database.close(),
  };
}
