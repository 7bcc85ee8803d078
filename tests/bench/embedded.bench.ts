import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { open } from 'lmdb';
import { mongo } from 'mongoose';
import { startEmbeddedDatabase } from '#built/storage/embedded/start.js';

/** Each figure is the median of so many runs, after one that is not counted: it finds the code compiled and warm. */
const RUNS = 5;
const CONCURRENCY = 32;
const DUE_ROWS = 100_000;
const LARGE_ROWS = 1_000_000;

interface DeliveryRow {
  _id: number;
  broadcastId: number;
  channel: string;
  status: string;
  dueAt: Date;
  address: string;
  fence: number;
}

type Rows = mongo.Collection<DeliveryRow>;

/**
 * Measures the embedded database the way the outbox uses it, beside a bare Map and raw LMDB puts in the same
 * run, which say how fast this machine is.
 *
 * @returns figure by name, per second unless the name says otherwise
 */
export async function benchEmbedded(print: (line: string) => void): Promise<Record<string, number>> {
  const directory = await mkdtemp(join(tmpdir(), 'visnyk-bench-'));
  const figures: Record<string, number> = {};
  const report = (name: string, figure: number) => {
    figures[name] = Math.round(figure);
    print(`${name.padEnd(48)} ${Math.round(figure).toLocaleString('en').padStart(12)}`);
  };
  try {
    report('bare Map, sets/s', await medianOf(() => perSecond(DUE_ROWS, async () => fillMap(DUE_ROWS))));
    report('raw LMDB, puts/s', await medianOf((run) => rawPuts(join(directory, `raw-${run}`))));
    const database = await startEmbeddedDatabase({ directory: join(directory, 'db') });
    const client = await mongo.MongoClient.connect(database.uri, { maxPoolSize: CONCURRENCY });
    await measureCommands(client.db('bench'), report);
    await client.close();
    await database.close();
    const { openMs, privateMb } = await reopen(join(directory, 'db'));
    report('reopen 1,000,000 documents, ms', openMs);
    report('private memory with 1,000,000 documents, MB', privateMb);
  } finally {
    await rm(directory, { recursive: true });
  }
  return figures;
}

async function measureCommands(db: mongo.Db, report: (name: string, figure: number) => void): Promise<void> {
  // What the driver and the socket cost by themselves: nothing below can be faster one by one.
  report(
    'ping, concurrency 32, /s',
    await medianOf(() =>
      perSecond(4_000, () => inParallel(4_000, async () => void (await db.command({ ping: 1 })))),
    ),
  );
  const rows: Rows = db.collection('deliveries');
  await rows.createIndex({ channel: 1, status: 1, dueAt: 1 });
  await rows.createIndex({ broadcastId: 1, channel: 1, status: 1 });
  const insertRates: number[] = [];
  for (let run = 0; run < RUNS; run += 1)
    insertRates.push(
      await perSecond(DUE_ROWS / RUNS, () => insertRows(rows, (run * DUE_ROWS) / RUNS, DUE_ROWS / RUNS)),
    );
  report('insertMany, documents/s', median(insertRates));
  report(
    'lease claims one by one, concurrency 32, /s',
    await medianOf(() => perSecond(1_500, () => claim(rows, 1_500))),
  );
  report(
    'updateMany by _id, 500 at a time, rows/s',
    await medianOf(() => perSecond(20_000, () => updateByIds(rows, 20_000))),
  );
  report(
    'unordered bulkWrite of 500, rows/s',
    await medianOf(() => perSecond(20_000, () => bulkWrite(rows, 20_000))),
  );
  report(
    'indexed findOne, concurrency 32, /s',
    await medianOf(() => perSecond(4_000, () => findEach(rows, 4_000))),
  );
  report('cursor over 100,000, documents/s', await medianOf(() => perSecond(DUE_ROWS, () => readAll(rows))));
  report('covered count of 100,000, ms', await medianOf(() => elapsedMs(() => liveCounts(rows))));
  report(
    'longest stall beside a heavy aggregation, ms',
    await medianOf(() => stallBeside(() => heavyAggregation(rows))),
  );
  await insertRows(rows, DUE_ROWS, LARGE_ROWS - DUE_ROWS);
}

