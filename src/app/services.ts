import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { Config } from '../config.js';
import { createReportDocuments } from '../documents/report-documents.js';
import { writeXlsx } from '../documents/table.js';
import type { ChannelId } from '../domain/channel-id.js';
import type { Clocks } from '../lib/clocks.js';
import { guardedFetch } from '../lib/guarded-fetch.js';
import type { Logger } from '../lib/log.js';
import { createPictures, PICTURE_FETCH_LIMITS } from '../media/pictures.js';
import { createAppealExport } from '../services/appeals/exporting.js';
import { officeOf } from '../services/appeals/office.js';
import { createAudit } from '../services/audit/audit.js';
import { createAuditReading } from '../services/audit/reading.js';
import { createAmendmentPlanner } from '../services/broadcasts/amendment-planner.js';
import { createAnalytics } from '../services/broadcasts/analytics.js';
import { createAudience } from '../services/broadcasts/audience.js';
import { createDeliveries } from '../services/broadcasts/deliveries.js';
import { BroadcastDriver } from '../services/broadcasts/driver.js';
import { createHeld } from '../services/broadcasts/held.js';
import { createReadChange } from '../services/broadcasts/message-change.js';
import { createReadCurrent } from '../services/broadcasts/newest.js';
import { createPlanner } from '../services/broadcasts/planner.js';
import { createRules } from '../services/broadcasts/rules.js';
import { createSendable } from '../services/broadcasts/sendable.js';
import { createBroadcasts } from '../services/broadcasts/service.js';
import { createTrialRecipients } from '../services/broadcasts/trial-recipients.js';
import { createCallBacks } from '../services/call-backs/service.js';
import { createCannedReplies } from '../services/canned-replies/service.js';
import { createDailyCounts } from '../services/daily-counts/daily-counts.js';
import { createDepartments } from '../services/departments/service.js';
import { isFormOpen } from '../services/dialogue/form-open.js';
import { createDigestContent } from '../services/digest/content.js';
import { Digests } from '../services/digest/digest.js';
import { createReadDigestEdit } from '../services/digest/edit.js';
import { createFaq } from '../services/faq/service.js';
import { createIdempotency } from '../services/idempotency/idempotency.js';
import { createContextReader } from '../services/intake/context.js';
import { createPresence } from '../services/presence/presence.js';
import { createPublicationImport } from '../services/publications/csv/import.js';
import { PhotoFetcher } from '../services/publications/photo-fetcher.js';
import { createSentMarks } from '../services/publications/sent-marks.js';
import { createPublications } from '../services/publications/service.js';
import { createReports } from '../services/reports/service.js';
import { createSavedViews } from '../services/saved-views/saved-views.js';
import { createSettings } from '../services/settings/settings.js';
import { createStaff } from '../services/staff/staff.js';
import { recordErasure } from '../services/subscriptions/record-erasure.js';
import { createSubscriptions } from '../services/subscriptions/service.js';
import { createTemplates } from '../services/templates/service.js';
import { createViberPrice } from '../services/viber-price/viber-price.js';
import { createAnswerDrafts } from '../storage/appeals/answer-draft-store.js';
import { createPresenceStore } from '../storage/appeals/presence-store.js';
import { createAuditStore } from '../storage/audit-store.js';
import { createDigestStore } from '../storage/broadcasts/digest-store.js';
import { createDailyCountStore } from '../storage/daily-count-store.js';
import { createDayFacts } from '../storage/day-facts.js';
import { createIdempotencyStore } from '../storage/idempotency-store.js';
import { createMessageStore } from '../storage/outbox/message-store.js';
import { createFindFirstPublished, createReadMonthFacts } from '../storage/reports/report-facts.js';
import { createSettingsStore } from '../storage/settings-store.js';
import { createStaffStores } from '../storage/staff/staff-stores.js';
import { createReadSubscribers } from '../storage/subscribers/subscribed-at.js';
import { createAppealServices } from './appeals.js';
import { createBroadcastContents } from './broadcast-contents.js';
import { createCalendarServices } from './calendar.js';
import type { ConnectedChannel } from './channels.js';
import { createAppFeeds } from './feeds.js';
import type { Nudges } from './nudges.js';
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
  /** What waits for somebody outside gives up then */
  readonly stopping: AbortSignal;
  readonly log: Logger;
}

