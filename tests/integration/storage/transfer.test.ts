import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Binary, BSONRegExp, Decimal128, Double, EJSON, Int32, Long, ObjectId } from 'bson';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSecretKey } from '../../../src/app/secret-key.js';
import { createFiles } from '../../../src/storage/files/files-store.js';
import { exportAll } from '../../../src/storage/transfer/export.js';
import { importAll } from '../../../src/storage/transfer/import.js';
import { readManifest } from '../../../src/storage/transfer/manifest.js';
import { assertNoHalfImport } from '../../../src/storage/transfer/transfer-mark.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';

const NOW = new Date('2026-11-24T08:00:00Z');
const onProgress = () => undefined;

let directory: string;
let source: TestDatabase;
let target: TestDatabase;

const at = (...names: string[]) => join(directory, ...names);
const take = (from = at('copy')) =>
  importAll({ connection: target.connection, dataDir: at('new'), from, now: NOW, onProgress });
const make = (to = at('copy')) =>
  exportAll({ connection: source.connection, dataDir: at('old'), to, now: NOW, onProgress });

/** Every document of a database with its exact types, by collection. */
async function everything({ connection }: TestDatabase) {
  const names = (await connection.db?.listCollections().toArray())?.map(({ name }) => name) ?? [];
  const lists = await Promise.all(
    names
      .filter((name) => name !== 'imports')
      .sort()
      .map(async (name) => {
        const rows = connection.collection(name).find({}, { sort: { _id: 1 }, promoteValues: false });
        return [name, EJSON.stringify(await rows.toArray(), { relaxed: false })];
      }),
  );
  return Object.fromEntries(lists);
}

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'visnyk-transfer-'));
  [source, target] = await Promise.all([aDatabase(), aDatabase()]);
  const files = await createFiles({
    connection: source.connection,
    directory: at('old', 'files'),
    real: () => NOW,
  });
  await files.put(new Uint8Array([1, 2, 3]), 'image/jpeg');
  await openSecretKey(at('old'));
  await source.connection.collection('appeals').insertMany(
    Array.from({ length: 1_201 }, (_, n) => ({
      number: `Н-2026-${n}`,
      text: `«Яма» 'з' апострофом’ \u2028 і 🚧 ${n}`,
      at: new Date(n),
    })),
  );
});
afterEach(async () => {
  await Promise.all([source.close(), target.close()]);
  await rm(directory, { recursive: true });
});

describe('a copy taken into an empty database', () => {
  it('is the same, to the last type and byte', async () => {
    await source.connection.collection('oddities').insertMany([
      { long: Long.fromString('9007199254740993'), small: new Int32(1), whole: new Double(1), none: null },
      { nan: new Double(Number.NaN), minus: new Double(-0), money: Decimal128.fromString('12.340') },
      { raw: new Binary(new Uint8Array([0, 255])), uuid: new Binary(Buffer.alloc(16, 7), 4) },
      { words: new BSONRegExp('^ям', 'i'), list: [[], {}, [new ObjectId()]], $price: 1, 'a.b': 2 },
      { day: { of: 1 }, early: new Date(-1), late: new Date('9999-12-31T23:59:59Z') },
    ]);
    const before = await everything(source);
    await make();
    const { manifest, held } = await take();
    expect(await everything(target)).toEqual(before);
    expect(held).toEqual({ broadcasts: 0, messages: 0 });
    expect(manifest.files).toHaveLength(1);
    const [file] = manifest.files;
    const path = ['files', file?.id.slice(0, 2) ?? '', file?.id ?? ''];
    expect(await readFile(at('new', ...path))).toEqual(await readFile(at('old', ...path)));
    expect(await readFile(at('new', 'secret.key'), 'utf8')).toBe(
      await readFile(at('old', 'secret.key'), 'utf8'),
    );
    await expect(assertNoHalfImport(target.connection)).resolves.toBeUndefined();
  });

  it('can be copied again', async () => {
    await make();
    await take();
    await exportAll({
      connection: target.connection,
      dataDir: at('new'),
      to: at('again'),
      now: NOW,
      onProgress,
    });
    const sums = async (name: string) =>
      (await readManifest(at(name))).collections.map(({ name: of, sha256 }) => [of, sha256]);
    expect(await sums('again')).toEqual(await sums('copy'));
  });
});

