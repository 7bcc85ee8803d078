import { createHash } from 'node:crypto';
import { type Actor, departmentLimit, needsSecondFactor } from '../../domain/role.js';
import type { Audit } from '../audit/audit.js';
import { createSecret, hashSecret } from './secrets.js';
import type {
  PendingSignInStore,
  SessionProof,
  SessionStore,
  StaffAccount,
  StaffStore,
  StoredSession,
} from './store.js';

/** Somebody who is signed in, as the pages need them. */
export interface Session {
  /** Tells it from the person's other sessions; opens nothing */
  readonly id: string;
  readonly actor: Actor;
  /** Secret of this session that only our own pages know */
  readonly csrfToken: string;
}

/** How and where a session began. */
export type SessionStart = Pick<StoredSession, 'proof' | 'from'>;

/** A session as its owner sees it. */
export type OwnSession = Pick<StoredSession, 'id' | 'from' | 'createdAt' | 'seenAt'>;

/** Signed-in browsers, kept on the server: signing out and taking rights away work at once. */
export interface Sessions {
  /** @returns the new secret for the cookie; a session from before signing in is never reused */
  start(staffId: string, start: SessionStart): Promise<string>;
  /** @returns undefined also for one without the second factor that the person's roles ask for by now */
  find(secret: string): Promise<Session | undefined>;
  end(secret: string): Promise<void>;
  /** Those still valid, newest first. */
  listOf(staffId: string): Promise<readonly OwnSession[]>;
  /** Ends one of this person's sessions; another person's is left alone. */
  endOne(staffId: string, id: string): Promise<void>;
  /** Everywhere, half-finished signing in too. @param keptId the one that stays, if any */
  endAllOf(staffId: string, keptId?: string): Promise<void>;
}

const SESSION_IDLE_MS = 8 * 60 * 60_000;
export const SESSION_MAX_MS = 24 * 60 * 60_000;

/** Being seen is written down at most this often. */
const TOUCH_MS = 60_000;

/** @param real the real clock: the sandbox's calendar must not sign anybody out */
export function createSessions(deps: {
  readonly sessions: SessionStore;
  readonly pending: Pick<PendingSignInStore, 'removeOf'>;
  readonly accounts: Pick<StaffStore, 'get'>;
  readonly audit: Audit;
  readonly real: () => Date;
}): Sessions {
  const { sessions, pending, accounts, audit, real } = deps;

  function isOver({ seenAt, createdAt }: StoredSession): boolean {
    const nowMs = real().getTime();
    return nowMs - seenAt.getTime() >= SESSION_IDLE_MS || nowMs - createdAt.getTime() >= SESSION_MAX_MS;
  }

  return {
    async start(staffId, { proof, from }) {
      const secret = createSecret();
      const at = real();
      await sessions.insert({
        id: hashSecret(secret),
        staffId,
        proof,
        from,
        createdAt: at,
        seenAt: at,
        expiresAt: new Date(at.getTime() + SESSION_MAX_MS),
      });
      await record('start', staffId, { proof });
      return secret;
    },

    async find(secret) {
      const session = await sessions.get(hashSecret(secret));
      if (!session || isOver(session)) return undefined;
      const account = await accounts.get(session.staffId);
      if (!account?.active || isTooWeak(session.proof, account)) return undefined;
      if (real().getTime() - session.seenAt.getTime() >= TOUCH_MS) await sessions.touch(session.id, real());
      return { id: session.id, actor: staffActor(account), csrfToken: csrfTokenOf(secret) };
    },

    async end(secret) {
      const session = await sessions.get(hashSecret(secret));
      if (session) await finish(session);
    },

    listOf: async (staffId) => (await sessions.listOf(staffId)).filter((session) => !isOver(session)),

    async endOne(staffId, id) {
      const session = await sessions.get(id);
      if (session?.staffId === staffId) await finish(session);
    },

    async endAllOf(staffId, keptId) {
      await pending.removeOf(staffId);
      await sessions.removeOf(staffId, keptId);
    },
  };

  async function finish({ id, staffId }: StoredSession): Promise<void> {
    await sessions.remove(id);
    await record('end', staffId);
  }

  async function record(action: 'start' | 'end', staffId: string, after?: object): Promise<void> {
    const account = await accounts.get(staffId);
    if (account)
      await audit.record({
        actor: staffActor(account),
        action: `session.${action}`,
        subject: staffId,
        after,
      });
  }
}

/** Somebody may get a role that asks for a second factor after signing in without one. */
function isTooWeak(proof: SessionProof, { roles }: StaffAccount): boolean {
  return proof === 'password' && needsSecondFactor(roles);
}

/** The account as the one who acts. */
export function staffActor({
  id,
  name,
  roles,
  departmentIds,
}: Pick<StaffAccount, 'id' | 'name' | 'roles' | 'departmentIds'>): Actor {
  return { kind: 'staff', id, name, roles, ...departmentLimit(departmentIds) };
}

/** Derived from the cookie, so it needs no place of its own and ends with the session. */
function csrfTokenOf(secret: string): string {
  return createHash('sha256').update(`csrf:${secret}`).digest('base64url');
}
