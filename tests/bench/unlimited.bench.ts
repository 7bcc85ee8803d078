import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { autoRetry } from '@grammyjs/auto-retry';
import { apiThrottler } from '@grammyjs/transformer-throttler';
import { Api } from 'grammy';
import { createTelegramChannel } from '#built/channels/telegram/channel.js';
import { MAX_IN_FLIGHT, RESERVED_FOR_REPLIES } from '#built/services/outbox/picker.js';
import { Sender } from '#built/services/outbox/sender.js';
import { Uploads } from '#built/services/outbox/uploads.js';
import { createBroadcastStore } from '#built/storage/broadcasts/broadcast-store.js';
import { connectDatabase, ensureIndexes } from '#built/storage/connection.js';
import { startEmbeddedDatabase } from '#built/storage/embedded/start.js';
import { createOutboxStore } from '#built/storage/outbox/outbox-store.js';
import { sendingBroadcast } from '../support/new-broadcast.js';
import { silentLogger } from '../support/silent-logger.js';
import { until } from '../support/until.js';
import { startMessengers } from './messengers.js';
import type { Report } from './report.js';

/** Requests a broadcast may have under way: as many workers has the bare loop. */
const WORKERS = MAX_IN_FLIGHT - RESERVED_FOR_REPLIES;
const RUNS = 3;
const MESSAGES = 3_000;
/** The throttler keeps to 30 a second, whatever the server does. */
const THROTTLED_MESSAGES = 150;
const TEXT = 'Завтра з 9:00 до 12:00 не буде води на вулиці Шевченка.';

interface Bench {
  readonly token: string;
  readonly apiRoot: string;
  readonly chats: readonly string[];
}

/**
 * Without any limit: our sender, which writes every row durably three times, beside as many workers over one bare
 * grammY Api that write nothing, and beside grammY's own plugins.
 */
export async function benchUnlimited(report: Report): Promise<void> {
  const messengers = await startMessengers({ limits: false });
  try {
    const bench = {
      token: await messengers.ask('token', 'telegram'),
      apiRoot: await messengers.ask('apiRoot', 'telegram'),
      chats: await messengers.ask('crowd', { channel: 'telegram', count: MESSAGES }),
    };
    for (const latencyMs of [0, 50]) {
      await messengers.ask('latency', latencyMs);
      await measure(`at ${latencyMs} ms`, bench, report);
    }
  } finally {
    messengers.close();
  }
}

async function measure(name: string, bench: Bench, report: Report): Promise<void> {
  const bare = await medianOf(() => loop(bench, new Api(bench.token, { apiRoot: bench.apiRoot })));
  report(`${name}: ${WORKERS} workers over one grammY Api, messages/s`, bare);
  const ours = await medianOf(() => ourSender(bench));
  report(`${name}: our sender, every row durable, messages/s`, ours);
  report(`${name}: our sender beside the bare loop`, ours / bare);
  const retrying = new Api(bench.token, { apiRoot: bench.apiRoot });
  retrying.config.use(autoRetry());
  report(`${name}: grammY with auto-retry, messages/s`, await loop(bench, retrying));
  const throttled = new Api(bench.token, { apiRoot: bench.apiRoot });
  throttled.config.use(apiThrottler());
  const few = { ...bench, chats: bench.chats.slice(0, THROTTLED_MESSAGES) };
  report(`${name}: grammY with its throttler, messages/s`, await loop(few, throttled));
}

/** @returns messages per second */
async function loop({ chats }: Bench, api: Api): Promise<number> {
  const waiting = [...chats];
  const startedMs = performance.now();
  await Promise.all(
    Array.from({ length: WORKERS }, async () => {
      for (let chat = waiting.pop(); chat !== undefined; chat = waiting.pop())
        await api.sendMessage(Number(chat), TEXT, { parse_mode: 'HTML' });
    }),
  );
  return perSecond(chats.length, startedMs);
}

/** From the first look at planned rows until each is durably sent. @returns messages per second */
async function ourSender(bench: Bench): Promise<number> {
  const directory = await mkdtemp(join(tmpdir(), 'visnyk-bench-'));
  const database = await startEmbeddedDatabase({ directory });
  const connection = await connectDatabase(database.uri);
  const broadcasts = createBroadcastStore(connection);
  const store = createOutboxStore(connection);
  await ensureIndexes(connection);
  const id = await plannedBroadcast(broadcasts, bench.chats);
  const sender = new Sender({
    channel: createTelegramChannel(bench),
    store,
    pace: { perSecond: Number.POSITIVE_INFINITY, perAddressMs: 0 },
    uploads: new Uploads('bench', NO_FILES),
    sendable: async () => [{ id, alert: false, important: true }],
    content: async () => ({ format: 'plain', text: TEXT }),
    change: async () => undefined,
    held: async () => [],
    onUnreachable: async () => {},
    pauseBroadcast: async () => {},
    real: () => new Date(),
    random: Math.random,
    log: silentLogger,
  });
  const stopping = new AbortController();
  const startedMs = performance.now();
  const running = sender.run({ fence: 1, signal: stopping.signal, remainingMs: () => 12_000 });
  await until('every row to be sent', async () => !(await broadcasts.hasWaiting(id)), 120_000);
  const figure = perSecond(bench.chats.length, startedMs);
  stopping.abort();
  await running;
  await connection.close();
  await database.close();
  await rm(directory, { recursive: true });
  return figure;
}

const NO_FILES = {
  read: () => Promise.reject(new Error('no files here')),
  get: async () => undefined,
  reference: async () => undefined,
  remember: async () => undefined,
};

async function plannedBroadcast(
  broadcasts: ReturnType<typeof createBroadcastStore>,
  chats: readonly string[],
): Promise<string> {
  const at = new Date();
  const { id } = await broadcasts.insert(sendingBroadcast(at, { title: 'Вода', text: TEXT }));
  const rows = chats.map((address, i) => ({
    id: i.toString(16).padStart(24, '0'),
    address,
    locale: 'uk' as const,
    channel: 'telegram' as const,
    dueAt: at,
    batch: undefined,
  }));
  await broadcasts.addDeliveries(id, rows);
  return id;
}

function perSecond(count: number, startedMs: number): number {
  return count / ((performance.now() - startedMs) / 1_000);
}

async function medianOf(run: () => Promise<number>): Promise<number> {
  const figures: number[] = [];
  for (let i = 0; i < RUNS; i += 1) figures.push(await run());
  return figures.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
}
