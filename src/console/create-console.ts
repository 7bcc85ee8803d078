import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { ANSWER_FILES_MAX } from '../services/appeals/answer-files.js';
import { bodyLimit, DEFAULT_BODY_BYTES } from '../web/body-limit.js';
import { crossSiteGuard } from '../web/csrf.js';
import type { WebEnv } from '../web/env.js';
import { allow, requireSession } from '../web/session-cookie.js';
import { absencesRoute } from './absences/absences-route.js';
import { accountRoute } from './account/account-route.js';
import { setupRoute } from './account/setup-route.js';
import { appealRoute } from './appeals/appeal-route.js';
import { entryRoute } from './appeals/entry/entry-route.js';
import { fileRoute } from './appeals/file-route.js';
import { printRoute } from './appeals/print/print-route.js';
import { bulkRoute } from './appeals/queue/bulk-route.js';
import { exportRoute } from './appeals/queue/export-route.js';
import { queueRoute } from './appeals/queue/queue-route.js';
import { viewsRoute } from './appeals/queue/views-route.js';
import { auditRoute } from './audit/audit-route.js';
import { broadcastRoute } from './broadcasts/broadcast-route.js';
import { composeRoute } from './broadcasts/compose-route.js';
import { csvRoute } from './broadcasts/csv-route.js';
import { deliveriesRoute } from './broadcasts/deliveries-route.js';
import { broadcastListRoute } from './broadcasts/list-route.js';
import { trialRoute } from './broadcasts/trial-route.js';
import { cannedRepliesRoute } from './canned-replies/canned-replies-route.js';
import { databaseRoute } from './database/database-route.js';
import { departmentsRoute } from './departments/departments-route.js';
import { faqRoute } from './faq/faq-route.js';
import { feedRoute } from './feeds/feed-route.js';
import { feedsRoute } from './feeds/feeds-route.js';
import { leadToPages } from './form-addresses.js';
import { dayRoute } from './greetings/day-route.js';
import { yearRoute } from './greetings/year-route.js';
import { helpRoute } from './help/help-route.js';
import { homeRoute } from './home/home-route.js';
import { lightsRoute } from './lights/lights-route.js';
import { eventsRoute } from './live/events-route.js';
import { linkRoute } from './login/link-route.js';
import { loginRoute } from './login/login-route.js';
import { secondStepRoute } from './login/second-step-route.js';
import type { ConsoleParts } from './parts.js';
import { posterRoute } from './poster/poster-route.js';
import { commentsRoute } from './publications/comments-route.js';
import { publicationEditRoute } from './publications/edit-route.js';
import { publicationImportRoute } from './publications/import-route.js';
import { publicationListRoute } from './publications/list-route.js';
import { publicationRoute } from './publications/publication-route.js';
import { reportDocumentRoute } from './reports/document-route.js';
import { monthsRoute } from './reports/months-route.js';
import { reportRoute } from './reports/report-route.js';
import { settingsRoute } from './settings/settings-route.js';
import { staffRoute } from './staff/staff-route.js';
import { subscribersRoute } from './subscribers/subscribers-route.js';
import { templatesRoute } from './templates/templates-route.js';
import { digestRoute } from './today/digest/digest-route.js';
import { todayRoute } from './today/today-route.js';
import { tokensRoute } from './tokens/tokens-route.js';

/** An answer to a citizen may carry files; somewhat more is read, so that too many of them get a sentence. */
const ANSWER_PATH =
  /^\/appeals\/new$|^\/appeals\/[^/]+\/(?:reply|submit|sign|draft|insert)$|^\/settings\/replies(?:\/[^/]+)?$/;
/** Photos from a phone, and files of thousands of lines. */
const UPLOAD_PATH = /^\/publications\/(?:[^/]+\/add-photos|import)$|^\/broadcasts\/(?:new|[^/]+\/edit)$/;
const UPLOAD_BYTES = 30 * 1024 * 1024;
const uploadLimit = bodyLimit(UPLOAD_BYTES);
const answerLimit = bodyLimit(2 * ANSWER_FILES_MAX.totalBytes);
const formLimit = bodyLimit(DEFAULT_BODY_BYTES);

