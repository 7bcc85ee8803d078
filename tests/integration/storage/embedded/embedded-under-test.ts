import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mongo } from 'mongoose';
import { afterAll, beforeAll } from 'vitest';
import { type EmbeddedDatabase, startEmbeddedDatabase } from '../../../../src/storage/embedded/start.js';

/** A running embedded database, a driver connected to it and the lines it logged. */
export interface EmbeddedUnderTest {
  readonly directory: string;
  readonly database: EmbeddedDatabase;
  readonly client: mongo.MongoClient;
  readonly lines: readonly string[];
}

/** One for the tests of a file. */
export function useEmbedded(): () => EmbeddedUnderTest {
  let current: EmbeddedUnderTest | undefined;

  beforeAll(async () => {
    const directory = await mkdtemp(join(tmpdir(), 'visnyk-db-'));
    const lines: string[] = [];
    const database = await startEmbeddedDatabase({ directory, log: (line) => lines.push(line) });
    const client = await mongo.MongoClient.connect(database.uri);
    current = { directory, database, client, lines };
  });
  afterAll(async () => {
    await current?.client.close();
    await current?.database.close();
    if (current) await rm(current.directory, { recursive: true });
  });

  return () => {
    if (!current) throw new Error('the database has not started yet');
    return current;
  };
}

/** Path of the unix socket in a connection string. */
export function socketPath(uri: string): string {
  return decodeURIComponent(/^mongodb:\/\/([^/]+)\//.exec(uri)?.[1] ?? '');
}
