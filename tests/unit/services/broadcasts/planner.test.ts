import { describe, expect, it } from 'vitest';
import type { Broadcast } from '../../../../src/domain/broadcast.js';
import { createPlanner } from '../../../../src/services/broadcasts/planner.js';
import type { Planning } from '../../../../src/services/broadcasts/store.js';
import type { FormerMember } from '../../../../src/services/subscriptions/store.js';

const NOW = new Date('2026-11-23T09:00:00Z');
const idOf = (index: number) => String(index).padStart(24, '0');

const member = (index: number) =>
  ({
    id: idOf(index),
    address: idOf(index),
    locale: 'uk',
    deliveryMode: index % 2 === 0 ? 'digest' : 'instant',
    digestAt: '18:00',
  }) as const;

/** A planner over a city of `size` people in Telegram, of whom `left` left while it worked. */
function aCity(
  size: number,
  left: readonly FormerMember[] = [],
  delivery: Broadcast['delivery'] = 'instant',
) {
  const planned = new Map<string, number>();
  const skipped = new Map<string, string>();
  const inDigest = new Map<string, Date>();
  const marked: string[] = [];
  let planning: Planning | undefined;
  const planner = createPlanner({
    store: {
      planning: async () => planning,
      async savePlanning(_id, next) {
        planning = next;
      },
      async addDeliveries(_id, deliveries) {
        for (const { id, skipped: code, digestAt } of deliveries) {
          if (digestAt) inDigest.set(id, digestAt);
          planned.set(id, (planned.get(id) ?? 0) + 1);
          if (code !== undefined) skipped.set(id, code);
        }
      },
    },
    audience: {
      async page(_rule, channel, afterId, _until, limit) {
        if (channel !== 'telegram') return { members: [], next: undefined };
        const from = afterId === undefined ? 0 : Number(afterId) + 1;
        const count = Math.max(0, Math.min(limit, size - from));
        const members = Array.from({ length: count }, (_, index) => member(from + index));
        return { members, next: count < limit ? undefined : members.at(-1)?.id };
      },
      leftSince: async (_rule, channel) => (channel === 'telegram' ? left : []),
    },
    addressesPerRequest: () => 1,
    markPublication: async ({ id }) => void marked.push(id),
    clocks: { now: () => NOW, real: () => NOW },
    timeZone: 'Europe/Kyiv',
  });
  const broadcast = { id: 'news', audience: {}, delivery } as Broadcast; // all that planning looks at
  const turn = () => planner.plan(broadcast, new AbortController().signal, () => undefined);
  return { planned, skipped, inDigest, marked, turn };
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

  it('marks its publication as out once, when it begins', async () => {
    const { marked, turn } = aCity(30_001);
    while (!(await turn()));
    expect(marked).toEqual(['news']);
  });

  it('lets people who want one message a day wait for it, unless everybody is to know at once', async () => {
    const news = aCity(4, [], 'digest');
    await news.turn();
    const evening = new Date('2026-11-23T16:00:00Z');
    expect([...news.inDigest]).toEqual([
      [idOf(0), evening],
      [idOf(2), evening],
    ]);
    expect(news.planned.size).toBe(4);
    const urgent = aCity(4);
    await urgent.turn();
    expect(urgent.inDigest.size).toBe(0);
  });

  it('gives a row to those who left while it went on: skipped, unless they are back', async () => {
    const stopped = { ...member(70_000), status: 'stopped' } as const;
    const back = { ...member(70_001), status: 'active' } as const;
    const { planned, skipped, turn } = aCity(3, [stopped, back]);
    expect(await turn()).toBe(true);
    expect(planned.size).toBe(5);
    expect([...skipped]).toEqual([[stopped.id, 'left.stopped']]);
  });
});
