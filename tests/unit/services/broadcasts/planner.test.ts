import { describe, expect, it } from 'vitest';
import type { Broadcast } from '../../../../src/domain/broadcast.js';
import { createPlanner } from '../../../../src/services/broadcasts/planner.js';
import type { Planning } from '../../../../src/services/broadcasts/store.js';

const NOW = new Date('2026-11-23T09:00:00Z');
const idOf = (index: number) => String(index).padStart(24, '0');

/** A planner over a city of `size` people in Telegram. */
function aCity(size: number) {
  const planned = new Map<string, number>();
  let planning: Planning | undefined;
  const planner = createPlanner({
    store: {
      planning: async () => planning,
      async savePlanning(_id, next) {
        planning = next;
      },
      async addDeliveries(_id, deliveries) {
        for (const { id } of deliveries) planned.set(id, (planned.get(id) ?? 0) + 1);
      },
    },
    subscribers: {
      async audiencePage(_rule, channel, afterId, _until, limit) {
        if (channel !== 'telegram') return [];
        const from = afterId === undefined ? 0 : Number(afterId) + 1;
        const count = Math.max(0, Math.min(limit, size - from));
        return Array.from({ length: count }, (_, index) => ({
          id: idOf(from + index),
          address: idOf(from + index),
          locale: 'uk',
        }));
      },
    },
    addressesPerRequest: () => 1,
    clocks: { now: () => NOW, real: () => NOW },
  });
  const broadcast = { id: 'news', audience: {} } as Broadcast; // all that planning looks at
  const turn = () => planner.plan(broadcast, new AbortController().signal, () => undefined);
  return { planned, turn };
}

describe('planning a broadcast', () => {
  it('takes turns, so that an alert need not wait until a whole city is planned', async () => {
    const { planned, turn } = aCity(50_000);
    expect(await turn()).toBe(false);
    expect(planned.size).toBeLessThan(20_000);
  });

  it('plans everybody exactly once over all its turns', async () => {
    const { planned, turn } = aCity(30_001);
    while (!(await turn()));
    expect(planned.size).toBe(30_001);
    expect(new Set(planned.values())).toEqual(new Set([1]));
  });
});
