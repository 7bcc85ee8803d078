import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAudience } from '../../../src/services/broadcasts/audience.js';
import { aCity, type City } from './a-city.js';

let city: City;
beforeAll(async () => {
  city = await aCity();
});
beforeEach(() => city.clear());
afterAll(() => city.close());

/** A broadcast to ten people that ended in every way there is. @returns the people by how it ended */
async function anEndedBroadcast() {
  const people = await city.people('telegram', 10);
  const first = await city.aBroadcast();
  await city.plan(first);
  const of = (index: number) => people[index] ?? '';
  const ended = {
    sent: of(0),
    failed: of(1),
    unknown: of(2),
    gone: of(3),
    back: of(4),
    cancelled: of(5),
    stopped: of(6),
    returned: of(7),
    delivered: of(8),
    seen: of(9),
  };
  await city.end(first, ended.sent, 'sent');
  await city.end(first, ended.delivered, 'delivered');
  await city.end(first, ended.seen, 'seen');
  await city.end(first, ended.failed, 'failed', 'telegram.500');
  await city.end(first, ended.unknown, 'unknown', 'network.reset');
  await city.end(first, ended.gone, 'unreachable', 'telegram.403.blocked');
  await city.subscribers.markUnreachable([ended.gone]);
  await city.end(first, ended.back, 'unreachable', 'telegram.403.blocked');
  await city.end(first, ended.cancelled, 'skipped', 'cancelled');
  await city.end(first, ended.stopped, 'skipped', 'left.stopped');
  await city.subscribers.change(ended.stopped, { status: 'stopped' });
  await city.end(first, ended.returned, 'skipped', 'left.stopped');
  return { first, ended };
}

describe('a broadcast to the missed of another', () => {
  it('goes to whom it failed, whom it was cancelled for, and who is back', async () => {
    const { first, ended } = await anEndedBroadcast();
    const rule = { missed: { broadcastId: first.id, includeUnknown: false } };
    const second = await city.aBroadcast(rule);
    await city.plan(second);
    await city.plan(second);
    const expected = [ended.failed, ended.back, ended.cancelled, ended.returned].sort();
    expect(Object.keys(await city.rows(second)).sort()).toEqual(expected);
    expect(await city.audience.count(rule)).toEqual({ telegram: 4, viber: 0 });
  });

  it('is counted without looking at everybody who was reached', async () => {
    const { first } = await anEndedBroadcast();
    const { subscribers, deliveries } = city;
    const missedPage = () => Promise.reject(new Error('every row is looked at'));
    const audience = createAudience({ subscribers, missed: { ...deliveries, missedPage } });
    const of = (includeUnknown: boolean) =>
      audience.count({ missed: { broadcastId: first.id, includeUnknown } });
    expect(await of(false)).toEqual({ telegram: 4, viber: 0 });
    expect(await of(true)).toEqual({ telegram: 5, viber: 0 });
  });

  it('risks a repeat only where staff asked for it', async () => {
    const { first, ended } = await anEndedBroadcast();
    const second = await city.aBroadcast({ missed: { broadcastId: first.id, includeUnknown: true } });
    await city.plan(second);
    expect(Object.keys(await city.rows(second))).toContain(ended.unknown);
  });

  it('is resolved when planning starts: a late receipt takes the person out', async () => {
    const { first, ended } = await anEndedBroadcast();
    const second = await city.aBroadcast({ missed: { broadcastId: first.id, includeUnknown: true } });
    await city.end(first, ended.unknown, 'delivered');
    await city.plan(second);
    expect(Object.keys(await city.rows(second))).not.toContain(ended.unknown);
  });

  it('is narrowed by messengers and topics like any other', async () => {
    const { first, ended } = await anEndedBroadcast();
    await city.subscribers.change(ended.failed, { topics: ['petitions'] });
    const missed = { broadcastId: first.id, includeUnknown: false };
    expect(await city.audience.count({ missed, topics: ['news'] })).toEqual({ telegram: 3, viber: 0 });
    expect(await city.audience.count({ missed, channels: ['viber'] })).toEqual({ telegram: 0, viber: 0 });
  });

  it('finds everybody page by page', async () => {
    const people = await city.people('viber', 25);
    const first = await city.aBroadcast();
    await city.plan(first);
    for (const [index, id] of people.entries())
      await city.end(first, id, index % 2 === 0 ? 'failed' : 'delivered', index % 2 === 0 ? 'viber.3' : null);
    const rule = { missed: { broadcastId: first.id, includeUnknown: false } };
    const found: string[] = [];
    for (let after: string | undefined, more = true; more; ) {
      const page = await city.audience.page(rule, 'viber', after, city.clock.at, 4);
      found.push(...page.members.map(({ id }) => id));
      after = page.next;
      more = page.next !== undefined;
    }
    expect(found).toEqual(people.filter((_, index) => index % 2 === 0));
  });
});
