import type { Hook } from '@hono/zod-openapi';
import type { ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { Refusal } from '../domain/refusal.js';
import type { Logger } from '../lib/log.js';
import type { WebEnv } from '../web/env.js';
import { logUnexpected, REFUSAL_STATUSES } from '../web/error-page.js';
import { routePattern } from '../web/route-pattern.js';
import { failingFields, problem } from './problem.js';

/** Answers every error with problem details; a bug gets a reference number and a line in the log. */
export function problemOnError(log: Logger): ErrorHandler<WebEnv> {
  return (error, c) => {
    if (error instanceof Refusal) {
      return problem(c, REFUSAL_STATUSES[error.kind], { code: error.code, detail: error.message });
    }
    if (error instanceof HTTPException) {
      return problem(c, error.status, error.message ? { detail: error.message } : {});
    }
    const reference = c.get('requestId');
    logUnexpected(log, error, { requestId: reference, method: c.req.method, route: routePattern(c) });
    return problem(c, 500, { detail: `Reference ${reference}` });
  };
}

/** Answers a request that does not fit the route's schema, naming each failing field. */
export const problemOnInvalid: Hook<unknown, WebEnv, string, Response | undefined> = (result, c) =>
  result.success ? undefined : problem(c, 422, { errors: failingFields(result.error.issues) });
