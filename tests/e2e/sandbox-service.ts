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
  /** Process id of the service itself, beside its emulators */
  servicePid(): Promise<number>;
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
    servicePid: () => childNamed(child, 'main.js'),
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

async function childNamed(parent: ChildProcess, script: string): Promise<number> {
  const list = spawn('ps', ['-o', 'pid=,ppid=,args=', '-A']);
  let text = '';
  for await (const chunk of list.stdout) text += chunk;
  const line = text
    .split('\n')
    .find((row) => row.includes(script) && row.trim().split(/\s+/)[1] === String(parent.pid));
  if (line === undefined) throw new Error(`no child runs ${script}`);
  return Number(line.trim().split(/\s+/)[0]);
}