async function insertRows(rows: Rows, from: number, count: number): Promise<void> {
  const start = new Date('2026-11-23T08:00:00Z').getTime();
  for (let at = from; at < from + count; at += 1_000) {
    const batch = Array.from({ length: Math.min(1_000, from + count - at) }, (_, i): DeliveryRow => {
      const id = at + i;
      const channel = id % 3 === 0 ? 'viber' : 'telegram';
      return {
        _id: id,
        broadcastId: id % 20,
        channel,
        status: 'queued',
        dueAt: new Date(start + id),
        address: `a${id}`,
        fence: 0,
      };
    });
    await rows.insertMany(batch, { ordered: false });
  }
}

async function claim(rows: Rows, count: number): Promise<void> {
  const due = { channel: 'telegram', status: 'queued', dueAt: { $lte: new Date('2027-01-01') } };
  const lease = { $set: { status: 'leased' }, $inc: { fence: 1 } };
  await inParallel(count, async () => {
    const claimed = await rows.findOneAndUpdate(due, lease, { sort: { dueAt: 1 }, returnDocument: 'after' });
    if (!claimed) throw new Error('nothing was due');
  });
}

async function updateByIds(rows: Rows, count: number): Promise<void> {
  const fence = Math.random();
  for (let at = 0; at < count; at += 500) {
    const ids = Array.from({ length: 500 }, (_, i) => at + i);
    const { modifiedCount } = await rows.updateMany(
      { _id: { $in: ids } },
      { $set: { status: `s${fence}`, fence } },
    );
    if (modifiedCount !== 500) throw new Error(`${modifiedCount} rows changed instead of 500`);
  }
}

async function bulkWrite(rows: Rows, count: number): Promise<void> {
  const fence = Math.random();
  for (let at = 0; at < count; at += 500) {
    const operations = Array.from({ length: 500 }, (_, i) => ({
      updateOne: { filter: { _id: at + i }, update: { $set: { status: `b${fence}`, fence } } },
    }));
    await rows.bulkWrite(operations, { ordered: false });
  }
}

async function findEach(rows: Rows, count: number): Promise<void> {
  await inParallel(count, async (i) => {
    const found = await rows.findOne({ _id: (i * 7) % DUE_ROWS });
    if (!found) throw new Error('a row is missing');
  });
}

async function readAll(rows: Rows): Promise<void> {
  let seen = 0;
  for await (const _row of rows.find({}, { batchSize: 5_000 })) seen += 1;
  if (seen !== DUE_ROWS) throw new Error(`${seen} rows read instead of ${DUE_ROWS}`);
}

async function liveCounts(rows: Rows): Promise<void> {
  const wanted = Array.from({ length: 20 }, (_, i) => i);
  const group = { _id: { channel: '$channel', status: '$status' }, n: { $sum: 1 } };
  await rows.aggregate([{ $match: { broadcastId: { $in: wanted } } }, { $group: group }]).toArray();
}

async function heavyAggregation(rows: Rows): Promise<void> {
  const group = { _id: { $mod: ['$_id', 997] }, n: { $sum: 1 }, last: { $max: '$dueAt' } };
  await rows.aggregate([{ $group: group }, { $sort: { n: -1 } }]).toArray();
}

async function stallBeside(work: () => Promise<void>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await work();
  delay.disable();
  return delay.max / 1e6;
}

async function reopen(directory: string): Promise<{ openMs: number; privateMb: number }> {
  const child = fileURLToPath(new URL('./embedded-reopen.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', child, directory]);
  return JSON.parse(stdout) as { openMs: number; privateMb: number };
}

async function rawPuts(path: string): Promise<number> {
  const raw = open<Buffer, number>({ path, encoding: 'binary', keyEncoding: 'uint32' });
  const value = Buffer.alloc(150, 1);
  const rate = await perSecond(DUE_ROWS, async () => {
    for (let key = 0; key < DUE_ROWS; key += 1) void raw.put(key, value);
    await raw.flushed;
  });
  await raw.close();
  return rate;
}

function fillMap(count: number): number {
  const map = new Map<number, object>();
  for (let key = 0; key < count; key += 1) map.set(key, { key });
  return map.size;
}

/** Runs `work` `count` times, `CONCURRENCY` at once. */
async function inParallel(count: number, work: (i: number) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < count) {
      next += 1;
      await work(next - 1);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, lane));
}

async function medianOf(measure: (run: number) => Promise<number>): Promise<number> {
  const figures: number[] = [];
  for (let run = 0; run <= RUNS; run += 1) figures.push(await measure(run));
  return median(figures.slice(1));
}

function median(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0;
}

async function perSecond(count: number, work: () => Promise<unknown>): Promise<number> {
  return (count * 1_000) / (await elapsedMs(work));
}

async function elapsedMs(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
