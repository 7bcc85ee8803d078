import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const COMMAND = fileURLToPath(new URL('../../../src/commands/admin-link.ts', import.meta.url));

let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'visnyk-link-'));
});

afterEach(() => rm(dataDir, { recursive: true }));

async function run(...args: string[]) {
  const env = { PATH: process.env.PATH, DATA_DIR: dataDir, SANDBOX: 'false', PORT: '3100' };
  const child = spawn(process.execPath, ['--import', 'tsx', COMMAND, ...args], { env });
  const [exit, output, errors] = await Promise.all([
    once(child, 'exit'),
    text(child.stdout),
    text(child.stderr),
  ]);
  return { code: exit[0], output, errors };
}

const writeUri = (socket: string) =>
  writeFile(
    join(dataDir, 'mongodb.uri'),
    `mongodb://${encodeURIComponent(socket)}/visnyk?directConnection=true\n`,
  );

describe('npm run admin:link', { timeout: 60_000 }, () => {
  it('prints nothing but the link, also after a service that died and left its socket', async () => {
    await writeUri(join(dataDir, 'dead.sock'));
    const { code, output, errors } = await run();
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(output).toMatch(/^http:\/\/127\.0\.0\.1:3100\/link\/[\w-]{20,}\n$/);
  });

  it('says who is not an administrator, on standard error', async () => {
    expect(await run('nobody@rada.gov.ua')).toEqual({
      code: 1,
      output: '',
      errors: 'Адміністратора з такою поштою немає.\n',
    });
  });

  it('gives up after five seconds on a database that accepts and never answers', async () => {
    const socket = join(dataDir, 'mute.sock');
    const server = createServer(() => undefined).listen(socket);
    await once(server, 'listening');
    await writeUri(socket);
    const { code, output, errors } = await run();
    server.close();
    expect({ code, output }).toEqual({ code: 1, output: '' });
    expect(errors).toMatch(/^База даних не відповіла за 5 секунд\./);
  });
});
