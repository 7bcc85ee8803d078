import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChannelId } from '../../../src/domain/channel-id.js';
import type { Fault } from '../../../src/sandbox/emulators/http/faults.js';
import { aWorld, type World } from '../../support/world.js';
import { aCrowd, approveNews, finished, received } from './crowd.js';

const CROWD = 12;
/** A request that is never answered is given up after 8 s; a refusal is repeated within two minutes. */
const PATIENCE_MS = 60_000;

const REFUSED: readonly (readonly [string, Fault['answer']])[] = [
  ['429 or "slow down"', { kind: 'throttle', retryAfterSeconds: 2 }],
  ['an error of its own', { kind: 'refuse', code: 500 }],
];
const LOST: readonly (readonly [string, Fault['answer'], boolean])[] = [
  ['a proxy’s page instead of an answer', { kind: 'html', httpStatus: 502 }, false],
  ['garbage', { kind: 'garbage' }, true],
  ['no answer, ever', { kind: 'never' }, true],
  ['a reset before it took the message', { kind: 'reset' }, false],
  ['a reset after it took the message', { kind: 'reset' }, true],
];

describe.each(['telegram', 'viber'] as const)('%s', (channel) => {
  let world: World;
  let people: readonly string[];
  beforeAll(async () => {
    world = await aWorld({ emulators: { limits: { telegram: false, viber: false } } });
    await world.start();
    people = await aCrowd(world, world.emulators, channel, CROWD);
  });
  afterAll(() => world.close());

  it.each(REFUSED)(
    'after %s is asked again, and everybody gets it once',
    async (_, answer) => {
      const { counts, got } = await sendThrough({ answer, accepted: false });
      expect(counts).toMatchObject({ total: CROWD, unknown: 0, failed: 0 });
      expect(got).toEqual(people.map(() => 1));
    },
    90_000,
  );

  it.each(LOST)(
    'with %s: counted as unknown, sent to nobody twice, the rest goes on',
    async (_, answer, accepted) => {
      const { counts, got } = await sendThrough({ answer, accepted });
      const inOneRequest = channel === 'viber' ? CROWD : 1;
      expect(counts).toMatchObject({ total: CROWD, unknown: inOneRequest, failed: 0 });
      expect(got.filter((count) => count > 1)).toEqual([]);
      expect(got.filter((count) => count === 0)).toHaveLength(accepted ? 0 : inOneRequest);
      // What comes next is sent as if nothing had happened.
      expect((await sendThrough(undefined)).got).toEqual(people.map(() => 1));
    },
    90_000,
  );

  /** One broadcast, whose first request meets the fault. @returns its counts and how often each person got it */
  async function sendThrough(fault: Pick<Fault, 'answer' | 'accepted'> | undefined) {
    const { faults } = world.emulators[channel];
    faults.clear();
    const before = received(world.emulators, channel, people);
    if (fault) faults.add({ ...fault, times: 1, method: METHODS[channel] });
    const { counts } = await finished(world, await approveNews(world), PATIENCE_MS);
    const got = received(world.emulators, channel, people).map((count, i) => count - (before[i] ?? 0));
    return { counts, got };
  }
});

const METHODS: Readonly<Record<ChannelId, string>> = { telegram: 'sendMessage', viber: 'broadcast_message' };
