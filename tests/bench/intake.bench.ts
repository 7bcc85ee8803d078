import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectDatabase } from '#built/storage/connection.js';
import { startEmbeddedDatabase } from '#built/storage/embedded/start.js';
import { aService } from '../support/service.js';
import { startMessengers } from './messengers.js';
import type { Report } from './report.js';

/** What a city of a hundred thousand may send in the second after an alarm. */
const UPDATES = 2_000;
const BURST_MS = 1_000;
const BURSTS = 3;
/** As many as Telegram opens: https://core.telegram.org/bots/api#setwebhook, `max_connections` */
const CONNECTIONS = 40;
const SECRET = 'bench-webhook-secret';

/**
 * Bursts of messages of different people over several connections, while earlier ones are answered. The service is
 * killed with the last acknowledgement: what it had acknowledged must be in the database, and nothing twice.
 *
 * @param updates of one burst
 * @throws when an acknowledged update is not there
 */
export async function benchIntake(report: Report, updates = UPDATES): Promise<void> {
  const messengers = await startMessengers({ limits: false });
  const dataDir = await mkdtemp(join(tmpdir(), 'visnyk-bench-'));
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  try {
    const people = await messengers.ask('crowd', { channel: 'telegram', count: updates });
    const service = await aService({
      DATA_DIR: dataDir,
      TELEGRAM_BOT_TOKEN: await messengers.ask('token', 'telegram'),
      TELEGRAM_API_ROOT: await messengers.ask('apiRoot', 'telegram'),
      TELEGRAM_WEBHOOK_SECRET: SECRET,
      LOG_LEVEL: 'error',
    });
    await service.start();
    const url = `${service.url}/webhooks/telegram`;
    const answers: Answer[] = [];
    for (let burst = 0; burst < BURSTS; burst += 1)
      answers.push(...(await sendBurst(url, agent, people, burst * updates + 1)));
    await service.kill();
    const acknowledged = answers.filter(({ status }) => status === 200);
    const stored = await storedUpdates(dataDir);
    const kept = new Set(stored);
    const lost = acknowledged.filter(({ updateId }) => !kept.has(String(updateId))).length;
    const waits = acknowledged.map(({ ms }) => ms).toSorted((a, b) => a - b);
    const name = `intake, ${BURSTS} bursts of ${updates.toLocaleString('en')} updates/s`;
    report(`${name}, acknowledged`, acknowledged.length);
    report(`${name}, refused`, answers.length - acknowledged.length);
    report(`${name}, acknowledged and not stored`, lost);
    report(`${name}, stored twice`, stored.length - kept.size);
    report(`${name}, acknowledged after (median), ms`, waits[Math.floor(waits.length / 2)] ?? 0);
    report(`${name}, acknowledged after (99 of 100), ms`, waits[Math.floor(waits.length * 0.99)] ?? 0);
    if (lost > 0 || stored.length > kept.size)
      throw new Error(`${lost} acknowledged updates are not stored once`);
  } finally {
    agent.destroy();
    messengers.close();
    await rm(dataDir, { recursive: true });
  }
}

interface Answer {
  readonly updateId: number;
  /** 0: the connection broke */
  readonly status: number;
  /** From sending to the answer */
  readonly ms: number;
}

/** One update of each person, evenly over a second; resolves when all are answered. */
async function sendBurst(
  url: string,
  agent: Agent,
  people: readonly string[],
  firstId: number,
): Promise<Answer[]> {
  const startedMs = performance.now();
  const answers: Promise<Answer>[] = [];
  while (answers.length < people.length) {
    const due = Math.ceil(((performance.now() - startedMs) / BURST_MS) * people.length);
    for (let at = answers.length; at < Math.min(due, people.length); at += 1)
      answers.push(sendUpdate(url, agent, firstId + at, Number(people[at])));
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  return Promise.all(answers);
}

function sendUpdate(url: string, agent: Agent, updateId: number, from: number): Promise<Answer> {
  const person = { id: from, is_bot: false, first_name: 'Мешканець' };
  const message = {
    message_id: updateId,
    date: Math.floor(Date.now() / 1000),
    from: person,
    chat: { id: from, type: 'private', first_name: person.first_name },
    text: 'На вулиці Шевченка не світить жоден ліхтар, темно, діти йдуть зі школи.',
  };
  const body = JSON.stringify({ update_id: updateId, message });
  const sentMs = performance.now();
  return new Promise((resolve) => {
    const answered = (status: number) => resolve({ updateId, status, ms: performance.now() - sentMs });
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'x-telegram-bot-api-secret-token': SECRET,
    };
    const sending = request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.once('end', () => answered(response.statusCode ?? 0));
    });
    sending.once('error', () => answered(0));
    sending.end(body);
  });
}

/** Ids of the updates in the files that the killed service left. */
async function storedUpdates(dataDir: string): Promise<readonly string[]> {
  const database = await startEmbeddedDatabase({ directory: join(dataDir, 'db') });
  const connection = await connectDatabase(database.uri);
  try {
    const rows = await connection
      .collection('inbox')
      .find({}, { projection: { key: 1 } })
      .toArray();
    return rows.map(({ key }) => String(key));
  } finally {
    await connection.close();
    await database.close();
  }
}
