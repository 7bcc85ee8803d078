import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../src/app.js';
import { parseConfig } from '../../src/config.js';
import { type Emulators, type EmulatorsOptions, startEmulators } from '../../src/sandbox/emulators/start.js';
import { ADMIN_TOKEN } from './service.js';
import { silentLogger } from './silent-logger.js';
import { reaching, registerViber } from './world.js';

/** The service in this process, beside emulated messengers, in a city whose calendar the test turns. */
export interface TimedWorld {
  readonly emulators: Emulators;
  /** Moves the city's calendar there; it goes on from that moment */
  turnTo(iso: string): void;
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: unknown): Promise<T>;
  /** @param body lines of JSON when it is a string */
  call<T>(method: string, path: string, body?: unknown): Promise<T>;
  close(): Promise<void>;
}

/** @param start the city's time at first */
export async function aTimedWorld(start: string, options: EmulatorsOptions = {}): Promise<TimedWorld> {
  const offset = { ms: 0 };
  const turnTo = (iso: string) => {
    offset.ms = Date.parse(iso) - Date.now();
  };
  turnTo(start);
  const emulators = await startEmulators({ limits: { telegram: false, viber: false }, ...options });
  const dataDir = mkdtempSync(join(tmpdir(), 'visnyk-timed-'));
  const env = { DATA_DIR: dataDir, PORT: '0', ADMIN_API_TOKEN: ADMIN_TOKEN, ...reaching(emulators) };
  const config = parseConfig(env, { read: () => '', dataDirHoldsRealData: () => false });
  const clocks = { now: () => new Date(Date.now() + offset.ms), real: () => new Date() };
  const app = createApp(config, { log: silentLogger, clocks });
  const { port } = await app.start();
  const url = `http://127.0.0.1:${port}`;
  await registerViber(emulators, url);
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const isLines = typeof body === 'string';
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${ADMIN_TOKEN}`,
        'content-type': isLines ? 'application/x-ndjson' : 'application/json',
      },
      ...(body === undefined ? {} : { body: isLines ? body : JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };
  return {
    emulators,
    turnTo,
    call,
    get: (path) => call('GET', path),
    post: (path, body) => call('POST', path, body),
    async close() {
      await app.stop();
      await emulators.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
