import { personHold } from '../../domain/person-hold.js';
import type { Clocks } from '../../lib/clocks.js';
import type { OutboxRow, RowOutcome } from '../outbox/row.js';
import type { SubscriberStore } from '../subscriptions/store.js';

export interface HeldDeps {
  readonly subscribers: Pick<SubscriberStore, 'disturbable'>;
  readonly isFormOpen: (dialogueState: unknown, now: Date) => boolean;
  readonly clocks: Clocks;
  readonly timeZone: string;
}

/**
 * Rows just claimed whose people must not be disturbed now, each going back to wait. Asked when a row is claimed,
 * seconds before it leaves, so that a person's state is never an old one.
 */
export function createHeld({ subscribers, isFormOpen, clocks, timeZone }: HeldDeps) {
  return async (rows: readonly OutboxRow[]): Promise<readonly RowOutcome[]> => {
    // A change of what a person already has makes no sound.
    const mailings = rows.filter(({ targets }) => targets === undefined);
    const people = await subscribers.disturbable(mailings.map(({ subscriberId }) => subscriberId));
    if (people.length === 0) return [];
    const now = { city: clocks.now(), real: clocks.real() };
    const states = new Map(
      people.map(({ subscriber: { id, quietHours }, dialogueState }) => [
        id,
        { formOpen: isFormOpen(dialogueState, now.city), quietHours },
      ]),
    );
    return mailings.flatMap((row): RowOutcome[] => {
      const state = states.get(row.subscriberId);
      const hold = state && personHold(state, row.held, now, timeZone);
      return hold ? [{ row, status: 'queued', code: hold.code, at: hold.since, dueAt: hold.againAt }] : [];
    });
  };
}
