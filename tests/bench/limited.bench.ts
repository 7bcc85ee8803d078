import { type BroadcastingService, startBroadcastingService } from './broadcasting-service.js';
import type { Report } from './report.js';

/** The default of TELEGRAM_MESSAGES_PER_SECOND. */
const PER_SECOND = 28;
const SUBSCRIBERS = 1_500;
const RESIDENTS = 100;
const TIMEOUT_MS = 180_000;

/**
 * The built service at Telegram's limit: how much of the budget it uses, whether it is ever refused, and how long
 * residents wait for an answer while two broadcasts go out.
 */
export async function benchLimited(report: Report): Promise<void> {
  const world = await startBroadcastingService('telegram');
  try {
    await world.subscribe(SUBSCRIBERS / 2, 'news');
    await world.subscribe(SUBSCRIBERS / 2, 'utilities');
    await measureOne(world, report);
    await measureTwoWithReplies(world, report);
  } finally {
    await world.close();
  }
}

async function measureOne(world: BroadcastingService, report: Report): Promise<void> {
  await world.messengers.ask('forget');
  const id = await world.broadcast('Вода для всіх', undefined);
  await world.finished(id, TIMEOUT_MS);
  await reportTally('28/s, one broadcast', world, report);
}

async function measureTwoWithReplies(world: BroadcastingService, report: Report): Promise<void> {
  await world.messengers.ask('forget');
  const ids = [await world.broadcast('Новина', 'news'), await world.broadcast('Вода', 'utilities')];
  const waits = await world.messengers.ask('residents', { count: RESIDENTS, everyMs: 500 });
  for (const id of ids) await world.finished(id, TIMEOUT_MS);
  await reportTally('28/s, two broadcasts and replies', world, report);
  const sorted = [...waits].sort((a, b) => a - b);
  report(
    '28/s, two broadcasts and replies: reply p99, ms',
    sorted[Math.floor(sorted.length * 0.99) - 1] ?? 0,
  );
}

async function reportTally(name: string, { messengers }: BroadcastingService, report: Report): Promise<void> {
  const { received, repeated, throttled, firstMs, lastMs } = await messengers.ask('tally');
  const perSecond = (received - 1) / ((lastMs - firstMs) / 1_000);
  report(`${name}: share of the budget used, %`, (100 * perSecond) / PER_SECOND);
  report(`${name}: refused by 429`, throttled);
  report(`${name}: sent twice`, repeated);
}
