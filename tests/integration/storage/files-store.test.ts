import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Files } from '../../../src/services/files/files.js';
import { ensureIndexes } from '../../../src/storage/connection.js';
import { fileModel } from '../../../src/storage/files/file-model.js';
import { createFiles } from '../../../src/storage/files/files-store.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';

let database: TestDatabase;
let directory: string;
let files: Files;

beforeAll(async () => {
  database = await aDatabase();
});

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'visnyk-files-'));
  files = await createFiles({ connection: database.connection, directory, real: () => new Date() });
  await ensureIndexes(database.connection);
});

afterEach(async () => {
  await fileModel(database.connection).deleteMany({});
  await rm(directory, { recursive: true, force: true });
});

afterAll(async () => {
  await database.close();
});

const photo = Buffer.from('ліхтар на вулиці Гоголя');
const plan = Buffer.from('план благоустрою');

describe('the file store', () => {
  it('gives back what was put', async () => {
    const stored = await files.put(photo, 'image/jpeg');
    expect(stored).toEqual({
      id: 'a5e03d2b4167687661f1e8d0966d5f18f99085a08a93b26c0f1730ac4b35f213',
      contentType: 'image/jpeg',
      sizeBytes: photo.length,
      publicName: undefined,
    });
    expect(await files.get(stored.id)).toEqual(stored);
    expect(Buffer.from(await files.read(stored.id))).toEqual(photo);
  });

  it('keeps the same bytes once, however often and at once they come', async () => {
    const put = () => files.put(photo, 'image/jpeg');
    const stored = [await put(), ...(await Promise.all([put(), put(), put()]))];
    expect(new Set(stored.map(({ id }) => id)).size).toBe(1);
    expect(await fileModel(database.connection).find().lean()).toHaveLength(1);
  });

  it('mends a file whose bytes were lost or cut', async () => {
    const { id } = await files.put(photo, 'image/jpeg');
    await writeFile(join(directory, id.slice(0, 2), id), 'half');
    await files.put(photo, 'image/jpeg');
    expect(Buffer.from(await files.read(id))).toEqual(photo);
  });

  it('knows nothing of a file that was never put', async () => {
    const id = 'f'.repeat(64);
    expect(await files.get(id)).toBeUndefined();
    expect(await files.findPublic('unknown.jpg')).toBeUndefined();
    expect(await files.reference(id, 'telegram')).toBeUndefined();
    await expect(files.read(id)).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(files.publish(id)).rejects.toThrow(/there is no file/);
  });
});

describe('a public name', () => {
  it('is given once, cannot be guessed, and ends as its type does', async () => {
    const { id } = await files.put(photo, 'image/jpeg');
    const published = await Promise.all([files.publish(id), files.publish(id)]);
    expect(published[0]).toEqual(published[1]);
    expect(published[0].publicName).toMatch(/^[\w-]{22}\.jpg$/);
    expect(await files.publish(id)).toEqual(published[0]);
    expect(await files.findPublic(published[0].publicName)).toEqual(published[0]);
  });

  it('survives that the same bytes are put again', async () => {
    const { id } = await files.put(photo, 'image/jpeg');
    const { publicName } = await files.publish(id);
    expect((await files.put(photo, 'image/jpeg')).publicName).toBe(publicName);
  });

  it('is never shared: a name drawn twice is an error', async () => {
    const unlucky = await createFiles({
      connection: database.connection,
      directory,
      real: () => new Date(),
      randomName: () => 'same',
    });
    const [a, b] = [await files.put(photo, 'image/jpeg'), await files.put(plan, 'image/jpeg')];
    await unlucky.publish(a.id);
    await expect(unlucky.publish(b.id)).rejects.toMatchObject({ code: 11000 });
  });

  it('is not needed: many files have none', async () => {
    await files.put(photo, 'image/jpeg');
    await files.put(plan, 'application/pdf');
    expect(await fileModel(database.connection).find({ publicName: { $exists: false } })).toHaveLength(2);
  });
});

it("remembers each messenger's own reference of a file", async () => {
  const { id } = await files.put(photo, 'image/jpeg');
  expect(await files.reference(id, 'telegram')).toBeUndefined();
  await files.remember(id, 'telegram', 'AgACAgIAAxkB');
  await files.remember(id, 'viber', 'https://dl.viber.example/1');
  await files.remember(id, 'telegram', 'AgACAgIAAxkC');
  expect(await files.reference(id, 'telegram')).toBe('AgACAgIAAxkC');
  expect(await files.reference(id, 'viber')).toBe('https://dl.viber.example/1');
});
