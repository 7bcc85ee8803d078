import { monitorEventLoopDelay } from 'node:perf_hooks';
import { beforeAll, describe, expect, it } from 'vitest';
import { useEmbedded } from './embedded-under-test.js';

describe('a look-up over many documents', () => {
  const server = useEmbedded();
  const rows = () =>
    server().client.db('scans').collection<{ _id: number; name: string; at: number }>('rows');

  beforeAll(async () => {
    await rows().createIndex({ at: 1 });
    const documents = Array.from({ length: 12_000 }, (_, i) => ({ _id: i, name: `n${i}`, at: i }));
    await rows().insertMany(documents, { ordered: false });
  });

  it('says in the log that it scanned more than 10,000, with names of fields but no values', async () => {
    await rows().findOne({ name: 'n11999' });
    expect(server().lines).toEqual([
      'slow look-up: more than 10000 documents of scans.rows scanned by no index, filter on name',
    ]);
  });

  it('says nothing when an index finds it, or counts without looking', async () => {
    const before = server().lines.length;
    await rows().findOne({ at: 11_999 });
    expect(await rows().countDocuments({ at: { $gte: 0 } })).toBe(12_000);
    expect(server().lines).toHaveLength(before);
  });

  it.each([
    ['partial', { partialFilterExpression: { due: { $exists: true } } }],
    ['sparse', { sparse: true }],
  ])('finds the few a %s index keeps without looking at the many of a group', async (name, options) => {
    const crowd = server().client.db('scans').collection(name);
    await crowd.createIndex({ group: 1, n: 1 });
    await crowd.createIndex({ due: 1 }, options);
    await crowd.insertMany(
      Array.from({ length: 12_000 }, (_, n) => ({ group: 1, n, ...(n === 7 ? { due: 5 } : {}) })),
    );
    const before = server().lines.length;
    expect(await crowd.find({ group: 1, due: { $lte: 9 } }).toArray()).toMatchObject([{ n: 7 }]);
    expect(server().lines).toHaveLength(before);
  });

  it('never stalls the thread that asks', async () => {
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    await rows()
      .aggregate([{ $group: { _id: { $mod: ['$at', 7] }, names: { $addToSet: '$name' } } }, { $count: 'n' }])
      .toArray();
    delay.disable();
    expect(delay.max / 1e6).toBeLessThan(200);
  });

  it('answers others while it works', async () => {
    const slow = rows()
      .find({ name: { $regex: '(n+)x' } })
      .sort({ name: 1 })
      .toArray();
    const order: string[] = [];
    const [,] = await Promise.all([
      slow.then(() => order.push('slow')),
      rows()
        .findOne({ _id: 5 })
        .then(() => order.push('quick')),
    ]);
    expect(order).toEqual(['quick', 'slow']);
  });

  it('refuses an expression that would never come to an end, and answers the next command', async () => {
    const texts = server().client.db('scans').collection<{ _id: number; text: string }>('texts');
    await texts.insertOne({ _id: 1, text: `${'a'.repeat(50)}!` });
    const startedAt = performance.now();
    await expect(texts.findOne({ text: /(a+)+$/ })).rejects.toMatchObject({ code: 50 });
    await expect(texts.updateOne({ text: /(a|aa)+$/ }, { $set: { text: '' } })).rejects.toMatchObject({
      code: 50,
    });
    expect(performance.now() - startedAt).toBeLessThan(3_000);
    expect(await texts.countDocuments({ text: /^(a+)!$/ })).toBe(1);
  });
});
