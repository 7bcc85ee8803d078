import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EJSON } from 'bson';
import type { Connection } from 'mongoose';

/** Where in the whole database a text stands: `appeals ×2`; every collection, every field. */
export async function findEverywhere(connection: Connection, text: string): Promise<string[]> {
  const found: string[] = [];
  for (const { name } of await connection.listCollections()) {
    const documents = await connection.collection(name).find({}).toArray();
    const count = documents.filter((document) => EJSON.stringify(document).includes(text)).length;
    if (count > 0) found.push(`${name} ×${count}`);
  }
  return found.sort();
}

/** Whether any kept file holds these bytes. */
export async function isInFiles(dataDir: string, text: string): Promise<boolean> {
  const entries = await readdir(join(dataDir, 'files'), { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((one) => one.isFile()))
    if ((await readFile(join(entry.parentPath, entry.name))).includes(text)) return true;
  return false;
}
