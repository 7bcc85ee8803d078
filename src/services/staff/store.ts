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
  change(
    id: string,
    changes: Partial<Pick<StaffAccount, 'name' | 'position' | 'roles' | 'active' | 'passwordHash'>>,
  ): Promise<void>;
  /** Oldest first */
  list(request: PageRequest): Promise<Page<StaffAccount>>;
  /** Active administrators who have a password. */
  countAdministrators(): Promise<number>;
}

/** A signed-in browser. */
export interface StoredSession {
  /** `hashSecret` of the cookie */
  readonly id: string;
  readonly staffId: string;
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
  removeOf(staffId: string): Promise<void>;
}

/** `first`: creates the first account. `password`: lets this account choose a password. */
export type LinkPurpose =
  | { readonly kind: 'first' }
  | { readonly kind: 'password'; readonly staffId: string };

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
  readonly tokenHash: string;
  readonly createdAt: Date;
}

export interface ApiTokenStore {
  insert(token: Omit<StoredApiToken, 'id'>): Promise<StoredApiToken>;
  findByHash(tokenHash: string): Promise<StoredApiToken | undefined>;
  /** Oldest first */
  list(request: PageRequest): Promise<Page<StoredApiToken>>;
  /** @returns whether there was one */
  remove(id: string): Promise<boolean>;
}
