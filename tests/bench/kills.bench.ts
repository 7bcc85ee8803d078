import { type BroadcastingService, startBroadcastingService } from './broadcasting-service.js';
import type { Report } from './report.js';

const SUBSCRIBERS = 2_000;
const KILLS = 100;
/** Between a start and the kill; the broadcast lasts through all of them. */
const LIFE_MAX_MS = 1_000;
const LATENCY_MS = 50;
const TIMEOUT_MS = 180_000;

/** kill -9 a hundred times at random moments of one broadcast, then count who got it. */
export async function benchKills(report: Report): Promise<void> {
  const world = await startBroadcastingService('telegram');
  try {
    await world.subscribe(SUBSCRIBERS, 'news');
    await world.messengers.ask('latency', LATENCY_MS);
    await measure(world, report);
  } finally {
    await world.close();
  }
}

async function measure({ service, messengers, ...world }: BroadcastingService, report: Report) {
  const id = await world.broadcast('Сто разів', 'news');
  let kills = 0;
  let unknown = 0;
  let mostPerKill = 0;
  while (kills < KILLS && (await world.look(id)).status !== 'finished') {
    await new Promise((resolve) => setTimeout(resolve, Math.random() * LIFE_MAX_MS));
    await service.kill();
    kills += 1;
    await service.start();
    const { counts } = await world.look(id);
    mostPerKill = Math.max(mostPerKill, (counts.unknown ?? 0) - unknown);
    unknown = counts.unknown ?? 0;
  }
  const { counts } = await world.finished(id, TIMEOUT_MS);
  const { received, repeated } = await messengers.ask('tally');
  report('kill -9: times during the broadcast', kills);
  report(
    'kill -9: lost (neither received nor unknown)',
    Math.max(0, SUBSCRIBERS - received - (counts.unknown ?? 0)),
  );
  report('kill -9: sent twice', repeated);
  report('kill -9: unknown after any one kill, at most', mostPerKill);
  report('kill -9: unknown in all', counts.unknown ?? 0);
}
