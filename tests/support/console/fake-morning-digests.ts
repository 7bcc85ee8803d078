import type { ConsoleParts } from '../../../src/console/parts.js';
import type { MorningDigest } from '../../../src/services/morning-digest/morning-digest.js';
import { NOW } from './builders.js';

const NOTHING = { count: 0, numbers: [] };

/** The administrator's morning of the city's «now»: one appeal, in two sections. */
export function aMorningDigest(changes: Partial<MorningDigest> = {}): MorningDigest {
  const one = { count: 1, numbers: ['Н-2026-000123'] };
  return {
    staffId: 'administrator',
    day: '2026-11-23',
    madeAt: new Date(NOW.getTime() - 4 * 3_600_000),
    parts: {
      escalated: NOTHING,
      overdue: one,
      today: NOTHING,
      soon: NOTHING,
      unassigned: one,
      lost: NOTHING,
    },
    callBackCount: 2,
    substituted: [{ name: 'Олена Коваль', until: '2026-12-04' }],
    ...changes,
  };
}

export function fakeMorningDigests(kept: readonly MorningDigest[]): ConsoleParts['morningDigests'] {
  return {
    get: async (staffId, day) => kept.find((digest) => digest.staffId === staffId && digest.day === day),
    daysOf: async (staffId) => kept.filter((digest) => digest.staffId === staffId).map(({ day }) => day),
  };
}
