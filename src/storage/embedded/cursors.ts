import { CommandError } from './errors.js';
import type { Task } from './handlers/task.js';

/** A cursor nobody asks for so long is closed, as in MongoDB. */
const IDLE_MS = 10 * 60_000;
/** More open cursors than this are refused: each may hold a sorted result. */
const MAX_CURSORS = 1_000;
/** Where a batch ends when the client does not say: larger ones cost both sides more memory than they save turns. */
const BATCH_BYTES = 1024 * 1024;

/** Documents of an answer, as bytes, a few at a time; possibly none although there are more. */
export type ResultSource = AsyncIterator<readonly Buffer[]>;

/** Cuts a result into batches: of about `BATCH_BYTES`, or of one larger document. */
export class Result {
  /** Nothing is left. Known only once somebody asked for more than there was, or had all he may have. */
  done = false;
  private waiting: readonly Buffer[] = [];
  private taken = 0;
  private ended = false;

  /** @param left how many documents may be given at most */
  constructor(
    private readonly source: ResultSource,
    private readonly task: Task,
    private left = Number.POSITIVE_INFINITY,
  ) {}

  /** At least one document when there is one and `max` allows it. */
  next(max: number): Promise<Buffer[]> {
    return this.task.awake(() => this.fill(Math.min(max, this.left)));
  }

  private async fill(max: number): Promise<Buffer[]> {
    const batch: Buffer[] = [];
    let bytes = 0;
    while (batch.length < max) {
      if (this.taken === this.waiting.length && !(await this.readMore())) break;
      const document = this.waiting[this.taken];
      if (!document || (batch.length > 0 && bytes + document.length > BATCH_BYTES)) break;
      this.taken += 1;
      batch.push(document);
      bytes += document.length;
    }
    this.left -= batch.length;
    this.done = this.left <= 0 || (this.ended && this.taken === this.waiting.length);
    return batch;
  }

  /** Waits for at least one document. @returns false when there is none */
  private async readMore(): Promise<boolean> {
    do {
      const { value, done } = await this.source.next();
      this.ended = done === true;
      this.waiting = done ? [] : value;
      this.taken = 0;
    } while (!this.ended && this.waiting.length === 0);
    return !this.ended;
  }
}

interface OpenCursor {
  readonly namespace: string;
  readonly result: Result;
  /** A batch is being filled: a second `getMore` at once is refused. */
  busy: boolean;
  timer: NodeJS.Timeout;
}

/** The cursors that clients keep open between two commands. */
export class Cursors {
  private readonly open = new Map<bigint, OpenCursor>();
  private nextId = 1n;

  /** Keeps the rest of a result for `getMore`. @returns the id, 0 when there is no rest */
  keep(namespace: string, result: Result): bigint {
    if (result.done) return 0n;
    if (this.open.size >= MAX_CURSORS)
      throw new CommandError(146, `more than ${MAX_CURSORS} cursors are open`);
    // Not guessable in order, so that a stale id of an earlier run meets nobody else's cursor.
    this.nextId += BigInt(1 + Math.floor(Math.random() * 0x7fffffff));
    const id = this.nextId;
    this.open.set(id, { namespace, result, busy: false, timer: this.idleTimer(id) });
    return id;
  }

  /** The next batch of an open cursor. @throws {CommandError} CursorNotFound */
  async getMore(id: bigint, namespace: string, max: number): Promise<{ documents: Buffer[]; id: bigint }> {
    const cursor = this.open.get(id);
    if (!cursor) throw new CommandError(43, `cursor id ${id} not found`);
    if (cursor.namespace !== namespace)
      throw new CommandError(13, `cursor id ${id} belongs to a different namespace ${cursor.namespace}`);
    if (cursor.busy) throw new CommandError(12051, `cursor id ${id} is already in use`);
    clearTimeout(cursor.timer);
    cursor.busy = true;
    try {
      const documents = await cursor.result.next(max);
      cursor.busy = false;
      if (cursor.result.done) this.kill(id);
      else if (this.open.has(id)) cursor.timer = this.idleTimer(id);
      return { documents, id: cursor.result.done ? 0n : id };
    } catch (error) {
      this.kill(id);
      throw error;
    }
  }

  /** @returns whether there was such a cursor */
  kill(id: bigint): boolean {
    clearTimeout(this.open.get(id)?.timer);
    return this.open.delete(id);
  }

  closeAll(): void {
    for (const id of [...this.open.keys()]) this.kill(id);
  }

  private idleTimer(id: bigint): NodeJS.Timeout {
    return setTimeout(() => this.kill(id), IDLE_MS).unref();
  }
}
