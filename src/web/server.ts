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
   * Parts that look at a request's rights before its body (API, webhooks), so they bring their own
   * `bodyLimit`. Asked in this order, before `pages`.
   */
  readonly guarded: readonly Hono<WebEnv>[];
  /** Console, public pages, sandbox: bodies up to `DEFAULT_BODY_BYTES` unless a path in `bodyBytes` says more */
  readonly pages: readonly Hono<WebEnv>[];
  /** Larger bodies by path pattern, e.g. an answer with attachments */
  readonly bodyBytes?: Readonly<Record<string, number>> | undefined;
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

  for (const [path, maxBytes] of Object.entries(parts.bodyBytes ?? {})) app.use(path, bodyLimit(maxBytes));
  app.use(bodyLimit(DEFAULT_BODY_BYTES));
  for (const part of parts.pages) app.route('/', part);
  return app;
}
