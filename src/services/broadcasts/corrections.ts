import { type ApprovalRight, approvalRight } from '../../domain/approval.js';
import type { Broadcast } from '../../domain/broadcast.js';
import { Refusal } from '../../domain/refusal.js';
import type { Actor } from '../../domain/role.js';
import type { Clocks } from '../../lib/clocks.js';
import type { Amending } from './amending.js';
import { onlyAlone } from './approval.js';
import type { Broadcasts } from './broadcasts.js';
import { withNewestText } from './newest.js';
import type { ReadRules } from './rules.js';
import { allow, notNow, type Steps } from './steps.js';
import type { BroadcastStore } from './store.js';
import type { ViewOf } from './view.js';

export interface CorrectionsDeps {
  readonly store: Pick<BroadcastStore, 'propose'>;
  readonly amending: Amending;
  readonly rules: ReadRules;
  readonly clocks: Pick<Clocks, 'now'>;
  readonly steps: Steps;
  readonly viewOf: ViewOf;
}

/** Correcting what people have, by the same rule of two people as its approval. */
export function createCorrections(
  deps: CorrectionsDeps,
): Pick<Broadcasts, 'correct' | 'proposeCorrection' | 'correctionRight'> {
  const { store, amending, steps, viewOf } = deps;

  return {
    correctionRight: rightOf,

    async correct(id, { text, emergencyReason }, actor) {
      const right = await rightOf(await steps.found(id), text, actor);
      const isAlone = onlyAlone(right, emergencyReason);
      const { first, earlier } = await correctable(id, text);
      await amending.amend(first, earlier, {
        newest: { ...first, text },
        action: 'correction',
        reason: undefined,
        author: authorOf(first, text, actor),
        approver: actor,
        emergencyReason: isAlone ? emergencyReason : undefined,
      });
      if (first.proposal) await store.propose(id, undefined);
      return viewOf(await steps.found(id));
    },

    async proposeCorrection(id, text, actor) {
      allow(actor, 'broadcasts.write', 'broadcasts.approve');
      await correctable(id, text);
      await store.propose(id, { text, by: actor.id, at: deps.clocks.now() });
      await steps.recordProposal(actor, id, text);
      return viewOf(await steps.found(id));
    },
  };

  async function rightOf(first: Broadcast, text: string | undefined, actor: Actor): Promise<ApprovalRight> {
    const { approval } = await deps.rules();
    return approvalRight({ kind: first.kind, editedBy: authorOf(first, text, actor) }, actor, approval);
  }

  /** @throws {Refusal} unless it may be corrected to say this now */
  async function correctable(id: string, text: string) {
    const { first, earlier } = await amending.amendable(id);
    if (first.status === 'paused') throw notNow(first, 'Спершу продовжте або скасуйте призупинену розсилку.');
    if (withNewestText(first, earlier).text === text)
      throw new Refusal('invalid', 'broadcast.same-text', 'Текст такий самий: виправляти нічого.');
    return { first, earlier };
  }
}

/**
 * A text that somebody has proposed is theirs: whoever lets it go is the second person.
 * @param text undefined: words of the actor's own
 */
function authorOf({ proposal }: Broadcast, text: string | undefined, actor: Actor): string {
  return proposal !== undefined && proposal.text === text ? proposal.by : actor.id;
}
