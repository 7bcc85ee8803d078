import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { Connection } from 'mongoose';
import type { Config } from '../config.js';
import { connectDatabase } from '../storage/connection.js';

/**
 * The embedded database of a service that runs now: only one process may open its directory.
 *
 * @returns undefined when none runs: never started here, stopped, or killed with its socket left behind
 */
export async function joinRunningService({ mongodbUri, dataDir }: Pick<Config, 'mongodbUri' | 'dataDir'>) {
  if (mongodbUri !== undefined) return undefined;
  const uri = await readFile(join(dataDir, 'mongodb.uri'), 'utf8').catch(() => undefined);
  if (uri === undefined || !(await isListening(socketPath(uri)))) return undefined;
  const connection: Connection = await connectDatabase(uri.trim());
  return { connection, close: () => connection.close() };
}

/** `mongodb://%2Fvar%2Flib%2Fvisnyk%2Fdb.sock/visnyk` → `/var/lib/visnyk/db.sock` */
function socketPath(uri: string): string {
  return decodeURIComponent(/^mongodb:\/\/([^/?]+)/.exec(uri)?.[1] ?? '');
}

/** A socket nobody listens on refuses at once. */
function isListening(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
