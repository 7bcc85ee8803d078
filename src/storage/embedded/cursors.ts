import { CommandError } from './errors.js';
import type { Task } from './handlers/task.js';
import { MAX_DOCUMENT_BYTES } from './values.js';

/** Documents of an answer, as bytes, a part at a time. */
export interface ResultStream {
  /** At most `max`; possibly none although there is more: then ask again. */
  read(max: number): Promise<Buffer[]>;
  readonly done: boolean;
}

/** A cursor nobody asks for so long is closed, as in MongoDB. */
const IDLE_MS = 10 * 60_000;
/** More open cursors than this are refused: each may hold a sorted result. */
const MAX_CURSORS = 1_000;
/** Documents read at a time while a batch is filled. */
const READ_AT_ONCE = 1_000;

interface OpenCursor {
  readonly namespace: string;
  readonly batches: Batches;
  /** A batch is being filled: a second `getMore` at once is refused. */
  busy: boolean;
  timer: NodeJS.Timeout;
}

/** Cuts a stream into batches of at most 16 MB. */
export class Batches {
  private waiting: Buffer[] = [];

  constructor(
    private readonly stream: ResultStream,
    private readonly task: Task,
  ) {}

  get done(): boolean {
    return this.stream.done && this.waiting.length === 0;
  }

  /** Always at least one document when there is one. */
  next(max: number): Promise<Buffer[]> {
    return this.task.awake(() => this.fill(max));
  }

  private async fill(max: number): Promise<Buffer[]> {
    const batch: Buffer[] = [];
    let bytes = 0;
    while (batch.length < max && !this.done) {
      const documents =
        this.waiting.length > 0
          ? this.waiting
          : await this.stream.read(Math.min(max - batch.length, READ_AT_ONCE));
      const fitting = countFitting(
        documents,
        max - batch.length,
        MAX_DOCUMENT_BYTES - bytes,
        batch.length === 0,
      );
      for (const document of documents.slice(0, fitting)) {
        batch.push(document);
        bytes += document.length;
      }
      this.waiting = documents.slice(fitting);
      if (this.waiting.length > 0) break;
    }
    return batch;
  }
}

/** The cursors that clients keep open between two commands. */
export class Cursors {
  private readonly open = new Map<bigint, OpenCursor>();
  private nextId = 1n;

  /** Keeps the rest of a result for `getMore`. @returns the id, 0 when there is no rest */
  keep(namespace: string, batches: Batches): bigint {
    if (batches.done) return 0n;
    if (this.open.size >= MAX_CURSORS)
      throw new CommandError(146, `more than ${MAX_CURSORS} cursors are open`);
    // Not guessable in order, so that a stale id of an earlier run meets nobody else's cursor.
    this.nextId += BigInt(1 + Math.floor(Math.random() * 0x7fffffff));
    const id = this.nextId;
    this.open.set(id, { namespace, batches, busy: false, timer: this.idleTimer(id) });
    return id;
  }

  /** The next batch of an open cursor. @throws {CommandError} CursorNotFound */
  async getMore(id: bigint, namespace: string, max: number): Promise<{ documents: Buffer[]; id: bigint }> {
    const cursor = this.open.get(id);
    if (!cursor) throw new CommandError(43, `cursor id ${id} not found`);
    if (cursor.namespace !== namespace)
      throw new CommandError(
        13,
        `Requested getMore on namespace '${namespace}', but cursor belongs to a different namespace ${cursor.namespace}`,
      );
    if (cursor.busy) throw new CommandError(12051, `cursor id ${id} is already in use`);
    clearTimeout(cursor.timer);
    cursor.busy = true;
    try {
      const documents = await cursor.batches.next(max);
      cursor.busy = false;
      if (cursor.batches.done) this.kill(id);
      else if (this.open.has(id)) cursor.timer = this.idleTimer(id);
      return { documents, id: cursor.batches.done ? 0n : id };
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

function countFitting(documents: readonly Buffer[], max: number, bytes: number, first: boolean): number {
  let left = bytes;
  let count = 0;
  for (const document of documents) {
    left -= document.length;
    if (count >= max || (left < 0 && !(first && count === 0))) break;
    count += 1;
  }
  return count;
}
