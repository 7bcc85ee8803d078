import { Registry } from 'prom-client';
import { createConsole } from '../../../src/console/create-console.js';
import { HELP_PICTURES } from '../../../src/console/help/help-route.js';
import type { ConsoleParts } from '../../../src/console/parts.js';
import { remarksDocx } from '../../../src/documents/remarks-table.js';
import { createReportDocuments } from '../../../src/documents/report-documents.js';
import { writeXlsx } from '../../../src/documents/table.js';
import { Refusal } from '../../../src/domain/refusal.js';
import { createPublicPages } from '../../../src/public/create-public-pages.js';
import { createAppealExport } from '../../../src/services/appeals/exporting.js';
import { createAudit } from '../../../src/services/audit/audit.js';
import { createAuditReading } from '../../../src/services/audit/reading.js';
import { createCannedReplies } from '../../../src/services/canned-replies/service.js';
import { createDepartments } from '../../../src/services/departments/service.js';
import { createFaq } from '../../../src/services/faq/service.js';
import { createCityCalendar } from '../../../src/services/greetings/city-calendar.js';
import { createPublicationImport } from '../../../src/services/publications/csv/import.js';
import { createPublications } from '../../../src/services/publications/service.js';
import { createSavedViews } from '../../../src/services/saved-views/saved-views.js';
import { createSettings } from '../../../src/services/settings/settings.js';
import { createTemplates } from '../../../src/services/templates/service.js';
import { createTopics } from '../../../src/services/topics/topics.js';
import { createPendingCookies } from '../../../src/web/pending-cookie.js';
import { createServer } from '../../../src/web/server.js';
import { createSessionCookies } from '../../../src/web/session-cookie.js';
import { memoryAuditStore } from '../../unit/services/staff/memory-stores.js';
import { memoryAnswerDrafts } from '../memory-answer-drafts.js';
import { memoryCannedReplies } from '../memory-canned-replies.js';
import { memoryComposeDrafts } from '../memory-compose-drafts.js';
import { memoryDepartments } from '../memory-departments.js';
import { memoryFaq } from '../memory-faq.js';
import { memoryGreetings, memoryHolidays } from '../memory-holidays.js';
import { memoryPublications } from '../memory-publications.js';
import { memoryReports } from '../memory-reports.js';
import { memorySavedViews } from '../memory-saved-views.js';
import { memorySettings } from '../memory-settings.js';
import { memoryTemplates } from '../memory-templates.js';
import { publicParts } from '../public-parts.js';
import { silentLogger } from '../silent-logger.js';
import { aBroadcast, anAppeal, aSubscriber, DEPARTMENTS, NOW, STAFF_NAMES } from './builders.js';
import { fakeAbsences } from './fake-absences.js';
import { fakeAppeals } from './fake-appeals.js';
import { fakeBroadcasts } from './fake-broadcasts.js';
import { fakeCallBacks } from './fake-call-backs.js';
import { fakeDeliveries, SOME_ANALYTICS } from './fake-deliveries.js';
import { aFeed, fakeFeeds } from './fake-feeds.js';
import { fakeFiles } from './fake-files.js';
import { someLights } from './fake-lights.js';
import { aMorningDigest, fakeMorningDigests } from './fake-morning-digests.js';
import { fakePendingSignIns } from './fake-second-factor.js';
import { fakeSessions, fakeStaff } from './fake-staff.js';
import { fakeTrialRecipients } from './fake-trial-recipients.js';
import { someDays } from './some-days.js';

