import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { mongo } from 'mongoose';
import { expect, it } from 'vitest';

const COMMAND = fileURLToPath(new URL('../../../../src/commands/db-serve.ts', import.meta.url));

it('serves the database alone until it is told to stop', { timeout: 30_000 }, async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'visnyk-data-'));
  const child = spawn(process.execPath, ['--import', 'tsx', COMMAND], {
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  try {
    const [uri] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    const uriFile = join(dataDir, 'mongodb.uri');
    expect((await readFile(uriFile, 'utf8')).trim()).toBe(uri);
    expect((await stat(uriFile)).mode & 0o777).toBe(0o600);
    const client = await mongo.MongoClient.connect(uri);
    await client.db().collection<{ _id: number }>('kept').insertOne({ _id: 1 });
    await client.close();
    child.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);
    await expect(stat(uriFile)).rejects.toThrow('ENOENT');
  } finally {
    child.kill('SIGKILL');
    await rm(dataDir, { recursive: true });
  }
});
