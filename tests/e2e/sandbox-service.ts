import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** An idle machine needs a tenth of it. */
const START_MS = 90_000;
const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

export interface SandboxService {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the built service as a stranger would: no settings, an empty data directory, a free port. */
export async function startSandboxService(): Promise<SandboxService> {
  const dataDir = await mkdtemp(join(tmpdir(), 'visnyk-e2e-'));
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    DATA_DIR: dataDir,
    PORT: '0',
    LOG_LEVEL: 'warn',
  };
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await printedUrl(child).catch((error: unknown) => {
    child.kill('SIGTERM');
    throw error;
  });
  return {
    url,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function printedUrl(child: ChildProcess): Promise<string> {
  const deadline = AbortSignal.timeout(START_MS);
  let printed = '';
  while (child.stdout && !deadline.aborted) {
    const [chunk] = await once(child.stdout, 'data', { signal: deadline });
    printed += String(chunk);
    const [, url] = /Sandbox\s+(http:\S+)\/sandbox/.exec(printed) ?? [];
    if (url !== undefined) return url;
  }
  throw new Error(`the service printed no address: ${printed}`);
}
