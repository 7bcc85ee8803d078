import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EmbeddedDatabase, startEmbeddedDatabase } from '../../../../src/storage/embedded/start.js';

interface Cat {
  name: string;
  age: number;
  tags: string[];
}

const catSchema = new mongoose.Schema<Cat>(
  { name: { type: String, unique: true }, age: Number, tags: [String] },
  { timestamps: true },
);

describe('mongoose on the embedded database', () => {
  let directory: string;
  let database: EmbeddedDatabase;
  let connection: mongoose.Connection;
  let Cats: mongoose.Model<Cat>;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'visnyk-db-'));
    database = await startEmbeddedDatabase({ directory });
    connection = await mongoose.createConnection(database.uri).asPromise();
    Cats = connection.model<Cat>('Cat', catSchema);
    await Cats.createIndexes();
    await Cats.create([
      { name: 'Мурка', age: 3, tags: ['сіра', 'дворова'] },
      { name: 'Барсік', age: 4, tags: ['дворова'] },
      { name: 'Сніжок', age: 5, tags: [] },
    ]);
  });

  afterAll(async () => {
    await connection.close();
    await database.close();
    await rm(directory, { recursive: true });
  });

  it('lets nobody else into the directory of the socket', async () => {
    expect((await stat(directory)).mode & 0o777).toBe(0o700);
  });

  it('says which key a duplicate has', async () => {
    await expect(Cats.create({ name: 'Мурка' })).rejects.toMatchObject({
      code: 11000,
      keyPattern: { name: 1 },
      keyValue: { name: 'Мурка' },
    });
  });

  it('saves what changed in a document', async () => {
    const cat = await Cats.findOne({ name: 'Барсік' }).orFail();
    cat.tags.push('руда');
    cat.age = 9;
    await cat.save();
    expect(await Cats.findOne({ tags: 'руда' }).lean()).toMatchObject({ name: 'Барсік', age: 9 });
  });

  it('finds, sorts, counts and lists values', async () => {
    const names = await Cats.find({ age: { $gte: 4 } }, { name: 1 })
      .sort({ age: -1 })
      .lean();
    expect(names.map(({ name }) => name)).toEqual(['Барсік', 'Сніжок']);
    expect(await Cats.countDocuments({ tags: 'дворова' })).toBe(2);
    expect(await Cats.distinct('tags')).toEqual(['дворова', 'руда', 'сіра'].sort());
  });

  it('groups and unwinds', async () => {
    const counts = await Cats.aggregate([{ $unwind: '$tags' }, { $sortByCount: '$tags' }, { $limit: 1 }]);
    expect(counts).toEqual([{ _id: 'дворова', count: 2 }]);
  });

  it('reads a cursor batch by batch', async () => {
    const seen: string[] = [];
    for await (const { name } of Cats.find().sort({ name: 1 }).cursor({ batchSize: 1 })) seen.push(name);
    expect(seen).toEqual(['Барсік', 'Мурка', 'Сніжок']);
  });

  it('upserts one document', async () => {
    const upsert = { upsert: true, returnDocument: 'after', lean: true } as const;
    expect(await Cats.findOneAndUpdate({ name: 'Рижик' }, { $inc: { age: 1 } }, upsert)).toMatchObject({
      age: 1,
    });
    expect(await Cats.findOneAndUpdate({ name: 'Рижик' }, { $inc: { age: 1 } }, upsert)).toMatchObject({
      age: 2,
    });
    expect((await Cats.deleteOne({ name: 'Рижик' })).deletedCount).toBe(1);
  });
});
