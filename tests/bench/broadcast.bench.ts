import { benchKills } from './kills.bench.js';
import { benchLimited } from './limited.bench.js';
import type { Report } from './report.js';
import { benchUnlimited } from './unlimited.bench.js';
import { benchViber } from './viber.bench.js';

/** The broadcast engine: at a messenger's limit, without one, and through crashes. About ten minutes. */
export async function benchBroadcast(report: Report): Promise<void> {
  await benchUnlimited(report);
  await benchLimited(report);
  await benchViber(report);
  await benchKills(report);
}
