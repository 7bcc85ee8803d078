import type { Appeal } from '../../domain/appeal.js';
import type { RegistrationMode } from '../settings/input.js';
import type { Appeals } from './appeals.js';
import type { Desk, DeskDeps } from './desk.js';
import { conflict, mustNotBeWithdrawn } from './refusals.js';
import type { AppealChange } from './store.js';

/** What a person decides about a message that was kept from the register. Nothing is deleted, and both can be undone. */
export function quarantinedAppeals(
  { clocks, registrationMode }: Pick<DeskDeps, 'clocks' | 'registrationMode'>,
  { workable, apply, notify }: Desk,
): Pick<Appeals, 'release' | 'markSpam'> {
  const guard = { whenQuarantined: true };
  return {
    async release(number, actor) {
      const appeal = await workable(number, actor);
      mustBeQuarantined(appeal);
      mustNotBeWithdrawn(appeal);
      const at = clocks.now();
      const { registeredAt, dueAt } = appeal;
      const change = releaseOf(appeal, await registrationMode(), { at, by: actor.id });
      if (change.registeredAt === undefined || dueAt === undefined)
        return apply(appeal, actor, 'release', change, guard);
      const notice = { kind: 'registered', registeredAt, incomingNumber: undefined, dueAt } as const;
      // One word to the citizen, also when two colleagues press at once.
      return notify(appeal, actor, 'release', { ...notice, requestId: `released:${number}` }, change, guard);
    },

    async markSpam(number, actor) {
      const appeal = await workable(number, actor);
      mustBeQuarantined(appeal);
      const history = { status: 'closed', at: clocks.now(), by: actor.id } as const;
      return apply(appeal, actor, 'mark-spam', { quarantine: 'kept', status: 'closed', history }, guard);
    },
  };
}

/** Registered at once where that happens by itself and its time has come; else it waits for its turn. */
function releaseOf(
  { door, registeredAt }: Appeal,
  mode: RegistrationMode,
  { at, by }: { readonly at: Date; readonly by: string },
): AppealChange {
  const isRegistered = door !== 'anonymous' && mode === 'automatic' && registeredAt <= at;
  const status = isRegistered ? 'registered' : 'received';
  const registration = isRegistered
    ? { registeredAt }
    : door === 'anonymous'
      ? {}
      : { unregistered: true as const };
  return { quarantine: 'released', status, ...registration, history: { status, at, by } };
}

function mustBeQuarantined({ quarantine }: Appeal): void {
  if (quarantine === undefined) throw conflict('not-quarantined', 'Це звернення не в карантині.');
}
