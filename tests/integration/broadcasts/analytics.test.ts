import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createAnalytics } from '../../../src/services/broadcasts/analytics.js';
import { countedLinks } from '../../../src/services/broadcasts/links.js';
import { aCity, type City } from './a-city.js';

let city: City;
beforeAll(async () => {
  city = await aCity();
});
beforeEach(() => city.clear());
afterAll(() => city.close());

it('tells what is known of a broadcast, each figure by itself', async () => {
  const [quick = '', slow = '', failed = ''] = await city.people('telegram', 3);
  const [reached = '', opened = ''] = await city.people('viber', 2);
  const broadcast = await city.aBroadcast();
  const { links } = city;
  const kept = countedLinks({ ...broadcast, text: '[міст](https://rada.gov.ua/bridge)' });
  await links.keep(kept);
  await links.keep(kept);
  const [{ code } = { code: '' }] = kept;
  for (const day of ['2026-11-24', '2026-11-23', '2026-11-24']) await links.count(code, day);

  await city.plan(broadcast);
  await city.end(broadcast, failed, 'failed', 'telegram.500');
  await city.end(broadcast, quick, 'sent');
  await city.end(broadcast, reached, 'delivered');
  await city.end(broadcast, opened, 'seen');
  city.passSeconds(11);
  await city.end(broadcast, slow, 'sent');
  await city.subscribers.change(slow, { status: 'stopped' });
  await city.broadcasts.move(broadcast.id, ['sending'], 'finished', {});

  const analytics = createAnalytics(city);
  expect(await analytics(broadcast.id)).toEqual({
    accepted: { telegram: 2, viber: 2 },
    delivered: 2,
    seen: 1,
    handedOver: { total: 4, within10Seconds: 3 },
    links: [
      {
        url: 'https://rada.gov.ua/bridge',
        clicks: 3,
        days: [
          { day: '2026-11-23', clicks: 1 },
          { day: '2026-11-24', clicks: 2 },
        ],
      },
    ],
    unsubscribed: 1,
  });
});
