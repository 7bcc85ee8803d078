import type { Appeal } from '../../domain/appeal.js';
import type { Actor } from '../../domain/role.js';

/** Rules of answering, from the settings. */
export interface AnswerPolicy {
  /** A moderator only drafts an official answer */
  readonly signatureRequired: boolean;
  /** Accounts that may sign beside heads and administrators */
  readonly signerIds: readonly string[];
  /** Who hears complaints about a refusal, as it stands after «до» */
  readonly complaintsTo: string;
}

/** Whether the actor may put the council's name under an answer. */
export function maySign({ id, roles }: Actor, { signerIds }: Pick<AnswerPolicy, 'signerIds'>): boolean {
  return roles.some((role) => role === 'administrator' || role === 'head') || signerIds.includes(id);
}

/** Whether this actor's answer has to be signed by somebody else. An anonymous message is no appeal by law. */
export function needsSignature(appeal: Appeal, actor: Actor, policy: AnswerPolicy): boolean {
  return policy.signatureRequired && appeal.door !== 'anonymous' && !maySign(actor, policy);
}
