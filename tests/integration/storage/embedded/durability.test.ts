import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { mongo } from 'mongoose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DatabaseInUseError, startEmbeddedDatabase } from '../../../../src/storage/embedded/start.js';

const CHILD = fileURLToPath(new URL('./writer-child.ts', import.meta.url));
const KILLS = 5;

interface Row {
  readonly _id: string;
  readonly key: string;
  readonly version: number;
}

/** What the database promised before it was killed. */
interface Promises {
  readonly versions: Map<string, number>;
  refusedWith: string | undefined;
}

describe('durability', () => {
  let directory: string;
  let children: ChildProcess[];

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'visnyk-db-'));
    children = [];
  });
  afterEach(async () => {
    for (const child of children) child.kill('SIGKILL');
    await rm(directory, { recursive: true });
  });

  it('keeps every acknowledged write and every index through kill -9', { timeout: 120_000 }, async () => {
    const promises: Promises = { versions: new Map(), refusedWith: undefined };
    for (let run = 0; run < KILLS; run += 1) {
      const child = startWriter([directory, String(run)]);
      const wanted = promises.versions.size + 20 + run * 30;
      await listen(child, promises, () => promises.versions.size >= wanted && child.kill('SIGKILL'));
      await expectKept(promises);
    }
  });

  it('answers a full disk with an error and loses nothing acknowledged', { timeout: 60_000 }, async () => {
    const promises: Promises = { versions: new Map(), refusedWith: undefined };
    // A limit on the size of files stands for the full disk; its signal is ignored, so that writes fail.
    const shell = `trap '' XFSZ; ulimit -f 6000; exec "$0" --import tsx "$@"`;
    const child = remember(
      spawn('bash', ['-c', shell, process.execPath, CHILD, directory, '0', '20000'], STDIO),
    );
    await listen(child, promises, () => false);
    expect(promises.refusedWith).toBe('14031');
    expect(promises.versions.size).toBeGreaterThan(3);
    await expectKept(promises);
  });

  it('refuses a second process and says which one holds the directory', { timeout: 30_000 }, async () => {
    const child = startWriter([directory]);
    await once(createInterface({ input: child.stdout as NodeJS.ReadableStream }), 'line');
    const second = startEmbeddedDatabase({ directory });
    await expect(second).rejects.toThrow(DatabaseInUseError);
    await expect(second).rejects.toThrow(`process ${child.pid}`);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const third = await startEmbeddedDatabase({ directory });
    await expect(startEmbeddedDatabase({ directory })).rejects.toThrow('this process itself');
    await third.close();
    await (await startEmbeddedDatabase({ directory })).close();
  });

  it('serves two directories in one process', async () => {
    const databases = await Promise.all(
      ['one', 'two'].map((name) => startEmbeddedDatabase({ directory: join(directory, name) })),
    );
    for (const [i, { uri }] of databases.entries()) {
      const client = await mongo.MongoClient.connect(uri);
      const rows = client.db().collection<{ _id: number }>('rows');
      await rows.insertOne({ _id: i });
      expect(await rows.find().toArray()).toEqual([{ _id: i }]);
      await client.close();
    }
    await Promise.all(databases.map((database) => database.close()));
  });

  it('puts the socket elsewhere when its path would be too long', async () => {
    const deep = join(directory, 'd'.repeat(90));
    const database = await startEmbeddedDatabase({ directory: deep });
    expect(decodeURIComponent(database.uri)).not.toContain(deep);
    const client = await mongo.MongoClient.connect(database.uri);
    expect(await client.db().command({ ping: 1 })).toEqual({ ok: 1 });
    await client.close();
    await database.close();
  });

  const STDIO = { stdio: ['ignore', 'pipe', 'inherit'] as ('ignore' | 'pipe' | 'inherit')[] };

  function startWriter(args: readonly string[]): ChildProcess {
    return remember(spawn(process.execPath, ['--import', 'tsx', CHILD, ...args], STDIO));
  }

  function remember(child: ChildProcess): ChildProcess {
    children.push(child);
    return child;
  }

  /** Takes down the child's promises until it is gone. */
  async function listen(child: ChildProcess, promises: Promises, onLine: () => unknown): Promise<void> {
    const exited = once(child, 'exit');
    for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
      const [kind, id = '', version = '0'] = line.split(' ');
      if (kind === 'i' || kind === 'u') promises.versions.set(id, Number(version));
      if (kind === '!') promises.refusedWith = id;
      onLine();
    }
    await exited;
  }

  async function expectKept({ versions }: Promises): Promise<void> {
    const database = await startEmbeddedDatabase({ directory });
    const client = await mongo.MongoClient.connect(database.uri);
    const rows = client.db('crash').collection<Row>('rows');
    const all = await rows.find({}).hint({ $natural: 1 }).toArray();
    const found = new Map(all.map(({ _id, version }) => [_id, version]));
    const lost = [...versions].filter(([id, version]) => (found.get(id) ?? -1) < version);
    expect(lost).toEqual([]);
    expect(await rows.estimatedDocumentCount()).toBe(all.length);
    for (const hint of [{ _id: 1 }, { key: 1 }, { version: 1, key: -1 }] as const) {
      const listed = await rows.find({}).hint(hint).toArray();
      expect(listed.map(({ _id }) => _id).sort()).toEqual(all.map(({ _id }) => _id).sort());
    }
    await client.close();
    await database.close();
  }
});
