import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { Config } from '../config.js';
import { remarksDocx } from '../documents/remarks-table.js';
import { writeXlsx } from '../documents/table.js';
import type { Clocks } from '../lib/clocks.js';
import { guardedFetch } from '../lib/guarded-fetch.js';
import type { Logger } from '../lib/log.js';
import { createPictures, PICTURE_FETCH_LIMITS } from '../media/pictures.js';
import { createAbsences } from '../services/absences/service.js';
import { createAppealExport } from '../services/appeals/exporting.js';
import { officeOf } from '../services/appeals/office.js';
import { createAudit } from '../services/audit/audit.js';
import { createAuditReading } from '../services/audit/reading.js';
import { createCallBacks } from '../services/call-backs/service.js';
import { createCannedReplies } from '../services/canned-replies/service.js';
import { createDailyCounts } from '../services/daily-counts/daily-counts.js';
import { createDepartments } from '../services/departments/service.js';
import { createFaq } from '../services/faq/service.js';
import { createIdempotency } from '../services/idempotency/idempotency.js';
import { createContextReader } from '../services/intake/context.js';
import { createCopying } from '../services/my-data/copying.js';
import { createErasing } from '../services/my-data/erasing.js';
import { createPresence } from '../services/presence/presence.js';
import { createRetention } from '../services/retention/retention.js';
import { createSavedViews } from '../services/saved-views/saved-views.js';
import { createSettings } from '../services/settings/settings.js';
import { createStaff } from '../services/staff/staff.js';
import { createSubscriptions } from '../services/subscriptions/service.js';
import { createTopics } from '../services/topics/topics.js';
import { createAnswerDrafts } from '../storage/appeals/answer-draft-store.js';
import { createPresenceStore } from '../storage/appeals/presence-store.js';
import { createAuditStore } from '../storage/audit-store.js';
import { createComposeDrafts } from '../storage/broadcasts/compose-draft-store.js';
import { createDailyCountStore } from '../storage/daily-count-store.js';
import { createDayFacts } from '../storage/day-facts.js';
import { createIdempotencyStore } from '../storage/idempotency-store.js';
import { createMessageStore } from '../storage/outbox/message-store.js';
import { createSettingsStore } from '../storage/settings-store.js';
import { createStaffStores } from '../storage/staff/staff-stores.js';
import { createIsTopicUsed } from '../storage/topic-use.js';
import { createAppealServices } from './appeals.js';
import { createBroadcastServices } from './broadcasts.js';
import type { ConnectedChannel } from './channels.js';
import { createDutyServices } from './duty.js';
import type { Nudges } from './nudges.js';
import { createPublicationServices } from './publications.js';
import { createStaffNames } from './staff-names.js';
import type { Stores } from './stores.js';

export interface ServicesDeps {
  readonly config: Config;
  readonly connection: Connection;
  readonly stores: Stores;
  readonly channels: readonly ConnectedChannel[];
  /** See `openSecretKey` */
  readonly secretKey: string;
  readonly clocks: Clocks;
  readonly nudges: Nudges;
  /** Where residents and staff reach the service, e.g. https://visnyk.example.ua */
  readonly origin: () => string;
  /** Permanent page of a broadcast as the outside reaches it; undefined while it cannot */
  readonly page: (broadcastId: string) => string | undefined;
  /** Page of a copy of somebody’s data by its token, likewise */
  readonly dataCopy: (token: string) => string | undefined;
  /** What waits for somebody outside gives up then */
  readonly stopping: AbortSignal;
  readonly log: Logger;
}

