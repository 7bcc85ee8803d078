import type { Connection } from 'mongoose';
import type { StaffStores } from '../../services/staff/staff.js';
import { createStaffAccountStore } from './staff-account-store.js';
import { createStaffLinkStore } from './staff-link-store.js';
import { createPendingSignInStore } from './staff-pending-store.js';
import { createSecondFactorStore } from './staff-second-factor-store.js';
import { createStaffSessionStore } from './staff-session-store.js';
import { createStaffTokenStore } from './staff-token-store.js';

/** Everything that is kept about who may act. */
export function createStaffStores(connection: Connection): StaffStores {
  return {
    accounts: createStaffAccountStore(connection),
    sessions: createStaffSessionStore(connection),
    pendingSignIns: createPendingSignInStore(connection),
    secondFactors: createSecondFactorStore(connection),
    links: createStaffLinkStore(connection),
    apiTokens: createStaffTokenStore(connection),
  };
}
