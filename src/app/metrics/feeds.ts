import { Gauge, type Registry } from 'prom-client';
import type { Feed } from '../../domain/feed.js';
import type { Feeds } from '../../services/feeds/feeds.js';

const STATES = ['ok', 'failing', 'alarm', 'paused'] as const;

/** How many feeds are in which state, counted when somebody asks. */
export function measureFeeds(registry: Registry, feeds: Pick<Feeds, 'list'>): void {
  const gauge = new Gauge({
    name: 'visnyk_feeds',
    help: 'Feeds by state: an alarm waits for a person',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      const states = (await feeds.list()).map(stateOf);
      for (const state of STATES) gauge.set({ state }, states.filter((one) => one === state).length);
    },
  });
}

function stateOf({ isPaused, alarm, failures }: Feed): (typeof STATES)[number] {
  if (isPaused) return 'paused';
  if (alarm) return 'alarm';
  return failures > 0 ? 'failing' : 'ok';
}
