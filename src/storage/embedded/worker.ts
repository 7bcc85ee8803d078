import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from './database.js';
import { createAnswer } from './handlers/dispatch.js';
import { DirectoryInUse } from './holder.js';
import { prepareSocket } from './socket-path.js';
import { startExpiry } from './ttl.js';
import { startWireServer } from './wire/server.js';

/** What the thread is given. */
export interface WorkerInput {
  readonly directory: string;
}

/** What the thread tells. */
export type WorkerMessage =
  | { readonly kind: 'ready'; readonly socketPath: string }
  | { readonly kind: 'in-use' | 'failed'; readonly message: string }
  | { readonly kind: 'log'; readonly line: string };

/** Entry of the database's thread: opens the files, listens, and closes both when the parent says so. */
async function main(): Promise<void> {
  const { directory } = workerData as WorkerInput;
  const socket = prepareSocket(directory);
  const database = await openDatabase(directory, socket.path, (line) => tell({ kind: 'log', line }));
  // The directory is ours: a socket found here was left by a killed process.
  socket.removeStale();
  const server = await startWireServer(socket.path, createAnswer(database));
  const stopExpiry = startExpiry(database);
  parentPort?.once('message', () => void close());
  tell({ kind: 'ready', socketPath: socket.path });

  async function close(): Promise<void> {
    await server.close();
    await stopExpiry();
    await database.close();
    socket.remove();
    parentPort?.close();
  }
}

function tell(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}

main().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  tell({ kind: error instanceof DirectoryInUse ? 'in-use' : 'failed', message });
  parentPort?.close();
});
