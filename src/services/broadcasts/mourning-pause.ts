import type { Broadcast } from '../../domain/broadcast.js';
import { mourningAgainst, mourningDays } from '../../domain/holidays/mourning.js';
import { Refusal } from '../../domain/refusal.js';
import { SERVICE } from '../../domain/role.js';
import { localDay } from '../../lib/city-time.js';
import type { Audit } from '../audit/audit.js';
import type { BroadcastRules, ReadRules } from './rules.js';
import type { BroadcastStore } from './store.js';

export interface MourningPauseDeps {
  readonly store: Pick<BroadcastStore, 'move'>;
  readonly audit: Audit;
  readonly now: () => Date;
}

/** Stops a greeting that would leave, or goes on leaving, on a day of mourning. @returns whether it was one */
export function createMourningPause({ store, audit, now }: MourningPauseDeps) {
  return async (broadcast: Broadcast, { mournings, timeZone }: BroadcastRules): Promise<boolean> => {
    const mourning = mourningAgainst(broadcast, localDay(now(), timeZone), mournings);
    if (!mourning) return false;
    const { id, status, hash } = broadcast;
    const pauseReason = `Жалоба ${mourningDays(mourning)}: ${mourning.reason}. Привітання не надсилається. Коли жалоба мине, вирішіть: продовжити чи скасувати.`;
    if (await store.move(id, [status], 'paused', { pauseReason }, hash))
      await audit.record({ actor: SERVICE, action: 'broadcast.mourning-pause', subject: id });
    return true;
  };
}

/** @throws {Refusal} conflict for a greeting on a day of mourning */
export async function assertNotMourned(broadcast: Broadcast, rules: ReadRules, now: Date): Promise<void> {
  const { mournings, timeZone } = await rules();
  const mourning = mourningAgainst(broadcast, localDay(now, timeZone), mournings);
  if (!mourning) return;
  throw new Refusal(
    'conflict',
    'broadcast.mourning',
    `Жалоба ${mourningDays(mourning)}: ${mourning.reason}. Привітання не можна надсилати, доки вона триває.`,
  );
}
