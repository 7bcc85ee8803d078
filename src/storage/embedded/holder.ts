import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { CommandError } from './errors.js';
import { HOLDER_KEY } from './keys.js';
import type { Store } from './store.js';

/** Who works with a directory; written inside the database, under LMDB's own lock between processes. */
interface Holder {
  readonly pid: number;
  /** Tells a process from a later one with the same number; empty where the system has no /proc */
  readonly identity: string;
  readonly socketPath: string;
}

/** How long a holder's socket may take to answer. */
const ANSWER_MS = 2_000;

/** The directory is somebody else's. */
export class DirectoryInUse extends Error {}

/**
 * Writes this process down as the holder of the directory, unless another one lives: its process runs, or its
 * socket answers (a process in another container). What a killed process left is no obstacle.
 *
 * @throws {DirectoryInUse} naming the process that holds it
 */
export async function claimDirectory(store: Store, directory: string, socketPath: string): Promise<void> {
  const seen = readHolder(store);
  const answers = seen !== undefined && (await isAnswering(seen.socketPath));
  await store
    .write(() => {
      const holder = readHolder(store);
      // Whoever wrote after our look is alive.
      const isNew = holder?.identity !== seen?.identity || holder?.pid !== seen?.pid;
      const lives = holder && (isNew || answers || isRunning(holder));
      if (lives) throw new CommandError(20, inUse(directory, holder));
      const claim: Holder = { pid: process.pid, identity: processIdentity(process.pid), socketPath };
      store.put(HOLDER_KEY, Buffer.from(JSON.stringify(claim)));
    })
    .catch((error: unknown) => {
      throw error instanceof CommandError && error.code === 20 ? new DirectoryInUse(error.message) : error;
    });
}

/** Crosses this process out again. */
export async function releaseDirectory(store: Store): Promise<void> {
  await store.write(() => store.remove(HOLDER_KEY));
}

function inUse(directory: string, { pid, socketPath }: Holder): string {
  const who = pid === process.pid ? `this process itself (${pid})` : `process ${pid}`;
  return `The embedded database in ${directory} is in use by ${who}. Stop it first, or share it: MONGODB_URI can point to its socket ${socketPath}.`;
}

function readHolder(store: Store): Holder | undefined {
  const stored = store.get(HOLDER_KEY);
  return stored ? (JSON.parse(stored.toString()) as Holder) : undefined;
}

/** A dead worker of this very process leaves a holder with this process's number: only its socket can tell. */
function isRunning({ pid, identity }: Holder): boolean {
  return pid !== process.pid && identity !== '' && processIdentity(pid) === identity;
}

function isAnswering(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(socketPath);
    const settle = (answers: boolean) => {
      socket.destroy();
      resolve(answers);
    };
    socket.setTimeout(ANSWER_MS, () => settle(false));
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
  });
}

/** When a process began, and in which life of the machine; empty when that cannot be told. */
function processIdentity(pid: number): string {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const began = status.slice(status.lastIndexOf(')')).split(' ')[20];
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${began}`;
  } catch {
    return '';
  }
}
