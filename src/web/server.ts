import { Hono } from 'hono';
import type { Logger } from '../lib/log.js';
import { createAssets, SHELL_ASSETS } from './assets.js';
import { bodyLimit, DEFAULT_BODY_BYTES } from './body-limit.js';
import { findClientAddress } from './client-address.js';
import type { WebEnv } from './env.js';
import { errorPage, notFoundPage } from './error-page.js';
import { createHealth, type HealthParts } from './health.js';
import { localOnly } from './local-only.js';
import { measureRequests } from './metrics.js';
import { requestId } from './request-id.js';
import { securityHeaders } from './security-headers.js';

export interface ServerParts extends Omit<HealthParts, 'isPublic'> {
  /**
   * Parts that look at a request's rights before its body (API, webhooks, console), so they bring their own
   * `bodyLimit`. Asked in this order, before `pages`.
   */
  readonly guarded: readonly Hono<WebEnv>[];
  /** Public pages: bodies up to `DEFAULT_BODY_BYTES` */
  readonly pages: readonly Hono<WebEnv>[];
  /** Directories with the parts' own style sheets and scripts */
  readonly assets: readonly URL[];
  readonly publicUrl: string | undefined;
  readonly trustedProxies: readonly string[];
  /** Sandbox: answers requests made for localhost only */
  readonly localhostOnly: boolean;
  readonly log: Logger;
}

/** Puts the parts behind one door: numbering, addresses, headers, limits, errors. */
export function createServer(parts: ServerParts): Hono<WebEnv> {
  const isPublic = parts.publicUrl !== undefined;
  const app = new Hono<WebEnv>();
  app.onError(errorPage(parts.log));
  app.notFound(notFoundPage);
  app.use(requestId, findClientAddress(parts.trustedProxies), measureRequests(parts.registry));
  app.use(securityHeaders(isPublic));
  if (parts.localhostOnly) app.use(localOnly);

  app.route('/', createHealth({ ...parts, isPublic }));
  app.route('/', createAssets([SHELL_ASSETS, ...parts.assets]));
  for (const part of parts.guarded) app.route('/', part);

  app.use(bodyLimit(DEFAULT_BODY_BYTES));
  for (const part of parts.pages) app.route('/', part);
  return app;
}
