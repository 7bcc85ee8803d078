import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import type { WebEnv } from './env.js';

/** Hidden field of every form, and the header of every script that changes something. */
export const CSRF_FIELD = 'csrf';
const CSRF_HEADER = 'x-csrf-token';

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Refuses a change that another site asked the browser for: the browser's own word about the sender first
 * (`Sec-Fetch-Site`, else `Origin`), then, for somebody signed in, the secret of their session that only our
 * pages know.
 *
 * @param publicUrl origin that browsers see; without it the request's own Host counts
 */
export function crossSiteGuard(publicUrl: string | undefined) {
  return createMiddleware<WebEnv>(async (c, next) => {
    if (SAFE_METHODS.includes(c.req.method)) return next();
    const session = c.get('session');
    const allowed =
      isOwnSite(c, publicUrl) && (!session || sameSecret(await givenToken(c), session.csrfToken));
    if (!allowed) {
      throw new HTTPException(403, {
        message: 'Форму надіслано не з цієї сторінки. Оновіть її та повторіть.',
      });
    }
    await next();
  });
}

function isOwnSite(c: Context<WebEnv>, publicUrl: string | undefined): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = c.req.header('origin');
  // Neither header: no browser of the last years, so nobody's cookies are at stake beyond the token below.
  if (origin === undefined) return true;
  if (publicUrl !== undefined) return origin === publicUrl;
  return URL.canParse(origin) && new URL(origin).host === (c.req.header('host') ?? new URL(c.req.url).host);
}

async function givenToken(c: Context<WebEnv>): Promise<string> {
  const header = c.req.header(CSRF_HEADER);
  if (header !== undefined) return header;
  // A body that is no form carries no token, and is refused for that.
  const fields = await c.req.parseBody().catch(() => ({}) as Record<string, unknown>);
  const field = fields[CSRF_FIELD];
  return typeof field === 'string' ? field : '';
}

function sameSecret(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
