import { type Appeal, OPEN_APPEAL_STATUSES } from '../../domain/appeal.js';
import { escalatedTo } from '../../domain/escalation-chain.js';
import { type Actor, SERVICE } from '../../domain/role.js';
import { type EscalationLook, lookAtTerm } from '../../domain/terms/escalation.js';
import type { Office } from '../../domain/terms/office.js';
import type { Audit } from '../audit/audit.js';
import type { AppealStore } from './store.js';

export interface EscalatingDeps {
  readonly store: Pick<AppealStore, 'toLookAt' | 'escalate'>;
  readonly office: () => Promise<Office>;
  /** Those who have access now */
  readonly colleagues: () => Promise<readonly Actor[]>;
  readonly audit: Pick<Audit, 'record'>;
  /** The city's calendar */
  readonly now: () => Date;
}

/**
 * Tells of terms that run out: each stage of each term once. What was told stands in the appeal's history, written
 * together with the time of the next look, so a crash or a pause of the service neither repeats nor loses it.
 */
export async function escalateDue({ store, now, ...deps }: EscalatingDeps): Promise<void> {
  const appeals = await store.toLookAt(now());
  if (appeals.length === 0) return;
  const [office, colleagues] = await Promise.all([deps.office(), deps.colleagues()]);
  for (const appeal of appeals) {
    const look = isRunning(appeal) ? lookAtTerm(appeal, office, now()) : undefined;
    const to = look?.stage ? escalatedTo(look.stage, appeal, colleagues) : [];
    const isWritten = await store.escalate(appeal, {
      nextAt: look?.nextAt,
      ...tellingOf(appeal, look, to, now()),
    });
    if (!isWritten || !look?.stage || !look.isNew) continue;
    const after = { stage: look.stage, to };
    await deps.audit.record({ actor: SERVICE, action: 'appeal.escalate', subject: appeal.number, after });
  }
}

function isRunning({ status, quarantine }: Appeal): boolean {
  return quarantine === undefined && OPEN_APPEAL_STATUSES.includes(status);
}

/** What is told for the first time goes into the history; whoever the appeal was given to since is told as well. */
function tellingOf(appeal: Appeal, look: EscalationLook | undefined, to: readonly string[], at: Date) {
  const { status, dueAt: until, escalation: last } = appeal;
  if (!look?.stage) return {};
  const { stage } = look;
  if (look.isNew)
    return {
      escalation: { stage, at, to },
      history: { status, at, by: 'system', escalation: stage, told: to, until } as const,
    };
  return last?.stage === stage ? { escalation: { ...last, to } } : {};
}
