import { Hono } from 'hono';
import { createApi } from '../../../src/api/api.js';
import { remarksDocx } from '../../../src/documents/remarks-table.js';
import { createReportDocuments } from '../../../src/documents/report-documents.js';
import { Refusal } from '../../../src/domain/refusal.js';
import type { Role } from '../../../src/domain/role.js';
import { createAbsences } from '../../../src/services/absences/service.js';
import type { AppealPage, Appeals } from '../../../src/services/appeals/appeals.js';
import { createAudit } from '../../../src/services/audit/audit.js';
import { createAuditReading } from '../../../src/services/audit/reading.js';
import type { Broadcasts, BroadcastView } from '../../../src/services/broadcasts/broadcasts.js';
import type { Deliveries } from '../../../src/services/broadcasts/deliveries.js';
import type { DeliveryView } from '../../../src/services/broadcasts/delivery-store.js';
import type { CallBacks } from '../../../src/services/call-backs/call-backs.js';
import { createCityCalendar } from '../../../src/services/greetings/city-calendar.js';
import { createIdempotency, type KeyRecord } from '../../../src/services/idempotency/idempotency.js';
import { createPublications } from '../../../src/services/publications/service.js';
import { createSettings } from '../../../src/services/settings/settings.js';
import { createStaff } from '../../../src/services/staff/staff.js';
import type { ImportedSubscriber, Subscriptions } from '../../../src/services/subscriptions/subscriptions.js';
import { createTopics } from '../../../src/services/topics/topics.js';
import type { WebEnv } from '../../../src/web/env.js';
import { requestId } from '../../../src/web/request-id.js';
import { SOME_ANALYTICS } from '../../support/console/fake-deliveries.js';
import { fakeReports } from '../../support/fake-reports.js';
import { memoryGreetings, memoryHolidays } from '../../support/memory-holidays.js';
import { memoryPublications } from '../../support/memory-publications.js';
import { memorySettings } from '../../support/memory-settings.js';
import { newBroadcast } from '../../support/new-broadcast.js';
import { silentLogger } from '../../support/silent-logger.js';
import { memoryAuditStore, memoryStaffStores } from '../services/staff/memory-stores.js';

export const ADMIN_TOKEN = 'admin-token-of-thirty-two-letters';
export const KNOWN_ID = '0123456789abcdef01234567';
export const UNKNOWN_ID = 'ffffffffffffffffffffffff';
export const KNOWN_NUMBER = 'Н-2026-000123';

const AT = new Date('2026-11-23T08:00:00Z');
const clock = () => AT;

/** What the fakes were asked to do, in order. */
export type Journal = unknown[][];

/**
 * The whole API over fakes: one known broadcast, one known appeal, real staff services in memory. Requests carry
 * the administrator's token unless they bring their own.
 */
