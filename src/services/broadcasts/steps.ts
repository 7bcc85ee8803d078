import type { Broadcast } from '../../domain/broadcast.js';
import { Refusal } from '../../domain/refusal.js';
import { type Actor, can, type Permission } from '../../domain/role.js';
import type { Audit } from '../audit/audit.js';
import type { BroadcastStore } from './store.js';

export interface StepsDeps {
  readonly store: Pick<BroadcastStore, 'get'>;
  readonly audit: Audit;
}

/** What every use case of a broadcast begins and ends with. */
export type Steps = ReturnType<typeof createSteps>;

/** Finds the broadcast before a step, and records who did what after it. */
export function createSteps({ store, audit }: StepsDeps) {
  return {
    /** @throws {Refusal} notFound */
    async found(id: string): Promise<Broadcast> {
      const broadcast = await store.get(id);
      if (!broadcast) throw new Refusal('notFound', 'broadcast.unknown', 'Такої розсилки немає.');
      return broadcast;
    },

    record(actor: Actor, action: string, after: Broadcast, before?: Broadcast): Promise<void> {
      return audit.record({
        actor,
        action: `broadcast.${action}`,
        subject: after.id,
        ...(before ? { before: audited(before) } : {}),
        after: audited(after),
      });
    },

    recordAmendment(actor: Actor, first: Broadcast, amendment: Broadcast) {
      const { id, text, amends, createdBy, approvals } = amendment;
      const emergencyReason = approvals.at(-1)?.emergencyReason;
      return audit.record({
        actor,
        action: amends?.action === 'recall' ? 'broadcast.recall' : 'broadcast.correct',
        subject: first.id,
        before: { status: first.status },
        after: {
          amendment: id,
          text,
          ways: amends?.ways,
          ...(amends?.reason ? { reason: amends.reason } : {}),
          ...(createdBy === actor.id ? {} : { author: createdBy }),
          ...(emergencyReason ? { emergencyReason } : {}),
        },
      });
    },

    recordProposal: (actor: Actor, subject: string, text: string) =>
      audit.record({ actor, action: 'broadcast.propose-correction', subject, after: { text } }),
  };
}

/** @throws {Refusal} forbidden, unless a role of the actor grants one of the permissions */
export function allow(actor: Actor, ...permissions: readonly Permission[]): void {
  if (!permissions.some((permission) => can(actor, permission))) throw refuseRole();
}

export function refuseRole(): Refusal {
  return new Refusal('forbidden', 'role', 'Ваша роль цього не дозволяє. Зверніться до адміністратора.');
}

/** The broadcast is in a status that does not admit this step. */
export function notNow({ status }: Broadcast, message: string): Refusal {
  return new Refusal('conflict', `broadcast.is-${status}`, message);
}

function audited({ status, hash, title, approvals }: Broadcast) {
  const emergencyReason = approvals.at(-1)?.emergencyReason;
  return { status, hash, title, ...(emergencyReason === undefined ? {} : { emergencyReason }) };
}
