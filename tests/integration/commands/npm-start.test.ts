import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { until } from '../../support/until.js';

const REPOSITORY = fileURLToPath(new URL('../../..', import.meta.url));

it('stops the service when npm start is told to stop', { timeout: 120_000 }, async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'visnyk-start-'));
  const env = { PATH: process.env.PATH, HOME: dataDir, DATA_DIR: dataDir, SANDBOX: 'false', PORT: '0' };
  const npm = spawn('npm', ['start'], { cwd: REPOSITORY, env, stdio: ['ignore', 'pipe', 'ignore'] });
  let output = '';
  npm.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  await until('the addresses', () => output.includes('Console'), 60_000);
  const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(output) ?? [];
  const stopped = once(npm, 'close');
  npm.kill('SIGTERM');
  await stopped;
  await expect(fetch(`${address}/healthz`)).rejects.toThrow();
  await rm(dataDir, { recursive: true });
});
