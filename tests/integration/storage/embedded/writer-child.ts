import { mongo } from 'mongoose';
import { startEmbeddedDatabase } from '../../../../src/storage/embedded/start.js';

/**
 * A process that writes until it is killed or refused. Each line on stdout is a promise kept by the database:
 * `i <id>` inserted, `u <id> <version>` updated. `! <code>`: refused, which ends it.
 */
const [directory = '', run = '0', bytes = '10'] = process.argv.slice(2);
const database = await startEmbeddedDatabase({ directory });
const client = await mongo.MongoClient.connect(database.uri);
const rows = client
  .db('crash')
  .collection<{ _id: string; key: string; version: number; padding: string }>('rows');
await rows.createIndex({ key: 1 }, { unique: true });
await rows.createIndex({ version: 1, key: -1 });
const say = (line: string) => process.stdout.write(`${line}\n`);

async function write(lane: number): Promise<void> {
  for (let i = 0; ; i += 1) {
    const ids = [0, 1, 2].map((part) => `${run}-${lane}-${i}-${part}`);
    const padding = 'x'.repeat(Number(bytes));
    await rows.insertMany(ids.map((_id) => ({ _id, key: `k${_id}`, version: 0, padding })));
    for (const id of ids) say(`i ${id}`);
    const [first = '', , last = ''] = ids;
    await rows.updateOne({ _id: first }, { $inc: { version: 1 } });
    say(`u ${first} 1`);
    await rows.bulkWrite([
      {
        updateOne: {
          filter: { key: `k${first}` },
          update: { $inc: { version: 1 }, $set: { key: `m${first}` } },
        },
      },
      { insertOne: { document: { _id: `t${last}`, key: `t${last}`, version: 0, padding } } },
      { deleteOne: { filter: { _id: `t${last}` } } },
    ]);
    say(`u ${first} 2`);
  }
}

say('ready');
await Promise.all([0, 1, 2, 3].map(write)).catch((error: unknown) => {
  say(`! ${error instanceof mongo.MongoServerError ? error.code : String(error)}`);
});
await client.close();
await database.close();
