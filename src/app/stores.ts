import { join } from 'node:path';
import type { Connection } from 'mongoose';
import { createAppealStore } from '../storage/appeal-store.js';
import { createBlockStore } from '../storage/block-store.js';
import { createBroadcastStore } from '../storage/broadcast-store.js';
import { createCallBackStore } from '../storage/call-back-store.js';
import { createCannedReplyStore } from '../storage/canned-reply-store.js';
import { createChargeStore } from '../storage/charge-store.js';
import { createDeliveryStore } from '../storage/delivery-store.js';
import { createDepartmentStore } from '../storage/department-store.js';
import { createFaqStore } from '../storage/faq-store.js';
import { createFiles } from '../storage/files-store.js';
import { createGreetingStore } from '../storage/greeting-store.js';
import { createHeartbeat } from '../storage/heartbeat-store.js';
import { createHolidayStore } from '../storage/holiday-store.js';
import { createInboxStore } from '../storage/inbox-store.js';
import { createLeaseStore } from '../storage/lease-store.js';
import { createLinkStore } from '../storage/link-store.js';
import { createOutboxStore } from '../storage/outbox-store.js';
import { createPublicationStore } from '../storage/publication-store.js';
import { createReachedStore } from '../storage/reached-store.js';
import { createReportMarksStore } from '../storage/report-marks-store.js';
import { createSavedViewStore } from '../storage/saved-view-store.js';
import { createSignedReportStore } from '../storage/signed-report-store.js';
import { createSubscriberStore } from '../storage/subscriber-store.js';
import { createTemplateStore } from '../storage/template-store.js';
import { createTrialRecipientStore } from '../storage/trial-recipient-store.js';

/** Every store that needs nothing but the database and the data directory. */
export async function createStores(connection: Connection, dataDir: string, real: () => Date) {
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
    files: await createFiles({ connection, directory: join(dataDir, 'files') }),
    greetings: createGreetingStore(connection),
    holidays: createHolidayStore(connection, real),
    inbox: createInboxStore(connection),
    links: createLinkStore(connection),
    heartbeat: createHeartbeat(connection),
    leases: createLeaseStore(connection),
    outbox: createOutboxStore(connection),
    publications: createPublicationStore(connection),
    reached: createReachedStore(connection),
    reportMarks: createReportMarksStore(connection),
    signedReports: createSignedReportStore(connection),
    subscribers: createSubscriberStore(connection, real),
    templates: createTemplateStore(connection),
    trialRecipients: createTrialRecipientStore(connection, real),
  };
}

export type Stores = Awaited<ReturnType<typeof createStores>>;
