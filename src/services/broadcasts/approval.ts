import { type ApprovalRight, approvalRight } from '../../domain/approval.js';
import type { Approval, Broadcast } from '../../domain/broadcast.js';
import { Refusal } from '../../domain/refusal.js';
import type { Actor } from '../../domain/role.js';
import type { Clocks } from '../../lib/clocks.js';
import type { Broadcasts } from './broadcasts.js';
import { countedLinks, type LinkStore } from './links.js';
import type { ReadRules } from './rules.js';
import { allow, notNow, refuseRole, type Steps } from './steps.js';
import type { BroadcastStore } from './store.js';
import type { ViewOf } from './view.js';

export interface ApprovalDeps {
  readonly store: Pick<BroadcastStore, 'move' | 'list'>;
  readonly links: Pick<LinkStore, 'keep'>;
  readonly rules: ReadRules;
  readonly clocks: Clocks;
  readonly steps: Steps;
  readonly viewOf: ViewOf;
  /** A status changed: the driver should look */
  readonly nudge: () => void;
}

/** Newest drafts that are looked through for those that wait for somebody, and how many of them are told. */
const DRAFTS_LOOKED_AT = 200;
const AWAITING_MAX = 20;

/** Letting a broadcast go, and taking it back: an approval binds to the hash of what was seen. */
export function createApproval(
  deps: ApprovalDeps,
): Pick<Broadcasts, 'approve' | 'approvalRight' | 'awaiting' | 'undo'> {
  const { store, clocks, steps, viewOf } = deps;

  return {
    approvalRight: rightOf,

    async awaiting(actor) {
      const [{ items }, { approval }] = await Promise.all([
        store.list({ status: 'draft', limit: DRAFTS_LOOKED_AT, cursor: undefined }),
        deps.rules(),
      ]);
      return items
        .filter((draft) => approvalRight(draft, actor, approval) === 'usual')
        .slice(0, AWAITING_MAX);
    },

    async approve(id, { hash, undoSeconds = 0, emergencyReason }, actor) {
      const before = await steps.found(id);
      const alone = onlyAlone(await rightOf(before, actor), emergencyReason);
      if (before.status !== 'draft') throw notNow(before, 'Цю розсилку вже затверджено.');
      if (hash !== undefined && hash !== before.hash) throw stale();
      const approval: Approval = {
        by: actor.id,
        hash: before.hash,
        at: clocks.now(),
        ...(alone ? { emergencyReason } : {}),
        ...(await forecastOf(before)),
      };
      const undoUntil = new Date(clocks.real().getTime() + undoSeconds * 1_000);
      // Before the first message can leave with them; kept in vain, they lead nowhere new.
      await deps.links.keep(countedLinks(before));
      const approved = await store.move(id, ['draft'], 'approved', { approval, undoUntil }, before.hash);
      if (!approved) throw stale();
      await steps.record(actor, alone ? 'approve-alone' : 'approve', approved);
      deps.nudge();
      return viewOf(approved);
    },

    async undo(id, actor) {
      allow(actor, 'broadcasts.approve', 'broadcasts.write');
      const before = await steps.found(id);
      const draft = await store.move(id, ['approved', 'scheduled'], 'draft', {});
      if (!draft) throw notNow(before, 'Запізно забирати затвердження: розсилка вже не чекає.');
      await steps.record(actor, 'undo', draft, before);
      return viewOf(draft);
    },
  };

  /** What it was to take stays beside what was billed. */
  async function forecastOf(broadcast: Broadcast): Promise<Pick<Approval, 'viberForecast'>> {
    const { viberPrice } = await viewOf(broadcast);
    return viberPrice?.forecast ? { viberForecast: viberPrice.forecast } : {};
  }

  async function rightOf(broadcast: Broadcast, actor: Actor): Promise<ApprovalRight> {
    return approvalRight(broadcast, actor, (await deps.rules()).approval);
  }
}

/** @returns whether this is an approval without a second person. @throws {Refusal} when the actor has no right to it */
export function onlyAlone(right: ApprovalRight, emergencyReason: string | undefined): boolean {
  if (right === 'none') throw refuseRole();
  if (right === 'emergency' && emergencyReason === undefined)
    throw new Refusal(
      'forbidden',
      'broadcast.second-person',
      'Цей вид розсилки має затвердити інша людина, ніж та, що редагувала її останньою.',
    );
  return right === 'emergency';
}

function stale(): Refusal {
  return new Refusal(
    'conflict',
    'broadcast.stale-hash',
    'Розсилку змінили після того, як ви її відкрили. Перегляньте нову редакцію й затвердьте її.',
  );
}
