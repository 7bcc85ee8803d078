import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Emulators, type EmulatorsOptions, startEmulators } from '../../src/sandbox/emulators/start.js';
import { until } from './until.js';

/** The built service. */
export const MAIN = new URL('../../dist/main.js', import.meta.url).pathname;

/** Token of the API in tests: every right. */
export const ADMIN_TOKEN = 'test-admin-token-0123456789abcdef-0123';

/** The built service in a process of its own, beside emulated messengers in this one. */
export interface World {
  readonly emulators: Emulators;
  readonly dataDir: string;
  readonly url: string;
  /** Starts the service (again) and waits until it is ready */
  start(): Promise<void>;
  /** kill -9, and waits for the end */
  kill(): Promise<void>;
  /** SIGTERM. @returns the exit code */
  stop(): Promise<number | null>;
  /** What the service wrote to its log so far */
  log(): string;
  api<T>(method: string, path: string, body?: unknown): Promise<{ status: number; body: T }>;
  close(): Promise<void>;
}

/** Builds the world; the service is not started yet. */
export async function aWorld(
  options: { readonly emulators?: EmulatorsOptions; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<World> {
  const emulators = await startEmulators(options.emulators);
  const dataDir = mkdtempSync(join(tmpdir(), 'visnyk-world-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    PATH: process.env.PATH ?? '',
    DATA_DIR: dataDir,
    PORT: String(port),
    TELEGRAM_BOT_TOKEN: emulators.telegram.token,
    TELEGRAM_API_ROOT: emulators.telegram.apiRoot,
    VIBER_AUTH_TOKEN: emulators.viber.token,
    VIBER_API_ROOT: emulators.viber.apiRoot,
    ADMIN_API_TOKEN: ADMIN_TOKEN,
    LOG_PRETTY: 'false',
    ...options.env,
  };
  let child: ChildProcess | undefined;
  let log = '';
  let neverSleeps = false;

  async function end(signal: NodeJS.Signals): Promise<number | null> {
    const ending = child;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return ending?.exitCode ?? null;
    const exited = once(ending, 'exit');
    ending.kill(signal);
    await exited;
    return ending.exitCode;
  }

  /** Tests run at any hour: this city has no quiet ones, unless a test wants them. */
  async function setHours(broadcasts: object): Promise<void> {
    const { status } = await world.api('PATCH', '/settings', { broadcasts });
    if (status !== 200) throw new Error(`the settings were refused: ${status}`);
  }

  const world: World = {
    emulators,
    dataDir,
    url,
    log: () => log,
    async start() {
      const started = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'ignore', 'pipe'] });
      child = started;
      started.stderr?.on('data', (chunk: Buffer) => {
        log += chunk.toString();
      });
      await until(
        'the service to be ready',
        async () => {
          if (started.exitCode !== null) throw new Error(`the service ended: ${log}`);
          return (await fetch(`${url}/readyz`).catch(() => undefined))?.ok;
        },
        20_000,
      );
      await registerViber(emulators, url);
      if (!neverSleeps) await setHours({ quietHours: null, silence: null });
      neverSleeps = true;
    },
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
    async api<T>(method: string, path: string, body?: unknown) {
      const isText = typeof body === 'string';
      const response = await fetch(`${url}/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${ADMIN_TOKEN}`,
          ...(body === undefined
            ? {}
            : { 'content-type': isText ? 'application/x-ndjson' : 'application/json' }),
        },
        ...(body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }),
        signal: AbortSignal.timeout(30_000),
      });
      const text = await response.text();
      return { status: response.status, body: (text ? JSON.parse(text) : undefined) as T };
    },
    async close() {
      await end('SIGKILL');
      await emulators.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  return world;
}

/** Without a public address nobody tells Viber where we are; the test does, as a city's IT person would. */
async function registerViber({ viber }: Emulators, url: string): Promise<void> {
  const response = await fetch(`${viber.apiRoot}/set_webhook`, {
    method: 'POST',
    headers: { 'X-Viber-Auth-Token': viber.token },
    body: JSON.stringify({ url: `${url}/webhooks/viber`, send_name: true }),
  });
  const { status, status_message } = (await response.json()) as { status: number; status_message: string };
  if (status !== 0) throw new Error(`Viber's emulator refused the webhook: ${status_message}`);
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
