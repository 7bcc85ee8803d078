import type { ApprovalRules } from '../../domain/approval.js';
import type { Mourning } from '../../domain/holidays/mourning.js';
import type { SendingHours } from '../../domain/sending-hours.js';
import type { StaleRules } from '../../domain/stale.js';
import type { Settings } from '../settings/settings.js';

/** What staff have decided about broadcasts. */
export interface BroadcastRules {
  readonly hours: SendingHours;
  readonly stale: StaleRules;
  readonly approval: ApprovalRules;
  /** Days on which no greeting leaves */
  readonly mournings: readonly Mourning[];
  readonly timeZone: string;
}

/** Reads the rules anew each time, so that a change of the settings counts at once. */
export type ReadRules = () => Promise<BroadcastRules>;

export function createRules(settings: Pick<Settings, 'get'>, timeZone: string): ReadRules {
  return async () => {
    const { broadcasts, staleBroadcasts, mourning } = await settings.get();
    return {
      hours: broadcasts,
      stale: { afterMinutes: broadcasts.staleAfterMinutes, byKind: staleBroadcasts },
      approval: broadcasts,
      mournings: mourning.periods,
      timeZone,
    };
  };
}
