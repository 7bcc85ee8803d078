import { createHash } from 'node:crypto';
import type { Actor } from '../../domain/role.js';
import { createSecret, hashSecret } from './secrets.js';
import type { SessionStore, StaffAccount, StaffStore } from './store.js';

/** Somebody who is signed in, as the pages need them. */
export interface Session {
  readonly actor: Actor;
  /** Secret of this session that only our own pages know */
  readonly csrfToken: string;
}

/** Signed-in browsers, kept on the server: signing out and taking rights away work at once. */
export interface Sessions {
  /** @returns the new secret for the cookie; a session from before signing in is never reused */
  start(staffId: string): Promise<string>;
  find(secret: string): Promise<Session | undefined>;
  end(secret: string): Promise<void>;
  endAllOf(staffId: string): Promise<void>;
}

const SESSION_IDLE_MS = 8 * 60 * 60_000;
export const SESSION_MAX_MS = 24 * 60 * 60_000;

/** Being seen is written down at most this often. */
const TOUCH_MS = 60_000;

/** @param real the real clock: the sandbox's calendar must not sign anybody out */
export function createSessions(deps: {
  readonly sessions: SessionStore;
  readonly accounts: Pick<StaffStore, 'get'>;
  readonly real: () => Date;
}): Sessions {
  const { sessions, accounts, real } = deps;
  return {
    async start(staffId) {
      const secret = createSecret();
      const at = real();
      const expiresAt = new Date(at.getTime() + SESSION_MAX_MS);
      await sessions.insert({ id: hashSecret(secret), staffId, createdAt: at, seenAt: at, expiresAt });
      return secret;
    },

    async find(secret) {
      const session = await sessions.get(hashSecret(secret));
      if (!session) return undefined;
      const now = real().getTime();
      const idleMs = now - session.seenAt.getTime();
      if (idleMs >= SESSION_IDLE_MS || now - session.createdAt.getTime() >= SESSION_MAX_MS) return undefined;
      const account = await accounts.get(session.staffId);
      if (!account?.active) return undefined;
      if (idleMs >= TOUCH_MS) await sessions.touch(session.id, real());
      return { actor: staffActor(account), csrfToken: csrfTokenOf(secret) };
    },

    end: (secret) => sessions.remove(hashSecret(secret)),
    endAllOf: (staffId) => sessions.removeOf(staffId),
  };
}

/** The account as the one who acts. */
export function staffActor({ id, name, roles }: StaffAccount): Actor {
  return { kind: 'staff', id, name, roles };
}

/** Derived from the cookie, so it needs no place of its own and ends with the session. */
function csrfTokenOf(secret: string): string {
  return createHash('sha256').update(`csrf:${secret}`).digest('base64url');
}
