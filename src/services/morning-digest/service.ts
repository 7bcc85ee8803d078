import { type Actor, can } from '../../domain/role.js';
import { isOfficeDay, type Office } from '../../domain/terms/office.js';
import { localClock, localDay } from '../../lib/city-time.js';
import { type ComposeDeps, composeDigest } from './compose.js';
import type { MorningDigestStore, MorningDigests } from './morning-digest.js';

export interface MorningDigestsDeps extends ComposeDeps {
  readonly store: MorningDigestStore;
  /** Those who have access now */
  readonly colleagues: () => Promise<readonly Actor[]>;
  readonly office: () => Promise<Office>;
  /** `08:00` by the city's clock */
  readonly madeAfter: () => Promise<string>;
  readonly now: () => Date;
  /** The service stops: the rest is made by whoever takes over */
  readonly stopping: AbortSignal;
}

/**
 * Digests of the morning. One is made once for each person and day, whatever is restarted; one that was missed is made
 * later the same day. Nobody gets one while they are away: their work is in the substitute's.
 */
export function createMorningDigests(deps: MorningDigestsDeps): MorningDigests {
  const { store, now, stopping } = deps;
  return {
    async makeDue() {
      const office = await deps.office();
      const day = localDay(now(), office.timeZone);
      if (!isOfficeDay(office, day)) return;
      if (localClock(now(), office.timeZone) < (await deps.madeAfter())) return;
      const kept = new Set(await store.keptOn(day));
      const standIns = await deps.absences.standIns();
      for (const colleague of await deps.colleagues()) {
        if (stopping.aborted) return;
        if (kept.has(colleague.id) || standIns.has(colleague.id) || !can(colleague, 'appeals.write'))
          continue;
        await store.keep(await composeDigest(deps, colleague, office, now()));
      }
    },
    get: store.get,
    async daysOf(staffId) {
      const today = localDay(now(), (await deps.office()).timeZone);
      // The sandbox's calendar may have been turned back since.
      return (await store.daysOf(staffId)).filter((day) => day <= today);
    },
  };
}
