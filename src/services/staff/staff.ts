import type { Clocks } from '../../lib/clocks.js';
import type { Audit } from '../audit/audit.js';
import { type Access, createAccess } from './access.js';
import { type Accounts, createAccounts } from './accounts.js';
import { type ApiTokens, createApiTokens } from './api-tokens.js';
import { createCheckDepartments } from './check-departments.js';
import { createGuesses } from './guesses.js';
import { createLinks } from './links.js';
import { createOwnAccount, type OwnAccount } from './own-account.js';
import { createPendingSignIns, type PendingSignIns } from './pending-sign-ins.js';
import { createSecondFactor, type SecondFactor } from './second-factor.js';
import { createSessions, type Sessions } from './sessions.js';
import { createSignIn, type SignIn } from './sign-in.js';
import type {
  ApiTokenStore,
  LinkStore,
  PendingSignInStore,
  SecondFactorStore,
  SessionStore,
  StaffStore,
} from './store.js';

/** Everything around who may act. */
export interface Staff {
  readonly accounts: Accounts;
  readonly access: Access;
  readonly signIn: SignIn;
  readonly pendingSignIns: PendingSignIns;
  readonly secondFactor: SecondFactor;
  readonly ownAccount: OwnAccount;
  readonly sessions: Sessions;
  readonly apiTokens: ApiTokens;
}

export interface StaffStores {
  readonly accounts: StaffStore;
  readonly sessions: SessionStore;
  readonly pendingSignIns: PendingSignInStore;
  readonly secondFactors: SecondFactorStore;
  readonly links: LinkStore;
  readonly apiTokens: ApiTokenStore;
}

/**
 * @param linkAddress where a one-time token is opened, e.g. `https://visnyk.example.ua/link/<token>`
 * @param key the service's own secret, for what must be read again but not by whoever has the database
 */
export function createStaff(deps: {
  readonly stores: StaffStores;
  readonly audit: Audit;
  readonly clocks: Clocks;
  readonly linkAddress: (token: string) => string;
  readonly key: string;
  /** Units of the council: whose appeals somebody may be limited to */
  readonly departments: () => Promise<readonly { readonly id: string }[]>;
  readonly adminApiToken: string | undefined;
}): Staff {
  const { stores, audit, clocks } = deps;
  const { now, real } = clocks;
  const { accounts } = stores;
  const sessions = createSessions({
    sessions: stores.sessions,
    pending: stores.pendingSignIns,
    accounts,
    audit,
    real,
  });
  const secondFactor = createSecondFactor({
    store: stores.secondFactors,
    accounts,
    guesses: createGuesses(real),
    audit,
    key: deps.key,
    real,
  });
  const passwordGuesses = createGuesses(real);
  const links = createLinks({ links: stores.links, real, address: deps.linkAddress });
  const checkDepartments = createCheckDepartments(deps.departments);
  const shared = { accounts, sessions, secondFactor, links, checkDepartments, audit, now };
  return {
    accounts: createAccounts(shared),
    access: createAccess(shared),
    signIn: createSignIn({ accounts, guesses: passwordGuesses, audit }),
    pendingSignIns: createPendingSignIns({
      pending: stores.pendingSignIns,
      secondFactors: stores.secondFactors,
      accounts,
      real,
    }),
    secondFactor,
    ownAccount: createOwnAccount({ accounts, sessions, secondFactor, guesses: passwordGuesses, audit }),
    sessions,
    apiTokens: createApiTokens({
      tokens: stores.apiTokens,
      checkDepartments,
      audit,
      clocks,
      adminApiToken: deps.adminApiToken,
    }),
  };
}
