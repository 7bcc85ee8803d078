import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import { methodNotAllowed } from 'hono/method-not-allowed';
import type { Logger } from '../lib/log.js';
import type { Absences } from '../services/absences/absences.js';
import { ANSWER_FILES_MAX } from '../services/appeals/answer-files.js';
import type { Appeals } from '../services/appeals/appeals.js';
import { officeOf } from '../services/appeals/office.js';
import type { WriteRemarks } from '../services/appeals/tables.js';
import type { AuditReading } from '../services/audit/reading.js';
import type { ReadAnalytics } from '../services/broadcasts/analytics.js';
import type { Broadcasts } from '../services/broadcasts/broadcasts.js';
import type { Deliveries } from '../services/broadcasts/deliveries.js';
import type { CallBacks } from '../services/call-backs/call-backs.js';
import type { Files } from '../services/files/files.js';
import type { CityCalendar } from '../services/greetings/city-calendar.js';
import type { Idempotency } from '../services/idempotency/idempotency.js';
import type { Publications } from '../services/publications/publications.js';
import type { ReportDocuments } from '../services/reports/documents.js';
import type { Reports } from '../services/reports/reports.js';
import type { Settings } from '../services/settings/settings.js';
import type { Staff } from '../services/staff/staff.js';
import type { Subscriptions } from '../services/subscriptions/subscriptions.js';
import { bodyLimit } from '../web/body-limit.js';
import type { WebEnv } from '../web/env.js';
import { addAbsenceRoutes } from './absences.js';
import { addAppealActionRoutes } from './appeal-actions.js';
import { addAppealAnswerRoutes } from './appeal-answers.js';
import { addAppealEntryRoute } from './appeal-entry.js';
import { addAppealRoutes } from './appeals.js';
import { addAuditRoutes } from './audit.js';
import { requireToken } from './authenticate.js';
import { addBroadcastActionRoutes } from './broadcast-actions.js';
import { addBroadcastAnalyticsRoute } from './broadcast-analytics.js';
import { addBroadcastDeliveryRoute } from './broadcast-deliveries.js';
import { addBroadcastRoutes } from './broadcasts.js';
import { addCalendarDueRoute } from './calendar-due.js';
import { addCalendarHolidayRoute } from './calendar-holidays.js';
import { addCallBackRoutes } from './call-backs.js';
import { addDocumentation } from './documentation.js';
import { addDraftCommentRoute } from './draft-comments.js';
import { problemOnError, problemOnInvalid } from './errors.js';
import { problem } from './problem.js';
import { addPublicationRoutes } from './publications.js';
import { addQuarantineRoutes } from './quarantine.js';
import { answerOnce } from './repeated-request.js';
import { addReportRoutes } from './reports.js';
import { addSettingsRoutes } from './settings.js';
import { addSimilarAppealsRoute } from './similar-appeals.js';
import { addStaffRoutes } from './staff.js';
import { addSubscriberRoutes } from './subscribers.js';
import { addSubscriberImportRoute, IMPORT_PATH } from './subscribers-import.js';
import { addTokenRoutes } from './tokens.js';

export interface ApiParts {
  readonly broadcasts: Broadcasts;
  readonly deliveries: Deliveries;
  readonly auditReading: Pick<AuditReading, 'list' | 'verify'>;
  readonly analytics: ReadAnalytics;
  readonly publications: Publications;
  readonly reports: Pick<Reports, 'read' | 'sign'>;
  readonly documents: ReportDocuments;
  readonly writeRemarks: WriteRemarks;
  readonly subscriptions: Subscriptions;
  readonly appeals: Appeals;
  readonly callBacks: CallBacks;
  /** Keeps files sent with an answer */
  readonly files: Pick<Files, 'put'>;
  readonly calendar: Pick<CityCalendar, 'ofYear'>;
  readonly absences: Absences;
  readonly staff: Pick<Staff, 'accounts' | 'apiTokens' | 'secondFactor'>;
  readonly settings: Settings;
  readonly idempotency: Idempotency;
  /** Sandbox: pictures of broadcasts may come from this machine over http */
  readonly allowLoopbackMedia: boolean;
  /** The city's: what a day is */
  readonly timeZone: string;
  readonly log: Logger;
}

