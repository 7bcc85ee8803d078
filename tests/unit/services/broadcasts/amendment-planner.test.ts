import { describe, expect, it } from 'vitest';
import type { AmendmentWay } from '../../../../src/domain/amendment.js';
import {
  createAmendmentPlanner,
  type ReachedRow,
} from '../../../../src/services/broadcasts/amendment-planner.js';
import type { PlannedDelivery, Planning } from '../../../../src/services/broadcasts/store.js';
import { aBroadcast } from '../../../support/console/builders.js';
import { memoryBroadcasts } from '../../../support/memory-broadcasts.js';

const NOW = new Date('2026-11-23T10:00:00Z');
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);
const person = (id: string, changes: Partial<ReachedRow> = {}): ReachedRow => ({
  id,
  address: id,
  locale: 'uk',
  got: true,
  messageIds: ['7'],
  digestKey: undefined,
  at: hoursAgo(1),
  ...changes,
});

/** An amendment of those whom Telegram reached, and the rows it has planned so far. */
function anAmendment(way: AmendmentWay, people: readonly ReachedRow[]) {
  const rows: PlannedDelivery[] = [];
  let planning: Planning | undefined;
  const planner = createAmendmentPlanner({
    store: {
      ...memoryBroadcasts().store,
      planning: async () => planning,
      async savePlanning(_id, next) {
        planning = next;
      },
      addDeliveries: async (_id, deliveries) => void rows.push(...deliveries),
    },
    reached: {
      async reachedPage(_ids, channel, afterId, limit) {
        const from = people.findIndex(({ id }) => id === afterId) + 1;
        return channel === 'telegram' ? people.slice(from, from + limit) : [];
      },
    },
    addressesPerRequest: () => 1,
    clocks: { real: () => NOW },
  });
  const amends = {
    broadcastId: 'b1',
    number: 1,
    action: way === 'delete' ? 'recall' : 'correction',
    sentAt: hoursAgo(1),
    ways: { telegram: way, viber: 'none' },
    reason: undefined,
  } as const;
  const amendment = aBroadcast({ id: 'b2', amends });
  const turn = () => planner.plan(amendment, new AbortController().signal, () => {});
  return { rows, turn };
}

/** All that it plans, as «person: targets or why not». */
async function planned(way: AmendmentWay, people: readonly ReachedRow[]): Promise<string[]> {
  const { rows, turn } = anAmendment(way, people);
  while (!(await turn()));
  return rows.map(({ id, targets, skipped }) => `${id}: ${skipped ?? targets?.join() ?? 'message'}`);
}

describe('planning an amendment', () => {
  it('edits the messages of those who have any', async () => {
    const people = [person('Олена', { messageIds: ['7', '8'] }), person('Іван', { messageIds: [] })];
    expect(await planned('edit', people)).toEqual(['Олена: 7,8']);
  });

  it('writes only to those who got all of it', async () => {
    expect(await planned('message', [person('Олена'), person('Іван', { got: false })])).toEqual([
      'Олена: message',
    ]);
  });

  it('deletes what is younger than 48 hours, and says of the rest why not', async () => {
    const people = [person('Олена', { at: hoursAgo(47) }), person('Іван', { at: hoursAgo(48) })];
    expect(await planned('delete', people)).toEqual(['Олена: 7', 'Іван: recall.too-old']);
  });

  it('edits a digest at any age', async () => {
    const inDigest = person('Олена', { at: hoursAgo(72), digestKey: 'digest:1' });
    const { rows, turn } = anAmendment('delete', [inDigest]);
    await turn();
    expect(rows).toMatchObject([{ targets: ['7'], editsDigest: 'digest:1', skipped: undefined }]);
  });

  it('takes turns, so that an alert need not wait until a large correction is planned', async () => {
    const people = Array.from({ length: 50_000 }, (_, index) => person(`особа ${index}`));
    const { rows, turn } = anAmendment('edit', people);
    expect(await turn()).toBe(false);
    expect(rows.length).toBeLessThan(20_000);
    while (!(await turn()));
    expect(rows).toHaveLength(50_000);
  });

  it('plans nothing where nothing can be done', async () => {
    expect(await planned('none', [person('Олена')])).toEqual([]);
  });
});
