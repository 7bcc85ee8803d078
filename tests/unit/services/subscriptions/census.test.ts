import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CHANNEL_IDS } from '../../../../src/domain/channel-id.js';
import { SUBSCRIBER_STATUSES } from '../../../../src/domain/subscriber.js';
import { BUILT_IN_TOPICS } from '../../../../src/domain/topic.js';
import {
  audienceSize,
  type CensusGroup,
  tallyAudience,
} from '../../../../src/services/subscriptions/census.js';

const group = (changes: Partial<CensusGroup>): CensusGroup => ({
  channel: 'telegram',
  status: 'active',
  topics: ['news'],
  deliveryMode: 'digest',
  count: 1,
  ...changes,
});

it('tells who gets a broadcast, and why the others do not', () => {
  const census = [
    group({ count: 100 }),
    group({ count: 20, deliveryMode: 'instant', topics: ['news', 'acts'] }),
    group({ count: 7, topics: ['acts'] }),
    group({ count: 5, status: 'pending', topics: [] }),
    group({ count: 3, status: 'stopped' }),
    group({ count: 2, status: 'unreachable' }),
    group({ count: 9, status: 'erased' }),
    group({ count: 50, channel: 'viber' }),
  ];
  const { telegram, viber } = tallyAudience(census, { topics: ['news', 'events'], channels: ['telegram'] });
  expect(telegram).toEqual({
    chosen: 120,
    inDigest: 100,
    excluded: { 'other-messenger': 0, 'other-topics': 7, pending: 5, stopped: 3, unreachable: 2 },
  });
  expect([viber.chosen, viber.excluded['other-messenger']]).toEqual([0, 50]);
});

it('counts everybody once, whatever the rule', () => {
  const sort = fc.record({
    channel: fc.constantFrom(...CHANNEL_IDS),
    status: fc.constantFrom(...SUBSCRIBER_STATUSES),
    topics: fc.subarray([...BUILT_IN_TOPICS]),
    deliveryMode: fc.constantFrom('instant' as const, 'digest' as const),
    count: fc.nat(1_000),
  });
  const rule = fc.record({
    channels: fc.subarray([...CHANNEL_IDS]),
    topics: fc.subarray([...BUILT_IN_TOPICS]),
  });
  fc.assert(
    fc.property(fc.array(sort), rule, (census, chosen) => {
      const tallies = Object.values(tallyAudience(census, chosen));
      const counted = tallies.flatMap((of) => [of.chosen, ...Object.values(of.excluded)]);
      const people = census.filter(({ status }) => status !== 'erased').map(({ count }) => count);
      const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
      expect(sum(counted)).toBe(sum(people));
      expect(sum(Object.values(audienceSize(census, chosen)))).toBe(sum(tallies.map((of) => of.chosen)));
    }),
  );
});
