import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { until } from './until.js';

/** The built service. */
export const MAIN = new URL('../../dist/main.js', import.meta.url).pathname;

/** Token of the API in tests: every right. */
export const ADMIN_TOKEN = 'test-admin-token-0123456789abcdef-0123';

/** The built service in a process of its own. */
export interface ServiceProcess {
  readonly url: string;
  /** Starts the service (again) and waits until it is ready */
  start(): Promise<void>;
  /** kill -9, and waits for the end */
  kill(): Promise<void>;
  /** SIGTERM. @returns the exit code */
  stop(): Promise<number | null>;
  /** Sends a signal and does not wait for anything */
  signal(name: NodeJS.Signals): void;
  /** What the service wrote to its log so far */
  log(): string;
  api<T>(method: string, path: string, body?: unknown): Promise<{ status: number; body: T }>;
}

/**
 * A service on a free port; it is not started yet. Tests run at any hour: its city has no quiet ones, unless a test
 * wants them.
 */
export async function aService(env: Readonly<Record<string, string>>): Promise<ServiceProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const allEnv = {
    PATH: process.env.PATH ?? '',
    PORT: String(port),
    ADMIN_API_TOKEN: ADMIN_TOKEN,
    LOG_PRETTY: 'false',
    ...env,
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

  async function neverSleep(): Promise<void> {
    if (neverSleeps) return;
    const hours = { broadcasts: { quietHours: null, silence: null } };
    const { status } = await service.api('PATCH', '/settings', hours);
    if (status !== 200) throw new Error(`the settings were refused: ${status}`);
    neverSleeps = true;
  }

  const service: ServiceProcess = {
    url,
    log: () => log,
    async start() {
      const started = spawn(process.execPath, [MAIN], { env: allEnv, stdio: ['ignore', 'ignore', 'pipe'] });
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
      await neverSleep();
    },
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
    signal: (name) => void child?.kill(name),
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
  };
  return service;
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
