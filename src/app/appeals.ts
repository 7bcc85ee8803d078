import { randomUUID } from 'node:crypto';
import type { StandIns } from '../domain/absence.js';
import { officeOf } from '../services/appeals/office.js';
import { createAppeals } from '../services/appeals/service.js';
import type { Audit } from '../services/audit/audit.js';
import type { Settings } from '../services/settings/settings.js';
import type { Accounts } from '../services/staff/accounts.js';
import { staffActor } from '../services/staff/sessions.js';
import {
  type AppealAnswersDeps,
  createAppealAnswers,
  createNotices,
  createSignerOf,
} from './appeal-answers.js';
import type { createStaffNames } from './staff-names.js';
import type { Stores } from './stores.js';

type AppealServicesDeps = Omit<AppealAnswersDeps, 'signerOf' | 'policy'> & {
  readonly stores: Pick<Stores, 'blocks'>;
  readonly accounts: Pick<Accounts, 'get'>;
  readonly namesOf: ReturnType<typeof createStaffNames>;
  readonly standIns: () => Promise<StandIns>;
  readonly settings: Pick<Settings, 'get'>;
  readonly audit: Audit;
};

/** What staff do with appeals, and how it reaches the citizen. */
export function createAppealServices(deps: AppealServicesDeps) {
  const { stores, accounts, settings } = deps;
  const signerOf = createSignerOf(accounts);
  const registrationMode = async () => (await settings.get()).office.registration;
  const office = async () => officeOf(await settings.get(), deps.timeZone);
  const policy = async () => (await settings.get()).appeals;
  const answers = createAppealAnswers({ ...deps, signerOf, policy });
  const appeals = createAppeals({
    ...deps,
    store: stores.appeals,
    blocks: stores.blocks,
    subscribers: stores.subscribers,
    answers,
    policy,
    registrationMode,
    signerOf,
    office,
    streets: async () => (await settings.get()).streets.items,
    routing: async () => (await settings.get()).routing.rules,
    noticeText: createNotices(deps),
    colleague: async (id) => {
      const account = await accounts.get(id);
      return account?.active ? staffActor(account) : undefined;
    },
    randomId: randomUUID,
  });
  return { answers, appeals };
}
