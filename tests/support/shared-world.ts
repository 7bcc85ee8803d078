import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Emulators, startEmulators } from '../../src/sandbox/emulators/start.js';
import { aService, type ServiceProcess } from './service.js';
import { until } from './until.js';
import { reaching } from './world.js';

const DB_SERVE = new URL('../../dist/commands/db-serve.js', import.meta.url).pathname;

/** Several services on one database that `npm run db:serve` serves, beside emulated messengers without limits. */
export interface SharedWorld {
  readonly emulators: Emulators;
  /** Not started yet */
  readonly services: readonly ServiceProcess[];
  readonly database: { start(): Promise<void>; kill(): Promise<void> };
  close(): Promise<void>;
}

/** @param env further settings of every service */
export async function aSharedWorld(
  count: number,
  env: Readonly<Record<string, string>> = {},
): Promise<SharedWorld> {
  const dataDir = mkdtempSync(join(tmpdir(), 'visnyk-shared-'));
  const emulators = await startEmulators({ limits: { telegram: false, viber: false } });
  let database: ChildProcess | undefined;
  let uri = '';

  async function start(): Promise<void> {
    const started = spawn(process.execPath, [DB_SERVE], {
      env: { DATA_DIR: dataDir },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    database = started;
    uri = await lineWith('mongodb://', started);
  }
  async function kill(): Promise<void> {
    if (!database || database.exitCode !== null || database.signalCode !== null) return;
    const ended = once(database, 'exit');
    database.kill('SIGKILL');
    await ended;
  }

  await start();
  const settings = { ...reaching(emulators), DATA_DIR: dataDir, MONGODB_URI: uri, ...env };
  const services = await Promise.all(Array.from({ length: count }, () => aService(settings)));
  return {
    emulators,
    services,
    database: { start, kill },
    async close() {
      await Promise.all(services.map((service) => service.kill()));
      await kill();
      await emulators.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function lineWith(start: string, { stdout }: ChildProcess): Promise<string> {
  let text = '';
  stdout?.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  return until(`a line «${start}…»`, () => text.split('\n').find((line) => line.startsWith(start)));
}