export function anApi(subscriptions: Partial<Subscriptions> = {}, appeals?: Appeals) {
  const journal: Journal = [];
  const keptAnswers = new Map<string, KeyRecord>();
  const auditStore = memoryAuditStore();
  const audit = createAudit(auditStore, clock);
  const staffStores = memoryStaffStores();
  const staff = createStaff({
    stores: staffStores,
    audit,
    clocks: { now: clock, real: clock },
    linkAddress: (token) => `https://visnyk.example.ua/link/${token}`,
    key: 'k'.repeat(43),
    departments: async () => [{ id: 'housing' }, { id: 'welfare' }],
    adminApiToken: ADMIN_TOKEN,
  });
  const calendar = createCityCalendar({
    store: memoryHolidays(),
    greetings: memoryGreetings(),
    audit,
    randomId: () => 'c0ffee00-0000',
  });
  const absences = createAbsences({
    accounts: staffStores.accounts,
    audit,
    now: clock,
    timeZone: 'Europe/Kyiv',
  });
  const settings = createSettings({
    store: memorySettings(),
    audit,
    accounts: staff.accounts,
    isTopicUsed: async () => false,
  });
  const api = createApi({
    absences,
    auditReading: createAuditReading(auditStore, audit),
    broadcasts: fakeBroadcasts(journal),
    deliveries: fakeDeliveries(journal),
    analytics: async (id) => {
      await fakeDeliveries([]).page(id, { limit: 1 });
      return SOME_ANALYTICS;
    },
    subscriptions: { ...fakeSubscriptions(journal), ...subscriptions },
    appeals: appeals ?? fakeAppeals(journal),
    callBacks: fakeCallBacks(journal),
    files: { put: async (bytes, contentType) => aStoredFile(bytes.byteLength, contentType) },
    calendar,
    publications: createPublications({
      store: memoryPublications(),
      topics: createTopics(settings),
      audit,
      now: clock,
      timeZone: 'Europe/Kyiv',
      nudge: () => {},
    }),
    reports: fakeReports,
    documents: createReportDocuments('Europe/Kyiv'),
    writeRemarks: remarksDocx,
    staff,
    settings,
    idempotency: memoryIdempotency(keptAnswers),
    allowLoopbackMedia: false,
    timeZone: 'Europe/Kyiv',
    log: silentLogger,
  });
  // As the shell mounts it.
  const app = new Hono<WebEnv>().use(requestId).route('/', api);
  return {
    api,
    app,
    journal,
    keptAnswers,
    auditStore,
    calendar,
    tokenWith: async (...roles: Role[]) =>
      (await staff.apiTokens.create({ name: 'test', roles }, { kind: 'system', id: 's', name: 's', roles }))
        .token,
    async ask(
      method: string,
      path: string,
      options: { body?: unknown; headers?: Record<string, string> } = {},
    ) {
      const { body, headers } = options;
      const json = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
      return app.request(path, {
        method,
        ...json,
        headers: {
          authorization: `Bearer ${ADMIN_TOKEN}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
      });
    },
  };
}

export const aDelivery: DeliveryView = {
  subscriberId: KNOWN_ID,
  channel: 'telegram',
  address: '-42',
  status: 'failed',
  code: '=cmd|"x",1',
  at: AT,
};

function fakeBroadcasts(journal: Journal): Broadcasts {
  const known = (id: string) => {
    if (id !== KNOWN_ID) throw new Refusal('notFound', 'broadcast.unknown', 'Такої розсилки немає.');
    return aBroadcast;
  };
  return {
    create: async (input, actor) => {
      journal.push(['create', input, actor.id]);
      return aBroadcast;
    },
    createForMissed: async ({ broadcastId }) => known(broadcastId),
    update: async (id, changes) => {
      journal.push(['update', id, changes]);
      return known(id);
    },
    duplicate: async (id) => known(id),
    look: async () => ({ ...aBroadcast, tally: undefined }),
    remove: async (id) => void known(id),
    approve: async (id, options) => {
      journal.push(['approve', id, options]);
      if (options.hash === 'stale') throw new Refusal('conflict', 'broadcast.stale-hash', 'Зміст уже інший.');
      return known(id);
    },
    awaiting: async () => [],
    approvalRight: async () => 'usual',
    undo: async (id) => known(id),
    pause: async (id) => known(id),
    resume: async (id) => known(id),
    cancel: async (id) => known(id),
    proposeCorrection: async (id) => known(id),
    correctionRight: async () => 'usual',
    correct: async (id, { text }) => {
      journal.push(['correct', known(id).id, text]);
      return aBroadcast;
    },
    recall: async (id, reason) => {
      journal.push(['recall', known(id).id, reason]);
      return aBroadcast;
    },
    test: async (id, to) => void journal.push(['test', known(id).id, to]),
    get: async (id) => known(id),
    list: async (request) => {
      journal.push(['list', request]);
      return { items: [aBroadcast], nextCursor: KNOWN_ID };
    },
  };
}

function fakeDeliveries(journal: Journal): Deliveries {
  const known = async (id: string) => {
    if (id !== KNOWN_ID) throw new Refusal('notFound', 'broadcast.unknown', 'Такої розсилки немає.');
    return id;
  };
  async function* all(id: string, filter: object): AsyncGenerator<DeliveryView> {
    journal.push(['allDeliveries', id, filter]);
    yield aDelivery;
    yield { ...aDelivery, channel: 'viber', address: '+abc=', status: 'queued', code: null, at: null };
  }
  return {
    page: async (id, request) => {
      journal.push(['deliveries', await known(id), request]);
      return { items: [aDelivery], nextCursor: null };
    },
    all,
    export: async (id, filter) => all(await known(id), filter),
    reasons: async () => [],
    names: async () => new Map(),
  };
}

const zero = {
  total: 0,
  queued: 0,
  sending: 0,
  sent: 0,
  delivered: 0,
  seen: 0,
  failed: 0,
  unreachable: 0,
  unknown: 0,
  skipped: 0,
};

const aBroadcast: BroadcastView = {
  ...newBroadcast({
    hash: 'h1',
    title: 'Відключення води',
    text: 'Завтра з 9:00',
    delivery: 'digest',
    createdBy: 'admin',
    createdAt: AT,
    editedBy: 'admin',
    approvals: [
      { by: 'head', hash: 'h0', at: AT },
      { by: 'editor', hash: 'h1', at: AT, emergencyReason: 'Прорив греблі' },
    ],
    pauseReason: 'Час надсилання минув.',
  }),
  id: KNOWN_ID,
  silences: [],
  departure: { at: AT, reason: 'quiet-hours' },
  audienceSize: { total: 3, telegram: 2, viber: 1 },
  previews: [],
  warnings: [{ channel: 'viber', code: 'viber.bold', message: 'Жирний текст у Viber не видно.' }],
  counts: zero,
  channels: { telegram: zero, viber: zero },
  viberPrice: undefined,
  amendments: [],
};

function fakeSubscriptions(journal: Journal): Subscriptions {
  return {
    async importAll(lines) {
      const rejected: { line: number; reason: string }[] = [];
      const kept: ImportedSubscriber[] = [];
      for await (const line of lines) {
        if ('reason' in line) rejected.push(line);
        else kept.push(line.subscriber);
      }
      journal.push(['importAll', kept]);
      return { created: kept.length, updated: 0, rejected };
    },
    list: async (request) => {
      journal.push(['list', request]);
      return {
        items: [
          {
            id: KNOWN_ID,
            channel: 'viber',
            address: 'v1==',
            name: undefined,
            locale: 'uk',
            status: 'active',
            topics: ['news'],
            deliveryMode: 'digest',
            digestAt: '18:00',
            consent: undefined,
            source: 'import',
            createdAt: AT,
          },
        ],
        nextCursor: null,
      };
    },
    stats: async () => ({
      telegram: { active: 2, stopped: 1, unreachable: 0 },
      viber: { active: 1, stopped: 0, unreachable: 3 },
    }),
  };
}

function fakeCallBacks(journal: Journal): CallBacks {
  const call = { id: KNOWN_ID, subscriberId: KNOWN_ID, phone: '+380671112233', askedAt: AT, name: undefined };
  return {
    open: async () => [call],
    countOpen: async () => 1,
    finish: async (id, note) => {
      if (id !== KNOWN_ID) throw new Refusal('notFound', 'call-back.unknown', 'Цей дзвінок уже позначено.');
      journal.push(['finish', id, note]);
    },
  };
}

function fakeAppeals(journal: Journal): Appeals {
  const known = (number: string) => {
    if (number !== KNOWN_NUMBER) throw new Refusal('notFound', 'appeal.unknown', 'Такого звернення немає.');
    return anAppealPage;
  };
  const note =
    (verb: string) =>
    async (number: string, ...rest: unknown[]) => {
      journal.push([verb, number, ...rest.slice(0, -1)]);
      return known(number);
    };
  return {
    list: async (request) => {
      journal.push(['list', request]);
      return { items: [anAppealPage], nextCursor: null };
    },
    count: async () => 1,
    countUpTo: async () => 1,
    get: async (number) => known(number),
    enter: async (entry) => {
      journal.push(['enter', entry]);
      return anAppealPage;
    },
    register: note('register'),
    release: note('release'),
    markSpam: note('markSpam'),
    block: async () => undefined,
    unblock: async () => undefined,
    blockOf: async () => undefined,
    take: note('take'),
    assign: note('assign'),
    reply: note('reply'),
    note: async (number, text) => {
      journal.push(['note', number, text]);
      return known(number);
    },
    beside: async () => ({ ofCitizen: [], joined: [] }),
    submitForSignature: note('submitForSignature'),
    sign: note('sign'),
    sendBack: note('sendBack'),
    ask: note('ask'),
    lostAnswers: async () => [{ page: anAppealPage, messageId: 'm-2' }],
    recordCall: note('recordCall'),
    extend: note('extend'),
    reject: note('reject'),
    forwardOutside: note('forwardOutside'),
    requestDetails: note('requestDetails'),
    review: note('review'),
    escalated: async () => [],
    ofNumbers: async () => [],
    underReview: async () => [],
    merge: note('merge'),
    separate: note('separate'),
    gather: note('gather'),
    similar: async () => [],
    consider: note('consider'),
    commentsOn: async () => [],
    takeComments: async () => [],
    limitAccess: note('limitAccess'),
    openAccess: note('openAccess'),
    shareAnswers: async () => undefined,
    reopen: note('reopen'),
    classify: note('classify'),
    forward: note('forward'),
    close: note('close'),
    departments: async () => [],
  };
}

const anAppealPage: AppealPage = {
  appeal: {
    number: KNOWN_NUMBER,
    channel: 'telegram',
    subscriberId: KNOWN_ID,
    address: '42',
    door: 'official',
    applicant: { fullName: 'Олена Петренко', residence: 'вул. Шевченка, 1' },
    category: 'lighting',
    departmentId: 'housing',
    place: { address: 'вул. Шевченка', point: { latitude: 51.05, longitude: 31.88 } },
    status: 'in-progress',
    assigneeId: 's1',
    receivedAt: AT,
    registeredAt: AT,
    dueAt: undefined,
    subject: 'Не світить ліхтар',
    messages: [
      { id: 'm1', from: 'citizen', text: 'Не світить', files: [], at: AT },
      { id: 'm2', from: 'staff', authorId: 's1', text: 'Полагодимо', files: [], at: AT, outboxKey: 'k' },
    ],
    notes: [{ id: 'n1', authorId: 's1', text: 'Подзвонити в РЕМ', at: AT }],
    history: [{ status: 'received', at: AT, by: 'citizen' }],
    rating: undefined,
  },
  departmentName: 'ЖКГ',
  assigneeName: 'Ольга Коваль',
  standIn: undefined,
  citizenName: 'Олена',
  overdue: false,
  deliveryStates: new Map([['m2', { status: 'delivered', code: null }]]),
  staffNames: new Map([['s1', 'Ольга Коваль']]),
};

function aStoredFile(sizeBytes: number, contentType: string) {
  return { id: 'f'.repeat(64), contentType, sizeBytes, publicName: undefined };
}

function memoryIdempotency(records: Map<string, KeyRecord>) {
  return createIdempotency(
    {
      claim: async (record) => {
        const taken = records.get(record.id);
        if (!taken) records.set(record.id, { ...record, answer: undefined });
        return taken;
      },
      keep: async (id, answer) => {
        const record = records.get(id);
        if (record) records.set(id, { ...record, answer });
      },
      release: async (id) => void records.delete(id),
    },
    clock,
  );
}