/** The console and the public pages over fakes, behind the real shell: headers, limits, errors. */
export function consoleApp(changes: Partial<ConsoleParts> = {}) {
  const stopping = new AbortController();
  const staff = fakeStaff();
  let ids = 0;
  const register = memoryPublications();
  const auditStore = memoryAuditStore();
  const audit = createAudit(auditStore, () => NOW);
  const settings =
    changes.settings ??
    createSettings({
      store: memorySettings(),
      audit: { record: async () => {} },
      accounts: fakeStaff().accounts,
      isTopicUsed: async () => false,
    });
  const topics = createTopics(settings);
  const publications = createPublications({
    store: register,
    topics,
    audit: { record: async () => {} },
    now: () => NOW,
    timeZone: 'Europe/Kyiv',
    nudge: () => {},
  });
  const appeals = changes.appeals ?? fakeAppeals([anAppeal()]);
  const parts: ConsoleParts = {
    absences: fakeAbsences(),
    appeals,
    appealExport: createAppealExport(appeals, audit),
    writeXlsx,
    writeRemarks: remarksDocx,
    broadcasts: fakeBroadcasts([aBroadcast()]),
    deliveries: fakeDeliveries(),
    analytics: async () => SOME_ANALYTICS,
    auditReading: createAuditReading(auditStore, audit),
    dailyCounts: { lastDays: async () => someDays() },
    calendar: createCityCalendar({
      store: memoryHolidays(),
      greetings: memoryGreetings(),
      audit: { record: async () => {} },
      randomId: () => 'c0ffee00-0000',
    }),
    callBacks: fakeCallBacks(),
    faq: createFaq({
      store: memoryFaq(),
      accounts: fakeStaff().accounts,
      audit,
      now: () => NOW,
      timeZone: 'Europe/Kyiv',
    }),
    cannedReplies: createCannedReplies({
      store: memoryCannedReplies(),
      departments: async () => DEPARTMENTS,
      audit,
    }),
    departments: createDepartments({
      store: memoryDepartments(DEPARTMENTS),
      hasAppeals: async (id) => id === 'housing',
      audit,
      randomId: () => 'd1',
    }),
    lights: someLights(),
    greetings: {
      open: async () => {
        throw new Refusal('conflict', 'greeting.none', 'Цього дня немає свята.');
      },
      choose: async () => {},
      between: async () => new Map(),
    },
    publications,
    publicationImport: createPublicationImport({
      publications,
      store: register,
      topics,
      allowLoopbackMedia: false,
      timeZone: 'Europe/Kyiv',
    }),
    pictures: {
      keep: async ({ alt }) => ({ fileId: 'f1', publicName: 'scene.jpg', alt }),
      fetch: async ({ url, alt }) => ({ fileId: 'f2', publicName: 'fetched.jpg', alt, sourceUrl: url }),
    },
    reports: memoryReports({ settings, now: () => NOW, namesOf: async () => STAFF_NAMES }),
    documents: createReportDocuments('Europe/Kyiv'),
    answerDrafts: memoryAnswerDrafts(),
    composeDrafts: memoryComposeDrafts(),
    presence: { stay: async () => {}, others: async () => [] },
    morningDigests: fakeMorningDigests([aMorningDigest()]),
    feeds: fakeFeeds([aFeed()]).feeds,
    subscriptions: {
      importAll: async () => ({ created: 0, updated: 0, rejected: [] }),
      list: async () => ({ items: [aSubscriber()], nextCursor: null }),
      stats: async () => ({
        telegram: { active: 900, stopped: 12, unreachable: 7 },
        viber: { active: 600, stopped: 3, unreachable: 21 },
      }),
    },
    templates: createTemplates({ store: memoryTemplates(), topics, audit: { record: async () => {} } }),
    trialRecipients: fakeTrialRecipients(),
    troubles: async () => new Map(),
    staff,
    savedViews: createSavedViews({ store: memorySavedViews(), audit: { record: async () => {} } }),
    settings,
    topics,
    viberPrice: { month: async () => undefined },
    retention: { forecast: async () => NOTHING_TO_FORGET },
    erasures: { latest: async () => [] },
    namesOf: async () => STAFF_NAMES,
    files: fakeFiles(),
    cookies: createSessionCookies(fakeSessions(), false),
    pendingCookies: createPendingCookies(fakePendingSignIns(staff.secondFactor), false),
    sandbox: undefined,
    publicUrl: undefined,
    timeZone: 'Europe/Kyiv',
    clocks: { now: () => NOW, real: () => NOW },
    randomId: () => {
      ids += 1;
      return `request-${ids}`;
    },
    stopping: stopping.signal,
    log: silentLogger,
    ...changes,
  };
  const app = createServer({
    guarded: [createConsole(parts)],
    pages: [publicPages(parts)],
    assets: [HELP_PICTURES],
    publicUrl: undefined,
    trustedProxies: [],
    localhostOnly: false,
    log: silentLogger,
    readiness: async () => ({ status: 'ready', reasons: [] }),
    registry: new Registry(),
    authenticate: async () => undefined,
  });
  return { app, parts, auditStore, stop: () => stopping.abort() };
}

/** Every timer has done its work. */
export const NOTHING_TO_FORGET = {
  updateDays: 0,
  messageDays: 0,
  callBackDays: 0,
  unsubscribedDays: 0,
  appealYears: 0,
  forms: 0,
  letGo: 0,
};

function publicPages({ broadcasts, files, timeZone }: ConsoleParts) {
  return createPublicPages({
    ...publicParts(),
    findSent: async (id) => {
      const broadcast = await broadcasts.get(id);
      return broadcast.startedAt && { broadcast, amendments: broadcast.amendments };
    },
    openMedia: async (id) => ({ id, contentType: 'image/jpeg', read: () => files.read(id) }),
    timeZone,
  });
}
