import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import {
  PENDING_SIGN_IN_MS,
  type PendingSignIns,
  type SecondStep,
} from '../services/staff/pending-sign-ins.js';
import type { WebEnv } from './env.js';

/** Who stands between the password and the second step, by a cookie that opens nothing else. */
export interface PendingCookies {
  /** @returns the step that is due; undefined when the password is enough */
  begin(c: Context<WebEnv>, staffId: string): Promise<SecondStep | undefined>;
  find(c: Context<WebEnv>): ReturnType<PendingSignIns['find']>;
  /** Uses it up. @returns false when it is no longer valid */
  take(c: Context<WebEnv>): Promise<boolean>;
}

/** @param https whether browsers come over https: the cookie is then refused elsewhere */
export function createPendingCookies(pending: PendingSignIns, https: boolean): PendingCookies {
  const name = https ? '__Host-visnyk-step' : 'visnyk-step';
  const options = { path: '/', httpOnly: true, sameSite: 'Lax', secure: https } as const;
  return {
    async begin(c, staffId) {
      const begun = await pending.begin(staffId);
      if (begun) setCookie(c, name, begun.secret, { ...options, maxAge: PENDING_SIGN_IN_MS / 1000 });
      return begun?.step;
    },
    async find(c) {
      const secret = getCookie(c, name);
      return secret ? pending.find(secret) : undefined;
    },
    async take(c) {
      const secret = getCookie(c, name);
      deleteCookie(c, name, options);
      return secret !== undefined && pending.take(secret);
    },
  };
}
