import { startThread } from '../../lib/start-thread.js';
import type { WorkerInput, WorkerMessage } from './worker.js';

/** A running embedded database. */
export interface EmbeddedDatabase {
  /** Connection string for mongoose and any MongoDB tool; the database it names is `visnyk` */
  readonly uri: string;
  /** Finishes the writes under way and gives the directory free. */
  close(): Promise<void>;
}

/** Another process, or this one, works with the directory already; the message says which. */
export class DatabaseInUseError extends Error {}

export interface EmbeddedDatabaseOptions {
  /** Where its files are: `DATA_DIR/db`. Made when missing. */
  readonly directory: string;
  /** Gets one line for each slow look-up or fault. */
  readonly log?: (line: string) => void;
}

/**
 * The thread may take this much memory, not counting what LMDB maps; beyond it the thread ends, not the machine.
 * The young generation is wide because a batch of rows lives just long enough to be copied twice by a narrow one: a
 * broadcast to 100,000 people takes a tenth less time so (`npm run bench`, Viber).
 */
const LIMITS = { maxOldGenerationSizeMb: 1_024, maxYoungGenerationSizeMb: 192 };

/**
 * Starts the database in a thread of its own, so that a heavy query never holds up the caller's event loop.
 * Should that thread end later by itself (out of memory, say), the process ends with code 1 and a line that says
 * why: a service without its database must be started again by its supervisor, not go on.
 *
 * @throws {DatabaseInUseError}
 */
export async function startEmbeddedDatabase({
  directory,
  log = () => undefined,
}: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
  const input: WorkerInput = { directory };
  const entry = new URL('./worker.js', import.meta.url);
  const worker = startThread(entry, { workerData: input, resourceLimits: LIMITS });
  const socketPath = await new Promise<string>((resolve, reject) => {
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'ready') resolve(message.socketPath);
      else if (message.kind === 'log') log(message.line);
      else if (message.kind === 'in-use') reject(new DatabaseInUseError(message.message));
      else reject(new Error(message.message));
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the embedded database ended before it was ready')));
  });
  let closing = false;
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  const die = (reason: string) => {
    if (closing) return;
    log(`the embedded database ended (${reason}): this process ends too, to be started again`);
    process.exit(1);
  };
  worker.once('error', (error) => die(error.message));
  worker.once('exit', (code) => die(`code ${code}`));
  return {
    uri: `mongodb://${encodeURIComponent(socketPath)}/visnyk?directConnection=true`,
    close() {
      closing = true;
      worker.postMessage('close');
      return ended;
    },
  };
}
