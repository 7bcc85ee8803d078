import type { Connection } from 'mongoose';
import type { Actor } from '../domain/role.js';
import type { Clocks } from '../lib/clocks.js';
import type { Absences } from '../services/absences/absences.js';
import type { Appeals } from '../services/appeals/appeals.js';
import { escalateDue } from '../services/appeals/escalating.js';
import { officeOf } from '../services/appeals/office.js';
import type { Audit } from '../services/audit/audit.js';
import type { CallBacks } from '../services/call-backs/call-backs.js';
import { createMorningDigests } from '../services/morning-digest/service.js';
import type { Settings } from '../services/settings/settings.js';
import type { Accounts } from '../services/staff/accounts.js';
import { staffActor } from '../services/staff/sessions.js';
import { createMorningDigestStore } from '../storage/appeals/morning-digest-store.js';
import type { Stores } from './stores.js';

export interface DutyDeps {
  readonly connection: Connection;
  readonly stores: Pick<Stores, 'appeals'>;
  readonly appeals: Appeals;
  readonly callBacks: CallBacks;
  readonly absences: Absences;
  readonly accounts: Pick<Accounts, 'list'>;
  readonly settings: Pick<Settings, 'get'>;
  readonly audit: Audit;
  readonly clocks: Clocks;
  readonly timeZone: string;
  readonly stopping: AbortSignal;
}

/** A council has fewer. */
const ACCOUNTS_MAX = 500;

/** What keeps the queue before the eyes of those who answer for it: terms that run out, and the morning's digest. */
export function createDutyServices(deps: DutyDeps) {
  const { settings, timeZone } = deps;
  const { now, real } = deps.clocks;
  const office = async () => officeOf(await settings.get(), timeZone);
  const shared = { ...deps, office, colleagues, now };
  return {
    escalate: () => escalateDue({ ...shared, store: deps.stores.appeals }),
    morningDigests: createMorningDigests({
      ...shared,
      store: createMorningDigestStore(deps.connection, real),
      madeAfter: async () => (await settings.get()).office.digestAt,
    }),
  };

  /** Everybody who has access now. */
  async function colleagues(): Promise<readonly Actor[]> {
    const { items } = await deps.accounts.list({ limit: ACCOUNTS_MAX });
    return items.filter(({ active }) => active).map(staffActor);
  }
}
