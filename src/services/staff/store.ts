import type { Absence } from '../../domain/absence.js';
import type { Role } from '../../domain/role.js';
import type { Page, PageRequest } from '../../lib/page.js';

/** Somebody of the council's staff. */
export interface StaffAccount {
  readonly id: string;
  /** Normalised: trimmed, lower case. Unique. */
  readonly email: string;
  readonly name: string;
  /** «головний спеціаліст»; empty: not said */
  readonly position: string;
  readonly roles: readonly Role[];
  /** Departments whose appeals the person works with; none: all */
  readonly departmentIds: readonly string[];
  /** True: single keys of the queue do nothing (WCAG 2.1.4) */
  readonly shortcutsOff?: boolean | undefined;
  /** The one to come, the present one, or the last one */
  readonly absence?: Absence | undefined;
  /** False: may not sign in any more; the name stays in the history of appeals */
  readonly active: boolean;
  /** Absent until the person has used their first link */
  readonly passwordHash: string | undefined;
  readonly createdAt: Date;
}

export interface StaffStore {
  count(): Promise<number>;
  get(id: string): Promise<StaffAccount | undefined>;
  findByEmail(email: string): Promise<StaffAccount | undefined>;
  /** @returns undefined when the e-mail is taken */
  insert(account: Omit<StaffAccount, 'id'>): Promise<StaffAccount | undefined>;
  change(id: string, changes: Partial<Omit<StaffAccount, 'id' | 'email' | 'createdAt'>>): Promise<void>;
  /** Oldest first */
  list(request: PageRequest): Promise<Page<StaffAccount>>;
  /** Active ones whose absence ends on that day or later. @param day `YYYY-MM-DD` */
  awaySince(day: string): Promise<readonly StaffAccount[]>;
  /** Active administrators who have a password. */
  countAdministrators(): Promise<number>;
}

/**
 * What a session was started with. `demonstration`: by the sandbox's one click, where no second factor is asked for.
 */
export const SESSION_PROOFS = ['password', 'second-factor', 'demonstration'] as const;
export type SessionProof = (typeof SESSION_PROOFS)[number];

/** A signed-in browser. */
export interface StoredSession {
  /** `hashSecret` of the cookie */
  readonly id: string;
  readonly staffId: string;
  readonly proof: SessionProof;
  /** «Firefox, Windows · 203.0.*.*»: enough to recognise one's own, never a whole address */
  readonly from: string;
  readonly createdAt: Date;
  readonly seenAt: Date;
  /** When the database may delete it */
  readonly expiresAt: Date;
}

export interface SessionStore {
  insert(session: StoredSession): Promise<void>;
  get(id: string): Promise<StoredSession | undefined>;
  touch(id: string, seenAt: Date): Promise<void>;
  remove(id: string): Promise<void>;
  /** @param keptId the one that stays, if any */
  removeOf(staffId: string, keptId?: string): Promise<void>;
  /** Newest first, at most 100 */
  listOf(staffId: string): Promise<readonly StoredSession[]>;
}

/** Somebody whose password was right and whose second step is to come. */
export interface StoredPendingSignIn {
  /** `hashSecret` of the cookie */
  readonly id: string;
  readonly staffId: string;
  readonly expiresAt: Date;
}

export interface PendingSignInStore {
  insert(pending: StoredPendingSignIn): Promise<void>;
  get(id: string): Promise<StoredPendingSignIn | undefined>;
  /** Removes it. @returns false when somebody else just used it */
  take(id: string): Promise<boolean>;
  removeOf(staffId: string): Promise<void>;
}

/** The second factor of one account; there is none until its first code was right. */
export interface StoredSecondFactor {
  readonly staffId: string;
  /** The secret of the codes, sealed with the service's key */
  readonly sealedSecret: string;
  /** Half-minute of the newest code that was accepted: a code works once */
  readonly lastStep: number;
  /** Of those not used yet */
  readonly recoveryHashes: readonly string[];
}

export interface SecondFactorStore {
  get(staffId: string): Promise<StoredSecondFactor | undefined>;
  /** Which of these accounts have one. */
  among(staffIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** @returns false when the account has one already */
  insert(factor: StoredSecondFactor): Promise<boolean>;
  /** Accepts the code of this half-minute. @returns false when this or a later one was accepted before */
  useStep(staffId: string, step: number): Promise<boolean>;
  /** Uses a recovery code up. @returns false when there is no such one any more */
  useRecoveryHash(staffId: string, hash: string): Promise<boolean>;
  replaceRecoveryHashes(staffId: string, hashes: readonly string[]): Promise<void>;
  /** @returns whether there was one */
  remove(staffId: string): Promise<boolean>;
}

/**
 * `first`: creates the first account. `password`: lets this account choose a password. `restore`: the same, and its
 * second factor is taken off, for somebody without the phone.
 */
export type LinkPurpose =
  | { readonly kind: 'first' }
  | { readonly kind: 'password' | 'restore'; readonly staffId: string };

export interface StoredLink {
  /** `hashSecret` of the link's token */
  readonly id: string;
  readonly purpose: LinkPurpose;
  readonly expiresAt: Date;
}

export interface LinkStore {
  /** Replaces every older link of the same purpose: only the newest one works. */
  replace(link: StoredLink): Promise<void>;
  get(id: string): Promise<StoredLink | undefined>;
  /** Removes it. @returns false when somebody else just used it */
  take(id: string): Promise<boolean>;
}

export interface StoredApiToken {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** As of an account */
  readonly departmentIds: readonly string[];
  readonly tokenHash: string;
  readonly createdAt: Date;
  /** Undefined: never; noted at most once a minute */
  readonly lastUsedAt: Date | undefined;
}

export interface ApiTokenStore {
  insert(token: Omit<StoredApiToken, 'id'>): Promise<StoredApiToken>;
  findByHash(tokenHash: string): Promise<StoredApiToken | undefined>;
  touch(id: string, usedAt: Date): Promise<void>;
  /** Oldest first */
  list(request: PageRequest): Promise<Page<StoredApiToken>>;
  /** @returns whether there was one */
  remove(id: string): Promise<boolean>;
}
