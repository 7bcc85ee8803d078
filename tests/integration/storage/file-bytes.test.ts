import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFileBytes } from '../../../src/storage/files/file-bytes.js';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'visnyk-bytes-'));
});

afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

const letter = Buffer.from('Заява про ремонт вуличного освітлення');
const id = createHash('sha256').update(letter).digest('hex');
const pathOf = (name: string) => join(directory, name.slice(0, 2), name);

describe('bytes on disk', () => {
  it('are read back as they were, also after reopening', async () => {
    await (await openFileBytes(directory)).write(id, letter);
    expect(await (await openFileBytes(directory)).read(id)).toEqual(letter);
  });

  it('are written once and leave nothing beside them', async () => {
    const bytes = await openFileBytes(directory);
    await bytes.write(id, letter);
    const { ino } = await stat(pathOf(id));
    await Promise.all([bytes.write(id, letter), bytes.write(id, letter)]);
    expect((await stat(pathOf(id))).ino).toBe(ino);
    expect(await readdir(join(directory, 'incoming'))).toEqual([]);
  });

  it('are mended when the file was cut', async () => {
    const bytes = await openFileBytes(directory);
    await bytes.write(id, letter);
    await truncate(pathOf(id), 5);
    await bytes.write(id, letter);
    expect(await bytes.read(id)).toEqual(letter);
  });

  it('can be read by nobody else on the machine', async () => {
    await (await openFileBytes(directory)).write(id, letter);
    const modes = await Promise.all([pathOf(id), join(pathOf(id), '..')].map((path) => stat(path)));
    expect(modes.map(({ mode }) => mode & 0o077)).toEqual([0, 0]);
  });

  it('that are missing are an error, not an empty file', async () => {
    await expect((await openFileBytes(directory)).read(id)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('have no names that lead out of the directory', async () => {
    const bytes = await openFileBytes(directory);
    await expect(bytes.read('../../../etc/passwd')).rejects.toThrow(TypeError);
    await expect(bytes.write('..', letter)).rejects.toThrow(TypeError);
  });

  it('leave no temporary file when they cannot be written', async () => {
    const bytes = await openFileBytes(directory);
    await mkdir(pathOf(id), { recursive: true }); // where the file should be
    await expect(bytes.write(id, letter)).rejects.toMatchObject({ code: 'EISDIR' });
    expect(await readdir(join(directory, 'incoming'))).toEqual([]);
  });
});

it('clears what interrupted writes left, but not what another process writes now', async () => {
  await openFileBytes(directory);
  const [stale, fresh] = ['stale', 'fresh'].map((name) => join(directory, 'incoming', name)) as [
    string,
    string,
  ];
  await writeFile(stale, 'half');
  await writeFile(fresh, 'half');
  const twoHoursAgo = new Date(Date.now() - 2 * 60 * 60 * 1000);
  await utimes(stale, twoHoursAgo, twoHoursAgo);
  await openFileBytes(directory);
  expect(await readdir(join(directory, 'incoming'))).toEqual(['fresh']);
});