describe('a copy that is not whole', () => {
  it.each([
    ['a changed document', 'collections/appeals.ndjson', 'не такий, яким його записано'],
    ['a broken list of contents', 'manifest.json', 'пошкоджено'],
  ])('with %s is refused before anything is written', async (_, name, sentence) => {
    await make();
    const text = await readFile(at('copy', name), 'utf8');
    await writeFile(at('copy', name), text.replace(/[0-9]/, 'x'));
    await expect(take()).rejects.toThrow(sentence);
    expect(await everything(target)).toEqual({});
  });

  it('without its list of contents was cut off, and is refused', async () => {
    await make();
    await rm(at('copy', 'manifest.json'));
    await expect(take()).rejects.toThrow('не завершено');
  });

  it('cannot name anything outside itself', async () => {
    await make();
    const manifest = JSON.parse(await readFile(at('copy', 'manifest.json'), 'utf8'));
    manifest.collections[0].name = '../../../etc/passwd';
    await writeFile(at('copy', 'manifest.json'), JSON.stringify(manifest));
    await expect(take()).rejects.toThrow('collections.0.name');
  });

  it('is never mixed with what is in the directory already', async () => {
    await make();
    await expect(make()).rejects.toThrow('не порожній');
  });

  it('is not made of a file that rotted on the disk', async () => {
    const { files } = await make(at('first'));
    const id = files[0]?.id ?? '';
    await writeFile(at('old', 'files', id.slice(0, 2), id), 'rot');
    await expect(make()).rejects.toThrow(`файл ${id} пошкоджено`);
  });
});

describe('where a copy is taken to', () => {
  it('must be empty', async () => {
    await make();
    await target.connection.collection('staff').insertOne({ name: 'Ірина' });
    await expect(take()).rejects.toThrow('лише в порожню');
    expect(Object.keys(await everything(target))).toEqual(['staff']);
  });

  it('must not have a key of other data', async () => {
    await make();
    await openSecretKey(at());
    const other = { connection: target.connection, dataDir: at(), from: at('copy'), now: NOW, onProgress };
    await expect(importAll(other)).rejects.toThrow('належить іншим даним');
  });

  it('goes on after an interruption, and is not served before', async () => {
    const before = await everything(source);
    await make();
    const cutOff = new Error('cut off');
    const interrupted = importAll({
      connection: target.connection,
      dataDir: at('new'),
      from: at('copy'),
      now: NOW,
      onProgress: ({ what, done }) => {
        if (what === 'appeals' && done >= 500) throw cutOff;
      },
    });
    await expect(interrupted).rejects.toBe(cutOff);
    await expect(assertNoHalfImport(target.connection)).rejects.toThrow('не завершено');
    await make(at('another'));
    await expect(take(at('another'))).rejects.toThrow('лише в порожню');
    await take();
    expect(await everything(target)).toEqual(before);
    await assertNoHalfImport(target.connection);
  });
});

it('a copy made at work sends nothing twice: what waited is held for a person', async () => {
  const { connection } = source;
  await connection.collection('leases').insertOne({
    ...{ holder: randomUUID(), fence: 1, until: new Date(NOW.getTime() + 5_000) },
  });
  await connection
    .collection('broadcasts')
    .insertMany(['draft', 'approved', 'scheduled', 'sending', 'finished'].map((status) => ({ status })));
  await connection
    .collection('messages')
    .insertMany(['queued', 'leased', 'sending', 'sent'].map((status) => ({ key: status, status })));
  await make();
  const { held } = await take();
  expect(held).toEqual({ broadcasts: 3, messages: 3 });
  const of = async (name: string) =>
    (await target.connection.collection(name).find({}).toArray()).map(({ status }) => status);
  expect(await of('broadcasts')).toEqual(['draft', 'paused', 'paused', 'paused', 'finished']);
  expect(await of('messages')).toEqual(['unknown', 'unknown', 'unknown', 'sent']);
});