/** The largest JSON body. */
const JSON_BODY_BYTES = 1024 * 1024;
/** The largest answer to an appeal: its files come as base64, a third longer than their bytes. */
const REPLY_BODY_BYTES = JSON_BODY_BYTES + Math.ceil((ANSWER_FILES_MAX.totalBytes * 4) / 3);

/** `/api/v1/…` for the city's site and integrations, with its own description. */
export function createApi(parts: ApiParts): OpenAPIHono<WebEnv> {
  const api = new OpenAPIHono<WebEnv>({ defaultHook: problemOnInvalid });
  api.onError(problemOnError(parts.log));
  addDocumentation(api);

  // The order is the contract: who asks, whether there is such a door, how much is said, whether it was said before.
  api.use('/api/v1/*', requireToken(parts.staff.apiTokens.authenticate));
  api.use('/api/v1/*', methodNotAllowed({ app: api, onMethodNotAllowed: problemOnMethod }));
  for (const action of ['reply', 'submit', 'sign'])
    api.use(`/api/v1/appeals/:number/${action}`, bodyLimit(REPLY_BODY_BYTES));
  api.use('/api/v1/appeals', bodyLimit(REPLY_BODY_BYTES));
  api.use('/api/v1/*', unlessImport(bodyLimit(JSON_BODY_BYTES)), unlessImport(ignoreEmptyBody));
  api.use('/api/v1/*', unlessImport(answerOnce(parts.idempotency)));

  addSubscriberRoutes(api, parts.subscriptions);
  addSubscriberImportRoute(api, parts.subscriptions);
  addBroadcastRoutes(api, parts.broadcasts, parts.allowLoopbackMedia);
  addBroadcastActionRoutes(api, parts.broadcasts);
  addBroadcastDeliveryRoute(api, parts.deliveries);
  addBroadcastAnalyticsRoute(api, parts.analytics);
  addPublicationRoutes(api, parts);
  addDraftCommentRoute(api, parts);
  addReportRoutes(api, parts);
  addAppealRoutes(api, parts.appeals);
  addSimilarAppealsRoute(api, parts.appeals);
  addAppealEntryRoute(api, parts.appeals, parts.files);
  addAppealActionRoutes(api, parts.appeals);
  addAppealAnswerRoutes(api, parts.appeals, parts.files);
  addQuarantineRoutes(api, parts.appeals);
  addCallBackRoutes(api, parts.callBacks);
  addCalendarHolidayRoute(api, parts.calendar);
  addCalendarDueRoute(api, async () => officeOf(await parts.settings.get(), parts.timeZone));
  addStaffRoutes(api, parts.staff);
  addAbsenceRoutes(api, parts.absences);
  addTokenRoutes(api, parts.staff.apiTokens);
  addSettingsRoutes(api, parts.settings);
  addAuditRoutes(api, parts.auditReading);
  api.all('/api/v1/*', (c) => problem(c, 404));
  return api;
}

const problemOnMethod = (c: Context, methods: readonly string[]) => {
  c.header('Allow', methods.join(', '));
  return problem(c, 405);
};

/** The import is read as a stream and is harmless to repeat. */
function unlessImport(middleware: MiddlewareHandler<WebEnv>): MiddlewareHandler<WebEnv> {
  return (c, next) => (c.req.path === IMPORT_PATH ? next() : middleware(c, next));
}

/** An empty body is no body: many clients name a content type without sending any. */
const ignoreEmptyBody = createMiddleware<WebEnv>(async (c, next) => {
  const sizeBytes = c.req.raw.body ? (await c.req.arrayBuffer()).byteLength : 0;
  if (sizeBytes === 0) c.req.raw.headers.delete('content-type');
  await next();
});
