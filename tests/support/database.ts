import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from 'mongoose';
import { connectDatabase } from '../../src/storage/connection.js';
import { startEmbeddedDatabase } from '../../src/storage/embedded/start.js';

export interface TestDatabase {
  readonly connection: Connection;
  readonly uri: string;
  close(): Promise<void>;
}

/**
 * A database of its own for one test file: on `TEST_MONGODB_URI` when that is set, else on an embedded one that
 * lives as long as the test. Dropped at the end.
 */
export async function aDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const server = process.env.TEST_MONGODB_URI ? undefined : await startTemporary();
  const uri = withName(process.env.TEST_MONGODB_URI ?? server?.uri ?? '', name);
  const connection = await connectDatabase(uri);
  return {
    connection,
    uri,
    async close() {
      await connection.dropDatabase();
      await connection.close();
      await server?.close();
    },
  };
}

async function startTemporary() {
  const directory = mkdtempSync(join(tmpdir(), 'visnyk-db-'));
  const server = await startEmbeddedDatabase({ directory });
  return {
    uri: server.uri,
    async close() {
      await server.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** The same server with another database name. */
export function withName(uri: string, name: string): string {
  const [, server = '', query = ''] = /^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?(\?.*)?$/.exec(uri) ?? [];
  return `${server}/${name}${query}`;
}
