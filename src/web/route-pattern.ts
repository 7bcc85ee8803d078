import type { Context } from 'hono';
import { matchedRoutes } from 'hono/route';

/**
 * The pattern of the route that a request is for, e.g. `/link/:token`: addresses are endless and may be secret.
 * Middleware is mounted under wildcards, some of it behind the routes, so those count only when nothing else does.
 */
export function routePattern(c: Context): string {
  return matchedRoutes(c).findLast(({ path }) => !path.includes('*'))?.path ?? '/*';
}
