import type { Hono, MiddlewareHandler } from 'hono';
import type { WebEnv } from '../web/env.js';

/**
 * Leads from the address of a form to the page that has it. What was refused is shown at the address of its form;
 * whoever opens that address again, or keeps the page fresh by a script, gets the page instead of nothing.
 *
 * @param app whose routes are asked at the first need, when all of them are there
 */
export function leadToPages(app: Hono<WebEnv>): MiddlewareHandler<WebEnv> {
  let known: { readonly isForm: Test; readonly isPage: Test } | undefined;

  return async (c, next) => {
    await next();
    if (c.req.method !== 'GET' || c.res.status !== 404) return;
    known ??= { isForm: takes(app, 'POST'), isPage: takes(app, 'GET') };
    if (!known.isForm(c.req.path)) return;
    const page = above(c.req.path).find(known.isPage);
    if (page !== undefined) c.res = c.redirect(page, 303);
  };
}

type Test = (path: string) => boolean;

function takes(app: Hono<WebEnv>, method: string): Test {
  const patterns = app.routes
    .filter((route) => route.method === method)
    .map(({ path }) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`));
  return (path) => patterns.some((pattern) => pattern.test(path));
}

/** Shorter and shorter beginnings of a path: of `/a/b/c`, `/a/b` and `/a`. */
function above(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.slice(2).map((_, at) => parts.slice(0, parts.length - 1 - at).join('/'));
}
