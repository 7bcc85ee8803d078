import { Registry } from 'prom-client';
import { expect, it } from 'vitest';
import { measureFeeds } from '../../../src/app/metrics/feeds.js';
import { aFeed, fakeFeeds } from '../../support/console/fake-feeds.js';

it('counts feeds by state when it is asked', async () => {
  const registry = new Registry();
  const alarm = { code: 'past', reason: 'Минуле', at: new Date() } as const;
  measureFeeds(
    registry,
    fakeFeeds([aFeed(), aFeed({ alarm }), aFeed({ alarm, isPaused: true }), aFeed({ failures: 1 })]).feeds,
  );
  expect((await registry.metrics()).split('\n').filter((line) => line.startsWith('visnyk_feeds'))).toEqual([
    'visnyk_feeds{state="ok"} 1',
    'visnyk_feeds{state="failing"} 1',
    'visnyk_feeds{state="alarm"} 1',
    'visnyk_feeds{state="paused"} 1',
  ]);
});
