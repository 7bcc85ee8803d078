import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import { can, type Permission } from '../domain/role.js';
import { SESSION_MAX_MS, type Session, type Sessions } from '../services/staff/sessions.js';
import type { SessionProof } from '../services/staff/store.js';
import { describeClient } from './client-words.js';
import type { WebEnv } from './env.js';
import { signInAgain } from './sign-in-again.js';

/** Signing in and out for pages: the cookie, who it is, and what they may. */
export interface SessionCookies {
  /** Finds who is signed in; mount it before everything else of the console */
  readonly read: ReturnType<typeof createMiddleware<WebEnv>>;
  /** Signs in: the session from before ends, a new one starts. */
  start(c: Context<WebEnv>, staffId: string, proof: SessionProof): Promise<void>;
  end(c: Context<WebEnv>): Promise<void>;
}

/** @param https whether browsers come over https: the cookie is then refused elsewhere */
export function createSessionCookies(sessions: Sessions, https: boolean): SessionCookies {
  const name = https ? '__Host-visnyk' : 'visnyk';
  const options = { path: '/', httpOnly: true, sameSite: 'Lax', secure: https } as const;

  async function endCurrent(c: Context<WebEnv>) {
    const secret = getCookie(c, name);
    if (secret) await sessions.end(secret);
  }

  return {
    read: createMiddleware<WebEnv>(async (c, next) => {
      const secret = getCookie(c, name);
      c.set('session', secret ? await sessions.find(secret) : undefined);
      await next();
    }),
    async start(c, staffId, proof) {
      await endCurrent(c);
      const from = describeClient(c.req.header('user-agent') ?? '', c.get('clientAddress'));
      const secret = await sessions.start(staffId, { proof, from });
      setCookie(c, name, secret, { ...options, maxAge: SESSION_MAX_MS / 1000 });
    },
    async end(c) {
      await endCurrent(c);
      deleteCookie(c, name, options);
    },
  };
}

/** Sends whoever is not signed in to the login page (and back afterwards); a change is answered 401. */
export const requireSession = createMiddleware<WebEnv>(async (c, next) => {
  if (c.get('session')) return next();
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
    return signInAgain(c);
  }
  const { pathname, search } = new URL(c.req.url);
  return c.redirect(`/login?next=${encodeURIComponent(pathname + search)}`);
});

/** Guards a page or an action by a right. Mount it behind `requireSession`. */
export function allow(permission: Permission) {
  return createMiddleware<WebEnv>(async (c, next) => {
    if (!can(currentSession(c).actor, permission)) {
      throw new HTTPException(403, {
        message: 'Ваша роль цього не дозволяє. Зверніться до адміністратора.',
      });
    }
    await next();
  });
}

/** Who is signed in, on pages behind `requireSession`. */
export function currentSession(c: Context<WebEnv>): Session {
  const session = c.get('session');
  if (!session) throw new HTTPException(401, { message: 'Увійдіть, щоб продовжити.' });
  return session;
}

/**
 * Where to go after signing in: a path of ours, never another site. Browsers take `\` for `/` and leave tabs and line
 * ends out of an address, so that `/<tab>/evil.example` is another site to them.
 */
export function safeNext(next: string | undefined): string {
  return next !== undefined && /^\/(?!\/)[^\\\p{Cc}]*$/u.test(next) ? next : '/';
}
