import type { Clocks } from '../../lib/clocks.js';
import type { Audit } from '../audit/audit.js';
import { type Access, createAccess } from './access.js';
import { type Accounts, createAccounts } from './accounts.js';
import { type ApiTokens, createApiTokens } from './api-tokens.js';
import { createLinks } from './links.js';
import { createSessions, type Sessions } from './sessions.js';
import { createSignIn, type SignIn } from './sign-in.js';
import type { ApiTokenStore, LinkStore, SessionStore, StaffStore } from './store.js';

/** Everything around who may act. */
export interface Staff {
  readonly accounts: Accounts;
  readonly access: Access;
  readonly signIn: SignIn;
  readonly sessions: Sessions;
  readonly apiTokens: ApiTokens;
}

export interface StaffStores {
  readonly accounts: StaffStore;
  readonly sessions: SessionStore;
  readonly links: LinkStore;
  readonly apiTokens: ApiTokenStore;
}

/** @param linkAddress where a one-time token is opened, e.g. `https://visnyk.example.ua/link/<token>` */
export function createStaff(deps: {
  readonly stores: StaffStores;
  readonly audit: Audit;
  readonly clocks: Clocks;
  readonly linkAddress: (token: string) => string;
  readonly adminApiToken: string | undefined;
}): Staff {
  const { stores, audit, clocks } = deps;
  const { now, real } = clocks;
  const sessions = createSessions({ sessions: stores.sessions, accounts: stores.accounts, real });
  const links = createLinks({ links: stores.links, real, address: deps.linkAddress });
  const shared = { accounts: stores.accounts, sessions, links, audit, now };
  return {
    accounts: createAccounts(shared),
    access: createAccess(shared),
    signIn: createSignIn({ accounts: stores.accounts, real }),
    sessions,
    apiTokens: createApiTokens({ tokens: stores.apiTokens, audit, now, adminApiToken: deps.adminApiToken }),
  };
}