const pageLimit = createMiddleware<WebEnv>((c, next) => limitOf(c.req.path)(c, next));

function limitOf(path: string) {
  if (ANSWER_PATH.test(path)) return answerLimit;
  return UPLOAD_PATH.test(path) ? uploadLimit : formLimit;
}

/** Where one has to be signed in; everything beneath is guarded before any route is asked. */
const GUARDED = [
  '/',
  '/events',
  '/today/*',
  '/appeals/*',
  '/broadcasts/*',
  '/greetings/*',
  '/publications/*',
  '/reports/*',
  '/feeds/*',
  '/subscribers',
  '/templates/*',
  '/account/*',
  '/absences/*',
  '/staff/*',
  '/settings/*',
  '/help/*',
  '/audit/*',
  '/audit.csv',
  '/audit.ndjson',
];

/** The staff's pages. Everything works without JavaScript; scripts only keep what is shown up to date. */
export function createConsole(parts: ConsoleParts): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  const guard = crossSiteGuard(parts.publicUrl);
  const toPages = leadToPages(app);

  // Signing in is no change of the session before it, so the guard asks only where the form comes from.
  for (const path of ['/login/*', '/link/*']) app.use(path, formLimit, guard, parts.cookies.read);
  app.use('/logout', formLimit, parts.cookies.read, guard);
  // The guard looks for its token in the body, which is read of nobody but staff.
  for (const path of GUARDED)
    app.use(path, parts.cookies.read, requireSession, pageLimit, guard, allow('read'), toPages);

  app.route('/', loginRoute(parts));
  app.route('/login', secondStepRoute(parts));
  app.route('/link', linkRoute(parts));
  app.route('/', homeRoute(parts));
  app.route('/today/digest', digestRoute(parts));
  app.route('/today', todayRoute(parts));
  app.route('/events', eventsRoute(parts));
  app.route('/appeals', queueRoute(parts));
  // Before `/:number`, which would take their names for numbers.
  app.route('/appeals', entryRoute(parts));
  app.route('/appeals', exportRoute(parts));
  app.route('/appeals', bulkRoute(parts));
  app.route('/appeals', viewsRoute(parts));
  app.route('/appeals', fileRoute(parts));
  app.route('/appeals', printRoute(parts));
  app.route('/appeals', appealRoute(parts));
  app.route('/broadcasts', broadcastListRoute(parts));
  // Before `/:id`, which would take «new» for an id.
  app.route('/broadcasts', trialRoute(parts));
  app.route('/broadcasts', composeRoute(parts));
  app.route('/broadcasts', csvRoute(parts));
  app.route('/broadcasts', deliveriesRoute(parts));
  app.route('/broadcasts', broadcastRoute(parts));
  app.route('/greetings', yearRoute(parts));
  app.route('/greetings', dayRoute(parts));
  app.route('/publications', publicationListRoute(parts));
  // Before `/:id`, as above.
  app.route('/publications', publicationEditRoute(parts));
  app.route('/publications', publicationImportRoute(parts));
  app.route('/publications', commentsRoute(parts));
  app.route('/publications', publicationRoute(parts));
  app.route('/reports', monthsRoute(parts));
  app.route('/reports', reportDocumentRoute(parts));
  app.route('/reports', reportRoute(parts));
  app.route('/feeds', feedsRoute(parts));
  app.route('/feeds', feedRoute(parts));
  app.route('/subscribers', subscribersRoute(parts));
  app.route('/templates', templatesRoute(parts));
  app.route('/account', accountRoute(parts));
  app.route('/account', setupRoute(parts));
  app.route('/absences', absencesRoute(parts));
  app.route('/staff', staffRoute(parts));
  app.route('/settings/replies', cannedRepliesRoute(parts));
  app.route('/settings/faq', faqRoute(parts));
  app.route('/settings/departments', departmentsRoute(parts));
  app.route('/settings/tokens', tokensRoute(parts));
  app.route('/settings/lights', lightsRoute(parts));
  app.route('/settings/database', databaseRoute(parts));
  app.route('/settings/poster', posterRoute(parts));
  app.route('/settings', settingsRoute(parts));
  app.route('/help', helpRoute(parts));
  app.route('/', auditRoute(parts));
  return app;
}
