import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStores } from '#built/app/stores.js';
import { DAYS_SHOWN } from '#built/services/daily-counts/daily-counts.js';
import { createSecret, hashSecret } from '#built/services/staff/secrets.js';
import { connectDatabase, ensureIndexes } from '#built/storage/connection.js';
import { startEmbeddedDatabase } from '#built/storage/embedded/start.js';
import { createStaffStores } from '#built/storage/staff/staff-stores.js';
import { NAVIGATION } from '#built/web/navigation.js';
import { type FilledCity, fillCity } from '../support/large-city.js';
import { aService } from '../support/service.js';
import { until } from '../support/until.js';
import type { Report } from './report.js';

const CITY = { subscribers: 100_000, appeals: 50_000, broadcasts: 60, reach: 1_000, lastReach: 100_000 };
const RUNS = 5;
const KB = 1024;

/** Every page of the menu in a large city on the embedded database: time at the server, and weight with sheets and scripts. */
export async function benchConsole(report: Report): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'visnyk-bench-'));
  try {
    const { city, cookie } = await prepare(dataDir);
    const service = await aService({ DATA_DIR: dataDir, SANDBOX: 'false', LOG_LEVEL: 'error' });
    await service.start();
    try {
      await daysCounted(dataDir);
      for (const path of pagesOf(city)) {
        const { ms, bytes } = await measure(service.url, path, cookie);
        const name = path.replace(city.appeal, '{number}').replace(city.broadcast, '{id}');
        report(`console ${name}, ms`, ms);
        report(`console ${name}, kB`, bytes / KB);
      }
    } finally {
      await service.kill();
    }
  } finally {
    await rm(dataDir, { recursive: true });
  }
}

/** The charts' days are counted once, when a service meets a database that has never counted them. */
async function daysCounted(dataDir: string): Promise<void> {
  const connection = await connectDatabase(readFileSync(join(dataDir, 'mongodb.uri'), 'utf8').trim());
  try {
    const days = connection.collection('dailyCounts');
    await until('the days to be counted', async () => (await days.countDocuments()) >= DAYS_SHOWN, 60_000);
  } finally {
    await connection.close();
  }
}

function pagesOf({ appeal, broadcast }: FilledCity): readonly string[] {
  return [
    ...NAVIGATION.map(({ href }) => href),
    `/appeals/${appeal}`,
    `/broadcasts/${broadcast}`,
    `/broadcasts/${broadcast}/deliveries`,
    '/broadcasts/new',
  ];
}

/** Fills the database while no service holds it, and signs an administrator in. */
async function prepare(dataDir: string): Promise<{ readonly city: FilledCity; readonly cookie: string }> {
  const database = await startEmbeddedDatabase({ directory: join(dataDir, 'db') });
  const connection = await connectDatabase(database.uri);
  try {
    const now = new Date();
    const { accounts, sessions } = createStaffStores(connection);
    await createStores(connection, dataDir, () => now);
    await ensureIndexes(connection);
    const city = await fillCity(connection, CITY, now);
    const account = await accounts.insert({
      email: 'bench@demo.invalid',
      name: 'Олена Коваль',
      position: '',
      roles: ['administrator', 'head'],
      departmentIds: [],
      active: true,
      passwordHash: undefined,
      createdAt: now,
    });
    if (!account) throw new Error('the account was there before');
    const secret = createSecret();
    const expiresAt = new Date(now.getTime() + 3_600_000);
    const session = { staffId: account.id, proof: 'second-factor', from: '', createdAt: now } as const;
    await sessions.insert({ ...session, id: hashSecret(secret), seenAt: now, expiresAt });
    return { city, cookie: `visnyk=${secret}` };
  } finally {
    await connection.close();
    await database.close();
  }
}

async function measure(origin: string, path: string, cookie: string) {
  const times: number[] = [];
  let html = '';
  for (let run = 0; run < RUNS; run += 1) {
    const startedMs = performance.now();
    html = await textOf(`${origin}${path}`, cookie);
    times.push(performance.now() - startedMs);
  }
  const assets = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(
    ([, asset]) => `${origin}${asset}`,
  );
  const texts = await Promise.all(assets.map((asset) => textOf(asset, cookie)));
  const bytes = [html, ...texts].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return { ms: times.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0, bytes };
}

async function textOf(url: string, cookie: string): Promise<string> {
  const response = await fetch(url, { headers: { cookie }, redirect: 'error' });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.text();
}
