import { Hono } from 'hono';
import { crossSiteGuard } from '../web/csrf.js';
import type { WebEnv } from '../web/env.js';
import { allow, requireSession } from '../web/session-cookie.js';
import { appealRoute } from './appeals/appeal-route.js';
import { fileRoute } from './appeals/file-route.js';
import { queueRoute } from './appeals/queue-route.js';
import { broadcastRoute } from './broadcasts/broadcast-route.js';
import { composeRoute } from './broadcasts/compose-route.js';
import { csvRoute } from './broadcasts/csv-route.js';
import { broadcastListRoute } from './broadcasts/list-route.js';
import { homeRoute } from './home/home-route.js';
import { eventsRoute } from './live/events-route.js';
import { linkRoute } from './login/link-route.js';
import { loginRoute } from './login/login-route.js';
import type { ConsoleParts } from './parts.js';
import { staffRoute } from './staff/staff-route.js';
import { subscribersRoute } from './subscribers/subscribers-route.js';

/** Where one has to be signed in; everything beneath is guarded before any route is asked. */
const GUARDED = ['/', '/events', '/appeals/*', '/broadcasts/*', '/subscribers', '/staff/*'];

/** The staff's pages. Everything works without JavaScript; scripts only keep what is shown up to date. */
export function createConsole(parts: ConsoleParts): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  const guard = crossSiteGuard(parts.publicUrl);

  // Signing in is no change of the session before it, so the guard asks only where the form comes from.
  for (const path of ['/login', '/link/*']) app.use(path, guard, parts.cookies.read);
  app.use('/logout', parts.cookies.read, guard);
  for (const path of GUARDED) app.use(path, parts.cookies.read, guard, requireSession, allow('read'));

  app.route('/', loginRoute(parts));
  app.route('/link', linkRoute(parts));
  app.route('/', homeRoute(parts));
  app.route('/events', eventsRoute(parts));
  app.route('/appeals', queueRoute(parts));
  app.route('/appeals', fileRoute(parts));
  app.route('/appeals', appealRoute(parts));
  app.route('/broadcasts', broadcastListRoute(parts));
  // Before `/:id`, which would take «new» for an id.
  app.route('/broadcasts', composeRoute(parts));
  app.route('/broadcasts', csvRoute(parts));
  app.route('/broadcasts', broadcastRoute(parts));
  app.route('/subscribers', subscribersRoute(parts));
  app.route('/staff', staffRoute(parts));
  return app;
}
