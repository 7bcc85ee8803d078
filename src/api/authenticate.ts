import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import { type Actor, can, type Permission } from '../domain/role.js';
import { bearerToken } from '../web/bearer.js';
import type { WebEnv } from '../web/env.js';
import { problem } from './problem.js';

/** Asks for the token before anything else: without one a stranger does not even learn which paths exist. */
export function requireToken(authenticate: (token: string) => Promise<Actor | undefined>) {
  return createMiddleware<WebEnv>(async (c, next) => {
    const token = bearerToken(c.req.header('authorization'));
    const actor = token === undefined ? undefined : await authenticate(token);
    if (!actor) {
      c.header('WWW-Authenticate', 'Bearer');
      return problem(c, 401, { detail: 'A valid bearer token is needed.' });
    }
    c.set('actor', actor);
    return next();
  });
}

/** Guards a route by a right of the token's roles. */
export function permit(permission: Permission) {
  return createMiddleware<WebEnv>(async (c, next) => {
    if (!can(c.get('actor'), permission)) {
      throw new HTTPException(403, { message: `The token's roles do not grant ${permission}.` });
    }
    await next();
  });
}
