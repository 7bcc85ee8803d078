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
    known ??= routesOf(app);
    if (!known.isForm(c.req.path)) return;
    const page = above(c.req.path).find(known.isPage);
    if (page !== undefined) c.res = c.redirect(page, 303);
  };
}

type Test = (path: string) => boolean;

/** A form whose address is a page's too is not meant: what is not there then is truly not there. */
function routesOf(app: Hono<WebEnv>): { readonly isForm: Test; readonly isPage: Test } {
  const pathsOf = (wanted: string) =>
    app.routes.filter(({ method }) => method === wanted).map(({ path }) => path);
  const pages = pathsOf('GET');
  return { isForm: fits(pathsOf('POST').filter((path) => !pages.includes(path))), isPage: fits(pages) };
}

function fits(paths: readonly string[]): Test {
  const patterns = paths.map((path) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`));
  return (path) => patterns.some((pattern) => pattern.test(path));
}

/** Shorter and shorter beginnings of a path: of `/a/b/c`, `/a/b` and `/a`. */
function above(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.slice(2).map((_, at) => parts.slice(0, parts.length - 1 - at).join('/'));
}
