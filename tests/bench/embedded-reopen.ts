import { readFileSync } from 'node:fs';
import { mongo } from 'mongoose';
import { startEmbeddedDatabase } from '#built/storage/embedded/start.js';

/** A process of its own, so that its memory is the database's and the driver's alone. */
const [directory = ''] = process.argv.slice(2);
const started = performance.now();
const database = await startEmbeddedDatabase({ directory });
const client = await mongo.MongoClient.connect(database.uri);
const rows = client.db('bench').collection<{ _id: number }>('deliveries');
await rows.findOne({ _id: 999_999 });
const openMs = performance.now() - started;
// Pages of the map that only this process looks at count as private too, although they are the file's cache.
const rollup = readFileSync('/proc/self/smaps_rollup', 'utf8');
const privateKb = [...rollup.matchAll(/^Private_\w+:\s+(\d+) kB$/gm)].reduce(
  (sum, [, kb]) => sum + Number(kb),
  0,
);
process.stdout.write(JSON.stringify({ openMs, privateMb: privateKb / 1024 }));
await client.close();
await database.close();
