import { mongo } from 'mongoose';
import { describe, expect, it } from 'vitest';
import { useEmbedded } from './embedded-under-test.js';

const { Decimal128, Long } = mongo;

/** Everything MongoDB has and this database has not is refused by name: never done differently in silence. */
const UNSUPPORTED: readonly (readonly [named: string, command: mongo.Document, codes: readonly number[]])[] =
  [
    ...['$where', '$expr', '$text', '$jsonSchema'].map(
      (name) => [name, { find: 'c', filter: { [name]: {} } }, [115]] as const,
    ),
    ...['$mod', '$near', '$geoWithin', '$bitsAllSet'].map(
      (name) => [name, { find: 'c', filter: { a: { [name]: [1, 0] } } }, [115]] as const,
    ),
    ...['$mul', '$rename', '$bit', '$pop', '$pullAll'].map(
      (name) => [name, { findAndModify: 'c', update: { [name]: { a: 1 } } }, [115]] as const,
    ),
    ...[
      '$out',
      '$merge',
      '$unionWith',
      '$graphLookup',
      '$setWindowFields',
      '$sample',
      '$bucketAuto',
      '$redact',
      '$changeStream',
    ].map((name) => [name, { aggregate: 'c', pipeline: [{ [name]: {} }], cursor: {} }, [115]] as const),
    ...['$function', '$dateTrunc', '$dateAdd', '$regexMatch', '$convert', '$sortArray', '$zip'].map(
      (name) =>
        [
          name,
          { aggregate: 'c', pipeline: [{ $project: { a: { [name]: {} } } }], cursor: {} },
          [168],
        ] as const,
    ),
    [
      '$stdDevPop',
      { aggregate: 'c', pipeline: [{ $group: { _id: 1, a: { $stdDevPop: '$a' } } }], cursor: {} },
      [115],
    ],
    [
      'timezone',
      {
        aggregate: 'c',
        pipeline: [{ $project: { a: { $hour: { date: '$a', timezone: 'Europe/Kyiv' } } } }],
        cursor: {},
      },
      [115],
    ],
    [
      'pipeline',
      { aggregate: 'c', pipeline: [{ $lookup: { from: 'd', pipeline: [], as: 'x' } }], cursor: {} },
      [115],
    ],
    ['pipeline as an update', { findAndModify: 'c', update: [{ $set: { a: 1 } }] }, [115]],
    ['collation', { find: 'c', collation: { locale: 'uk' } }, [115]],
    ['tailable', { find: 'c', tailable: true }, [115]],
    ['let', { find: 'c', let: { x: 1 } }, [115]],
    ['$meta', { find: 'c', projection: { a: { $meta: 'textScore' } } }, [115]],
    ['$slice', { find: 'c', projection: { a: { $slice: 2 } } }, [115]],
    ['$slice', { find: 'c', projection: { a: { $slice: [1, 2] } } }, [115]],
    ['$elemMatch', { find: 'c', projection: { a: { $elemMatch: { x: 1 } } } }, [115]],
    ["'a.$'", { find: 'c', filter: { a: 1 }, projection: { 'a.$': 1 } }, [115]],
    ['$meta', { find: 'c', sort: { a: { $meta: 'textScore' } } }, [115]],
    ['snapshot', { find: 'c', readConcern: { level: 'snapshot' } }, [115]],
    ['capped', { create: 'd', capped: true, size: 100 }, [115]],
    ['validator', { create: 'd', validator: { a: 1 } }, [115]],
    ['timeseries', { create: 'd', timeseries: { timeField: 't' } }, [115]],
    ['text', { createIndexes: 'c', indexes: [{ key: { a: 'text' }, name: 'x' }] }, [115]],
    ['2dsphere', { createIndexes: 'c', indexes: [{ key: { a: '2dsphere' }, name: 'x' }] }, [115]],
    ['$**', { createIndexes: 'c', indexes: [{ key: { '$**': 1 }, name: 'x' }] }, [115]],
    ['hidden', { createIndexes: 'c', indexes: [{ key: { a: 1 }, name: 'x', hidden: true }] }, [115]],
    [
      'collation',
      { createIndexes: 'c', indexes: [{ key: { a: 1 }, name: 'x', collation: { locale: 'uk' } }] },
      [115],
    ],
    ['mapReduce', { mapReduce: 'c' }, [59]],
    ['renameCollection', { renameCollection: 'a.b', to: 'a.c' }, [59]],
    ['commitTransaction', { commitTransaction: 1 }, [59]],
    ['createUser', { createUser: 'x' }, [59]],
  ];

describe('what the embedded database has not', () => {
  const server = useEmbedded();

  it.each(UNSUPPORTED)('%s is refused by name', async (named, command, codes) => {
    const db = server().client.db('refusals');
    await db.collection('c').insertOne({ a: 1 });
    const error = await db.command(command).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(mongo.MongoServerError);
    const { code, message } = error as mongo.MongoServerError;
    expect(codes).toContain(code);
    expect(message).toContain(named);
  });

  it('computes with no number that it would round', async () => {
    const collection = server().client.db('refusals').collection('numbers');
    await collection.insertMany([
      { a: Decimal128.fromString('1.5') },
      { a: Long.fromString('9007199254740993') },
    ]);
    const project = (a: unknown) => collection.aggregate([{ $project: { b: a } }]).toArray();
    await expect(project({ $add: ['$a', 1] })).rejects.toMatchObject({ code: 115 });
    await expect(collection.updateMany({}, { $inc: { a: 1 } })).rejects.toMatchObject({ code: 115 });
    expect(await project('$a')).toHaveLength(2);
  });

  it('lets no name reach into JavaScript’s own objects', async () => {
    const collection = server().client.db('refusals').collection('names');
    await collection.insertOne({ a: 1 });
    await expect(collection.updateOne({}, { $set: { '__proto__.polluted': 1 } })).rejects.toMatchObject({
      code: 2,
    });
    await expect(collection.find({ '__proto__.x': 1 }).toArray()).rejects.toMatchObject({ code: 2 });
    await collection.updateOne({}, { $set: { 'constructor.prototype.polluted': 1 } });
    expect(await collection.findOne({ polluted: 1 })).toBeNull();
    expect(await collection.findOne({ toString: { $exists: true } })).toBeNull();
  });
});
