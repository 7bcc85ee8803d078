import { join } from 'node:path';
import type { Connection } from 'mongoose';
import { keepingNoMetadata } from '../media/without-metadata.js';
import { createAppealStore } from '../storage/appeals/appeal-store.js';
import { createBlockStore } from '../storage/appeals/block-store.js';
import { createCallBackStore } from '../storage/appeals/call-back-store.js';
import { createCannedReplyStore } from '../storage/appeals/canned-reply-store.js';
import { createDepartmentStore } from '../storage/appeals/department-store.js';
import { createFaqStore } from '../storage/appeals/faq-store.js';
import { createSavedViewStore } from '../storage/appeals/saved-view-store.js';
import { createBroadcastStore } from '../storage/broadcasts/broadcast-store.js';
import { createChargeStore } from '../storage/broadcasts/charge-store.js';
import { createDeliveryStore } from '../storage/broadcasts/delivery-store.js';
import { createLinkStore } from '../storage/broadcasts/link-store.js';
import { createReachedStore } from '../storage/broadcasts/reached-store.js';
import { createTemplateStore } from '../storage/broadcasts/template-store.js';
import { createTrialRecipientStore } from '../storage/broadcasts/trial-recipient-store.js';
import { createFiles } from '../storage/files/files-store.js';
import { createHeartbeat } from '../storage/heartbeat-store.js';
import { createInboxStore } from '../storage/inbox-store.js';
import { createLeaseStore } from '../storage/lease-store.js';
import { createOutboxStore } from '../storage/outbox/outbox-store.js';
import { createDataCopyStore } from '../storage/personal-data/data-copy-store.js';
import { createErasureStore } from '../storage/personal-data/erasure-store.js';
import { createPersonReading } from '../storage/personal-data/person-reading.js';
import { createTimers } from '../storage/personal-data/timers.js';
import { createTraces } from '../storage/personal-data/traces-store.js';
import { createUnusedFiles } from '../storage/personal-data/unused-files.js';
import { createUnusedWords } from '../storage/personal-data/unused-words.js';
import { createGreetingStore } from '../storage/publications/greeting-store.js';
import { createHolidayStore } from '../storage/publications/holiday-store.js';
import { createPublicationStore } from '../storage/publications/publication-store.js';
import { createReportMarksStore } from '../storage/reports/report-marks-store.js';
import { createSignedReportStore } from '../storage/reports/signed-report-store.js';
import { createSubscriberStore } from '../storage/subscribers/subscriber-store.js';

/** Every store that needs nothing but the database and the data directory. */
export async function createStores(connection: Connection, dataDir: string, real: () => Date) {
  const directory = join(dataDir, 'files');
  const files = keepingNoMetadata(await createFiles({ connection, directory, real }));
  return {
    appeals: createAppealStore(connection),
    blocks: createBlockStore(connection),
    broadcasts: createBroadcastStore(connection),
    callBacks: createCallBackStore(connection),
    cannedReplies: createCannedReplyStore(connection),
    savedViews: createSavedViewStore(connection),
    charges: createChargeStore(connection),
    deliveries: createDeliveryStore(connection),
    departments: createDepartmentStore(connection),
    faq: createFaqStore(connection),
    copies: createDataCopyStore(connection),
    erasures: createErasureStore(connection),
    files,
    greetings: createGreetingStore(connection),
    holidays: createHolidayStore(connection, real),
    inbox: createInboxStore(connection),
    links: createLinkStore(connection),
    heartbeat: createHeartbeat(connection),
    leases: createLeaseStore(connection),
    outbox: createOutboxStore(connection),
    personReading: createPersonReading(connection),
    publications: createPublicationStore(connection),
    reached: createReachedStore(connection),
    reportMarks: createReportMarksStore(connection),
    signedReports: createSignedReportStore(connection),
    subscribers: createSubscriberStore(connection, real),
    templates: createTemplateStore(connection),
    timers: createTimers(connection, files),
    traces: createTraces(connection),
    trialRecipients: createTrialRecipientStore(connection, real),
    unusedFiles: createUnusedFiles(connection, files),
    unusedWords: createUnusedWords(connection),
  };
}

export type Stores = Awaited<ReturnType<typeof createStores>>;
