import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAudience } from '#built/services/broadcasts/audience.js';
import { createPlanner } from '#built/services/broadcasts/planner.js';
import { createBroadcastStore } from '#built/storage/broadcasts/broadcast-store.js';
import { createDeliveryStore } from '#built/storage/broadcasts/delivery-store.js';
import { connectDatabase, ensureIndexes } from '#built/storage/connection.js';
import { startEmbeddedDatabase } from '#built/storage/embedded/start.js';
import { createSubscriberStore } from '#built/storage/subscribers/subscriber-store.js';
import { sendingBroadcast } from '../support/new-broadcast.js';

/**
 * Plans one broadcast to so many people, in a process of its own, so that its memory is the planner's and the
 * embedded database's alone. Writes what it measured to its output.
 */
const count = Number(process.argv[2]);
const IMPORT_PAGE = 1_000;

const directory = mkdtempSync(join(tmpdir(), 'visnyk-bench-'));
const database = await startEmbeddedDatabase({ directory });
const connection = await connectDatabase(database.uri);
const real = () => new Date();
const broadcasts = createBroadcastStore(connection);
const subscribers = createSubscriberStore(connection, real);
const audience = createAudience({ subscribers, missed: createDeliveryStore(connection) });
const planner = createPlanner({
  store: broadcasts,
  audience,
  addressesPerRequest: () => 1,
  markPublication: async () => undefined,
  clocks: { now: real, real },
  timeZone: 'Europe/Kyiv',
});
await ensureIndexes(connection);
for (let from = 0; from < count; from += IMPORT_PAGE)
  await subscribers.importBatch(
    Array.from({ length: Math.min(IMPORT_PAGE, count - from) }, (_, index) => ({
      channel: 'telegram' as const,
      address: String(from + index),
    })),
    real(),
  );
const broadcast = await broadcasts.insert(sendingBroadcast(real()));

const idleMb = privateMb();
let peakMb = idleMb;
const watch = setInterval(() => {
  peakMb = Math.max(peakMb, privateMb());
}, 100);
const started = performance.now();
while (!(await planner.plan(broadcast, new AbortController().signal, () => undefined)));
const seconds = (performance.now() - started) / 1_000;
clearInterval(watch);
const counts = (await broadcasts.counts([broadcast.id])).get(broadcast.id)?.counts;
process.stdout.write(JSON.stringify({ seconds, growthMb: peakMb - idleMb, planned: counts?.total }));
await connection.close();
await database.close();
rmSync(directory, { recursive: true });

/** Memory that is this process's own and no file's: pages of the database's map are the system's cache. */
function privateMb(): number {
  const [, kb] = /^Anonymous:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/smaps_rollup', 'utf8')) ?? [];
  return Number(kb) / 1_024;
}