/** Every use case, created with what it needs. */
export function createServices(deps: ServicesDeps) {
  const { config, connection, stores, clocks, nudges, origin, log } = deps;
  const { subscribers } = stores;
  const timeZone = config.cityTimeZone;
  const auditStore = createAuditStore(connection);
  const audit = createAudit(auditStore, clocks.now);
  const staffStores = createStaffStores(connection);
  const staff = createStaff({
    stores: staffStores,
    audit,
    clocks,
    linkAddress: (token) => `${origin()}/link/${token}`,
    key: deps.secretKey,
    departments: stores.appeals.departments,
    adminApiToken: config.adminApiToken,
  });
  const namesOf = createStaffNames(staff);
  const absences = createAbsences({ accounts: staffStores.accounts, audit, now: clocks.now, timeZone });
  const settings = createSettings({
    store: createSettingsStore(connection),
    audit,
    accounts: staff.accounts,
    isTopicUsed: createIsTopicUsed(connection),
  });
  const topics = createTopics(settings);
  const organisation = async () => (await settings.get()).organisation;
  const registrationMode = async () => (await settings.get()).office.registration;
  const office = async () => officeOf(await settings.get(), timeZone);
  const messages = createMessageStore(connection, clocks.real, nudges.senders);
  const pictures = createPictures({
    files: stores.files,
    fetch: (url) => guardedFetch(url, PICTURE_FETCH_LIMITS),
  });
  const context = createContextReader({
    appeals: stores.appeals,
    broadcasts: stores.broadcasts,
    publications: stores.publications,
    faq: stores.faq,
    messages,
    settings,
    timeZone,
    page: deps.page,
  });
  const { answers, appeals } = createAppealServices({
    stores,
    messages,
    context,
    organisation,
    accounts: staff.accounts,
    namesOf,
    standIns: absences.standIns,
    settings,
    audit,
    clocks,
    timeZone,
    log,
  });
  const ofBroadcasts = createBroadcastServices({ ...deps, settings, topics, messages, pictures, audit });
  const ofPublications = createPublicationServices({
    ...deps,
    broadcasts: ofBroadcasts.broadcasts,
    settings,
    topics,
    accounts: staff.accounts,
    namesOf,
    pictures,
    audit,
  });
  const callBacks = createCallBacks({ store: stores.callBacks, subscribers, audit, now: clocks.now });
  return {
    ...createDutyServices({
      ...deps,
      appeals,
      callBacks,
      absences,
      accounts: staff.accounts,
      settings,
      audit,
      timeZone,
    }),
    ...ofBroadcasts,
    ...ofPublications,
    audit,
    auditReading: createAuditReading(auditStore, audit),
    pictures,
    settings,
    topics,
    organisation,
    office,
    registrationMode,
    staff,
    absences,
    namesOf,
    idempotency: createIdempotency(createIdempotencyStore(connection), clocks.real),
    messages,
    answers,
    context,
    subscriptions: createSubscriptions({ store: subscribers, topics, audit, real: clocks.real }),
    erasures: stores.erasures,
    retention: createRetention({
      ...stores,
      periods: async () => (await settings.get()).retention,
      audit,
      clocks,
      timeZone,
      stopping: deps.stopping,
    }),
    erasing: createErasing({ ...stores, audit, key: deps.secretKey }),
    copying: createCopying({
      ...stores,
      reading: stores.personReading,
      topics: topics.list,
      address: deps.dataCopy,
      timeZone,
      key: deps.secretKey,
      real: clocks.real,
    }),
    departments: createDepartments({
      store: stores.departments,
      hasAppeals: async (departmentId, isOpen) => {
        const ofDepartment = { departmentId, open: isOpen || undefined, now: clocks.now(), limit: 1 };
        return (await stores.appeals.list(ofDepartment)).items.length > 0;
      },
      audit,
      randomId: randomUUID,
    }),
    appealExport: createAppealExport(appeals, audit),
    writeXlsx,
    writeRemarks: remarksDocx,
    savedViews: createSavedViews({ store: stores.savedViews, audit }),
    callBacks,
    faq: createFaq({ store: stores.faq, accounts: staff.accounts, audit, now: clocks.now, timeZone }),
    cannedReplies: createCannedReplies({
      store: stores.cannedReplies,
      departments: stores.appeals.departments,
      audit,
    }),
    dailyCounts: createDailyCounts({
      store: createDailyCountStore(connection),
      facts: createDayFacts(connection, stores.broadcasts),
      clocks,
      timeZone,
      stopping: deps.stopping,
    }),
    appeals,
    answerDrafts: createAnswerDrafts(connection, clocks.real),
    composeDrafts: createComposeDrafts(connection, clocks.real),
    presence: createPresence(createPresenceStore(connection), clocks.real),
  };
}

export type Services = ReturnType<typeof createServices>;
