import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../support/until.js';
import { startBroadcastingService } from './broadcasting-service.js';
import type { Report } from './report.js';

const PEOPLE = 100_000;
const TIMEOUT_MS = 300_000;
const LOOK_MS = 100;

/**
 * The built service and a whole region of Viber subscribers: from the moment its undo window is over until every
 * row has its outcome, planning included.
 */
export async function benchViber(report: Report): Promise<void> {
  const world = await startBroadcastingService('viber');
  try {
    await world.subscribe(PEOPLE, 'news');
    await world.messengers.ask('forget');
    await world.messengers.ask('phonesOff');
    const id = await world.broadcast('Вода для всіх', undefined);
    await until(
      'the broadcast to begin',
      async () => (await world.look(id)).status === 'sending',
      TIMEOUT_MS,
    );
    const startedMs = performance.now();
    // Only the messenger is asked meanwhile: to look at counts is work for the service, too.
    await until(
      'everybody to be reached',
      async () => {
        await sleep(LOOK_MS);
        return (await world.messengers.ask('viberReceived')) >= PEOPLE;
      },
      TIMEOUT_MS,
    );
    const { counts } = await world.finished(id, TIMEOUT_MS);
    const seconds = (performance.now() - startedMs) / 1_000;
    const { received, requests, repeated } = await world.messengers.ask('viberTally');
    const people = PEOPLE.toLocaleString('en');
    report(`Viber: ${people} people planned and handed over, s`, seconds);
    report(`Viber: ${people} people, requests`, requests);
    report(`Viber: ${people} people, missed`, PEOPLE - Math.min(received, counts.sent ?? 0));
    report(`Viber: ${people} people, sent twice`, repeated);
  } finally {
    await world.close();
  }
}
