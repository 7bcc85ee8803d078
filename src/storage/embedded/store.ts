import { type Database, open, type RootDatabase } from 'lmdb';
import { CommandError, toCommandError } from './errors.js';

/** Bytes from `start` up to, not including, `end`. */
export interface KeyRange {
  readonly start: Buffer;
  readonly end: Buffer;
}

export interface Entry {
  readonly key: Buffer;
  readonly value: Buffer;
}

interface PendingChange {
  readonly change: () => unknown;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** Address space of the map, not memory: LMDB grows it beyond this by itself. */
const MAP_BYTES = 16 * 1024 ** 3;
/** A group commit takes in changes for this long at most, so that the first of them does not wait for ever. */
const GROUP_MS = 20;

/**
 * One ordered map of bytes on disk (LMDB). Reads are synchronous and see everything committed. Writes happen
 * inside `write`, which groups whatever is waiting into one transaction.
 */
export class Store {
  private pending: PendingChange[] = [];
  private scheduled = false;
  private closed = false;
  /** LMDB refused a change that was already under way: its transaction must not be committed. */
  private refusal: unknown;

  private constructor(
    private readonly database: RootDatabase<Buffer, Buffer> | Database<Buffer, Buffer>,
    /** Runs inside every transaction before it is committed: counts go with what they count. */
    private readonly hooks: { beforeCommit(): void; afterRollback(): void },
  ) {}

  static open(directory: string, hooks: { beforeCommit(): void; afterRollback(): void }): Store {
    const database = open<Buffer, Buffer>({
      path: directory,
      noSubdir: false,
      encoding: 'binary',
      keyEncoding: 'binary',
      maxDbs: 1,
      mapSize: MAP_BYTES,
      // Each commit is on disk when it returns and throws when it cannot be (src/decisions/0001).
      overlappingSync: false,
    });
    return new Store(database, hooks);
  }

  get(key: Buffer): Buffer | undefined {
    return this.database.getBinary(key);
  }

  /** Entries of a range in the order of their keys, or from its end backwards. */
  entries(range: KeyRange, reverse = false): Iterable<Entry> {
    return this.database.getRange(bounds(range, reverse));
  }

  /** How many entries a range has; counted natively, without making a key. */
  count(range: KeyRange): number {
    return this.database.getKeysCount(bounds(range, false));
  }

  /** Only inside `write`. */
  put(key: Buffer, value: Buffer): void {
    this.unlessRefused(() => this.database.putSync(key, value));
  }

  /** Only inside `write`. */
  remove(key: Buffer): void {
    this.unlessRefused(() => this.database.removeSync(key));
  }

  /**
   * Runs a change inside a transaction and resolves with its result once that is on disk. Changes that wait
   * together are committed together. A change must check before its first `put` and throw a CommandError
   * then, which fails it alone; any other error, and any of LMDB's whatever becomes of it on its way, rolls
   * the whole group back and fails all of it.
   */
  write<T>(change: () => T): Promise<T> {
    if (this.closed) return Promise.reject(new CommandError(11601, 'the database is shutting down'));
    return new Promise<T>((resolve, reject) => {
      this.pending.push({ change, resolve: resolve as (result: unknown) => void, reject });
      if (this.scheduled) return;
      this.scheduled = true;
      setImmediate(() => this.commitGroup());
    });
  }

  /** Finishes what was begun, refuses everything later. */
  async close(): Promise<void> {
    this.closed = true;
    while (this.pending.length > 0) this.commitGroup();
    await this.database.close();
  }

  private unlessRefused(operation: () => unknown): void {
    try {
      operation();
    } catch (error) {
      this.refusal = error;
      throw error;
    }
  }

  private commitGroup(): void {
    const settled: (() => void)[] = [];
    const started = performance.now();
    let taken = 0;
    try {
      this.database.transactionSync(() => {
        for (const { change, resolve, reject } of this.pending) {
          if (taken > 0 && performance.now() - started > GROUP_MS) break;
          taken += 1;
          try {
            const result = change();
            settled.push(() => resolve(result));
          } catch (error) {
            if (!(error instanceof CommandError)) throw error;
            settled.push(() => reject(error));
          }
          if (this.refusal !== undefined) throw this.refusal;
        }
        this.hooks.beforeCommit();
      });
      for (const settle of settled) settle();
    } catch (error) {
      this.refusal = undefined;
      this.hooks.afterRollback();
      for (const { reject } of this.pending.slice(0, taken)) reject(toCommandError(error));
    }
    this.pending = this.pending.slice(taken);
    this.scheduled = this.pending.length > 0;
    if (this.scheduled) setImmediate(() => this.commitGroup());
  }
}

function bounds({ start, end }: KeyRange, reverse: boolean) {
  // Backwards, LMDB's iterator starts at the upper key and includes it, and stops before the lower one.
  return reverse
    ? { start: end, end: start, reverse, exclusiveStart: true, inclusiveEnd: true, snapshot: false }
    : { start, end, snapshot: false };
}
