import type { Lights, LightsReport } from '../../../src/services/lights/lights.js';
import { NOW } from './builders.js';

/** Everything works, but what a test says otherwise. */
export function someLights(given: Partial<LightsReport> = {}): Lights {
  const report: LightsReport = {
    checkedAt: NOW,
    telegram: {
      kind: 'answers',
      name: 'Ніжинська міська рада',
      address: 'nizhyn_bot',
      reception: { kind: 'polling' },
      waiting: 0,
      trouble: undefined,
    },
    viber: {
      kind: 'answers',
      name: 'Ніжинська міська рада',
      address: 'nizhynrada',
      reception: { kind: 'webhook' },
      waiting: 0,
      trouble: undefined,
    },
    database: {
      kind: 'answers',
      engine: 'embedded',
      tookMs: 7,
      freeBytes: 12 * 1024 ** 3,
      sizeBytes: 5 * 1024 ** 2,
    },
    ...given,
  };
  return { last: () => report, check: async () => report };
}
