import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mongo } from 'mongoose';
import { afterAll, beforeAll } from 'vitest';
import { startEmbeddedDatabase } from '../../../../src/storage/embedded/start.js';

/** A document as the tests write it. */
export interface Doc {
  _id?: string | number | object;
  // biome-ignore lint/suspicious/noExplicitAny: the driver infers the types of filters and updates from it
  [field: string]: any;
}

/** The server the contract is checked on: a real MongoDB when TEST_MONGODB_URI is set, else the embedded one. */
export interface DatabaseUnderTest {
  readonly client: mongo.MongoClient;
  readonly db: mongo.Db;
  /** A fresh collection holding these documents, in this order. */
  collection(documents?: readonly Doc[]): Promise<mongo.Collection<Doc>>;
}

/** Starts the server before the tests of a file and drops what they made. */
export function useDatabase(): () => DatabaseUnderTest {
  let current: DatabaseUnderTest | undefined;
  let stop: () => Promise<void> = async () => undefined;

  beforeAll(async () => {
    const server = await startServer();
    const client = await mongo.MongoClient.connect(server.uri, { ignoreUndefined: true });
    const db = client.db(`contract_${randomUUID().replaceAll('-', '')}`);
    let collections = 0;
    current = {
      client,
      db,
      async collection(documents = []) {
        collections += 1;
        const collection = db.collection<Doc>(`c${collections}`);
        if (documents.length > 0)
          await collection.insertMany([...documents] as mongo.OptionalUnlessRequiredId<Doc>[]);
        return collection;
      },
    };
    stop = async () => {
      await db.dropDatabase();
      await client.close();
      await server.close();
    };
  });
  afterAll(() => stop());

  return () => {
    if (!current) throw new Error('the database has not started yet');
    return current;
  };
}

/** The code of the error a promise fails with; undefined when it does not fail. */
export async function errorCode(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
    return undefined;
  } catch (error) {
    return error instanceof mongo.MongoServerError ? error.code : String(error);
  }
}

async function startServer(): Promise<{ uri: string; close(): Promise<void> }> {
  const uri = process.env.TEST_MONGODB_URI;
  if (uri) return { uri, close: async () => undefined };
  const directory = await mkdtemp(join(tmpdir(), 'visnyk-db-'));
  const database = await startEmbeddedDatabase({ directory });
  return {
    uri: database.uri,
    async close() {
      await database.close();
      await rm(directory, { recursive: true });
    },
  };
}
