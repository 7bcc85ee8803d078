import type { BroadcastKind } from './broadcast.js';
import { type Actor, can } from './role.js';

/** Who may approve what. */
export interface ApprovalRules {
  /** Kinds that need a second person besides `alert`, which always does */
  readonly secondPersonKinds: readonly BroadcastKind[];
  /** Account that may stand in as the second person whatever its roles */
  readonly substituteId: string | null;
}

/** `emergency`: only alone, with a reason that stays visible for ever. */
export type ApprovalRight = 'usual' | 'emergency' | 'none';

/** Whether the kind must be approved by another person than the one who edited it last. */
function needsSecondPerson(kind: BroadcastKind, { secondPersonKinds }: ApprovalRules): boolean {
  return kind === 'alert' || secondPersonKinds.includes(kind);
}

/** How the actor may approve the broadcast. An API token approves as its roles allow, but is never a second person. */
export function approvalRight(
  broadcast: { readonly kind: BroadcastKind; readonly editedBy: string },
  actor: Actor,
  rules: ApprovalRules,
): ApprovalRight {
  const mayApprove = can(actor, 'broadcasts.approve');
  if (!needsSecondPerson(broadcast.kind, rules)) return mayApprove ? 'usual' : 'none';
  const isSecond = actor.kind === 'staff' && actor.id !== broadcast.editedBy;
  if (isSecond && (mayApprove || actor.id === rules.substituteId)) return 'usual';
  return mayApprove ? 'emergency' : 'none';
}
