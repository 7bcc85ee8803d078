import { chmod, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import dotenv from 'dotenv';
import { startEmbeddedDatabase } from '../storage/embedded/start.js';
import { prepareDataDirectory } from './prepare-directory.js';

/**
 * `npm run db:serve`: the embedded database alone, for several processes to share through MONGODB_URI.
 * Prints the connection string and keeps it in DATA_DIR/mongodb.uri until SIGTERM or SIGINT.
 */
async function main(): Promise<void> {
  dotenv.config({ quiet: true });
  const dataDir = process.env.DATA_DIR?.trim() || './data';
  prepareDataDirectory(dataDir);
  const stopped = new Promise<void>((resolve) => {
    // Not `once`: npm passes a signal on that the terminal sends to everybody too, and the second would kill.
    process.on('SIGTERM', () => resolve());
    process.on('SIGINT', () => resolve());
  });
  const print = (line: string) => process.stdout.write(`${line}\n`);
  const database = await startEmbeddedDatabase({ directory: join(dataDir, 'db'), log: print });
  const uriFile = join(dataDir, 'mongodb.uri');
  await writeFile(uriFile, `${database.uri}\n`, { mode: 0o600 });
  await chmod(uriFile, 0o600);
  print(database.uri);
  await stopped;
  await rm(uriFile, { force: true });
  await database.close();
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
});