/** Every use case, created with what it needs. */
export function createServices(deps: ServicesDeps) {
  const { config, connection, stores, channels, clocks, nudges, origin, log } = deps;
  const { subscribers } = stores;
  const timeZone = config.cityTimeZone;
  const auditStore = createAuditStore(connection);
  const audit = createAudit(auditStore, clocks.now);
  const staff = createStaff({
    stores: createStaffStores(connection),
    audit,
    clocks,
    linkAddress: (token) => `${origin()}/link/${token}`,
    key: deps.secretKey,
    departments: stores.appeals.departments,
    adminApiToken: config.adminApiToken,
  });
  const namesOf = createStaffNames(staff);
  const settings = createSettings({
    store: createSettingsStore(connection),
    audit,
    accounts: staff.accounts,
  });
  const rules = createRules(settings, timeZone);
  const organisation = async () => (await settings.get()).organisation;
  const registrationMode = async () => (await settings.get()).office.registration;
  const office = async () => officeOf(await settings.get(), timeZone);
  const messages = createMessageStore(connection, clocks.real, nudges.senders);
  const { contentOf, contentIn } = createBroadcastContents({
    publicUrl: config.publicUrl,
    page: deps.page,
    timeZone,
  });
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
    settings,
    audit,
    clocks,
    timeZone,
    log,
  });
  const audience = createAudience({ subscribers, missed: stores.deliveries });
  const viberPrice = createViberPrice({ settings, audience, charges: stores.charges, real: clocks.real });
  const addressesPerRequest = (id: ChannelId) =>
    channels.find(({ channel }) => channel.id === id)?.channel.limits.addressesPerRequest ?? 1;
  const planner = createPlanner({
    store: stores.broadcasts,
    audience,
    addressesPerRequest,
    markPublication: createSentMarks(
      stores.publications,
      channels.map(({ channel }) => channel.id),
    ),
    clocks,
    timeZone,
  });
  const sendable = createSendable({ store: stores.broadcasts, rules, now: clocks.now });
  const ofDigests = {
    store: createDigestStore(connection),
    broadcast: createReadCurrent(stores.broadcasts),
    contentOf: createDigestContent({ contentOf, organisation, timeZone, page: deps.page }),
  };
  const digests = new Digests({ ...ofDigests, messages, subscribers, sendable, clocks, log });
  const broadcasts = createBroadcasts({
    store: stores.broadcasts,
    links: stores.links,
    audience,
    subscribers,
    pictures,
    publications: stores.publications,
    messages,
    channels: channels.map(({ channel }) => channel),
    silentUntil: stores.outbox.pausedUntil,
    contentOf,
    contentIn,
    audit,
    rules,
    viberPrice,
    clocks,
    randomId: randomUUID,
    nudge: nudges.broadcasts,
  });
  const publications = createPublications({
    store: stores.publications,
    audit,
    now: clocks.now,
    timeZone,
    nudge: nudges.photos,
  });
  const { calendar, greetings } = createCalendarServices({
    stores,
    broadcasts,
    publications,
    settings,
    audit,
    clocks,
    timeZone,
  });
  return {
    audit,
    auditReading: createAuditReading(auditStore, audit),
    pictures,
    settings,
    organisation,
    office,
    registrationMode,
    staff,
    namesOf,
    idempotency: createIdempotency(createIdempotencyStore(connection), clocks.real),
    messages,
    contentIn,
    change: createReadChange({
      store: stores.broadcasts,
      contentOf,
      digest: createReadDigestEdit(ofDigests),
    }),
    answers,
    context,
    viberPrice,
    subscribers: recordErasure(subscribers, { audit, key: deps.secretKey }),
    subscriptions: createSubscriptions({ store: subscribers, audit, real: clocks.real }),
    held: createHeld({ subscribers, isFormOpen, clocks, timeZone }),
    sendable,
    digests,
    driver: new BroadcastDriver({
      store: stores.broadcasts,
      planner,
      amendmentPlanner: createAmendmentPlanner({
        store: stores.broadcasts,
        reached: stores.reached,
        addressesPerRequest,
        clocks,
      }),
      digests,
      rules,
      audit,
      clocks,
      nudgeSenders: nudges.senders,
      log,
    }),
    broadcasts,
    templates: createTemplates({ store: stores.templates, audit }),
    trialRecipients: createTrialRecipients({ store: stores.trialRecipients, subscribers, audit }),
    photoFetcher: new PhotoFetcher({ store: stores.publications, pictures, log }),
    publications,
    feeds: createAppFeeds({
      config,
      connection,
      accounts: staff.accounts,
      publications,
      broadcasts,
      audit,
      now: clocks.now,
      stopping: deps.stopping,
      log,
    }),
    publicationImport: createPublicationImport({
      publications,
      store: stores.publications,
      allowLoopbackMedia: config.sandbox !== undefined,
      timeZone,
    }),
    calendar,
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
    savedViews: createSavedViews({ store: stores.savedViews, audit }),
    callBacks: createCallBacks({ store: stores.callBacks, subscribers, audit, now: clocks.now }),
    faq: createFaq({ store: stores.faq, accounts: staff.accounts, audit, now: clocks.now, timeZone }),
    cannedReplies: createCannedReplies({
      store: stores.cannedReplies,
      departments: stores.appeals.departments,
      audit,
    }),
    greetings,
    reports: createReports({
      facts: createReadMonthFacts(connection),
      subscribers: createReadSubscribers(connection),
      firstPublished: createFindFirstPublished(connection),
      marks: stores.reportMarks,
      signed: stores.signedReports,
      settings,
      findHolidays: calendar.find,
      namesOf,
      audit,
      now: clocks.now,
      timeZone,
      randomId: randomUUID,
    }),
    documents: createReportDocuments(timeZone),
    dailyCounts: createDailyCounts({
      store: createDailyCountStore(connection),
      facts: createDayFacts(connection, stores.broadcasts),
      clocks,
      timeZone,
      stopping: deps.stopping,
    }),
    analytics: createAnalytics({
      broadcasts: stores.broadcasts,
      deliveries: stores.deliveries,
      links: stores.links,
    }),
    deliveries: createDeliveries({
      broadcasts: stores.broadcasts,
      store: stores.deliveries,
      subscribers,
      audit,
    }),
    appeals,
    answerDrafts: createAnswerDrafts(connection, clocks.real),
    presence: createPresence(createPresenceStore(connection), clocks.real),
  };
}

export type Services = ReturnType<typeof createServices>;
