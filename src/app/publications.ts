import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { Config } from '../config.js';
import { createReportDocuments } from '../documents/report-documents.js';
import type { Clocks } from '../lib/clocks.js';
import type { Logger } from '../lib/log.js';
import type { createPictures } from '../media/pictures.js';
import type { Audit } from '../services/audit/audit.js';
import type { Broadcasts } from '../services/broadcasts/broadcasts.js';
import { createPublicationImport } from '../services/publications/csv/import.js';
import { PhotoFetcher } from '../services/publications/photo-fetcher.js';
import { createPublications } from '../services/publications/service.js';
import { createReports } from '../services/reports/service.js';
import type { Settings } from '../services/settings/settings.js';
import type { Accounts } from '../services/staff/accounts.js';
import type { Topics } from '../services/topics/topics.js';
import { createFindFirstPublished, createReadMonthFacts } from '../storage/reports/report-facts.js';
import { createReadSubscribers } from '../storage/subscribers/subscribed-at.js';
import { createCalendarServices } from './calendar.js';
import { createAppFeeds } from './feeds.js';
import type { Nudges } from './nudges.js';
import type { createStaffNames } from './staff-names.js';
import type { Stores } from './stores.js';

export interface PublicationServicesDeps {
  readonly connection: Connection;
  readonly config: Config;
  readonly stores: Stores;
  readonly broadcasts: Broadcasts;
  readonly settings: Settings;
  readonly topics: Topics;
  readonly accounts: Pick<Accounts, 'get'>;
  readonly namesOf: ReturnType<typeof createStaffNames>;
  readonly pictures: ReturnType<typeof createPictures>;
  readonly audit: Audit;
  readonly clocks: Clocks;
  readonly nudges: Nudges;
  /** See `ServicesDeps` */
  readonly stopping: AbortSignal;
  readonly log: Logger;
}

/** The department's material, where it comes from, and the monthly report written from it. */
export function createPublicationServices(deps: PublicationServicesDeps) {
  const { connection, config, stores, broadcasts, settings, topics, accounts, audit, clocks, log } = deps;
  const timeZone = config.cityTimeZone;
  const publications = createPublications({
    store: stores.publications,
    topics,
    audit,
    now: clocks.now,
    timeZone,
    nudge: deps.nudges.photos,
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
    publications,
    photoFetcher: new PhotoFetcher({ store: stores.publications, pictures: deps.pictures, log }),
    publicationImport: createPublicationImport({
      publications,
      store: stores.publications,
      topics,
      allowLoopbackMedia: config.sandbox !== undefined,
      timeZone,
    }),
    feeds: createAppFeeds({
      config,
      connection,
      accounts,
      publications,
      broadcasts,
      topics,
      audit,
      now: clocks.now,
      stopping: deps.stopping,
      log,
    }),
    calendar,
    greetings,
    reports: createReports({
      facts: createReadMonthFacts(connection),
      subscribers: createReadSubscribers(connection),
      firstPublished: createFindFirstPublished(connection),
      marks: stores.reportMarks,
      signed: stores.signedReports,
      settings,
      findHolidays: calendar.find,
      namesOf: deps.namesOf,
      audit,
      now: clocks.now,
      timeZone,
      randomId: randomUUID,
    }),
    documents: createReportDocuments(timeZone),
  };
}
