import { Refusal } from '../../domain/refusal.js';
import { type Actor, can } from '../../domain/role.js';
import type { Page, PageRequest } from '../../lib/page.js';
import type { Audit } from './audit.js';
import { type AuditEntry, type ChainFault, faultOf } from './chain.js';

/** Which lines of the book; what is left out does not matter. */
export interface AuditFilter {
  readonly actorId?: string | undefined;
  readonly action?: string | undefined;
  readonly subject?: string | undefined;
  readonly from?: Date | undefined;
  /** Before this moment */
  readonly until?: Date | undefined;
}

/** A line that is not as it was written. */
export interface BrokenLine {
  readonly seq: number;
  readonly fault: ChainFault;
}

export interface ChainReport {
  /** Lines that were read */
  readonly count: number;
  /** The first ones, at most {@link BROKEN_MAX} */
  readonly broken: readonly BrokenLine[];
  readonly brokenCount: number;
  /** Hash of the newest line: written down elsewhere, it shows later that nothing was cut off at the end */
  readonly lastHash: string | undefined;
}

/** The book of changes as administrators and the head read it; all throw Refusal for others. */
export interface AuditReading {
  /** Newest first */
  list(request: PageRequest & AuditFilter, viewer: Actor): Promise<Page<AuditEntry>>;
  /** Every line of the filter, newest first, for a file; who took it away is in the book too. */
  export(filter: AuditFilter, viewer: Actor): Promise<AsyncIterable<AuditEntry>>;
  /** Reads the whole book, page by page, and says where it was tampered with. */
  verify(viewer: Actor): Promise<ChainReport>;
}

export interface AuditBook {
  /** Newest first, at most `limit`. @param before only lines with a smaller number */
  page(filter: AuditFilter, before: number | undefined, limit: number): Promise<readonly AuditEntry[]>;
  /** Oldest first, at most `limit`, behind this number. */
  following(seq: number, limit: number): Promise<readonly AuditEntry[]>;
}

/** Broken lines named; more of them say nothing new. */
export const BROKEN_MAX = 20;
/** Lines in memory at a time. */
const LINES_PER_READ = 500;

/** Reads the book of changes. */
export function createAuditReading(book: AuditBook, audit: Audit): AuditReading {
  let running: Promise<ChainReport> | undefined;

  return {
    async list({ cursor, limit, ...filter }, viewer) {
      assertMay(viewer);
      const lines = await book.page(filter, seqOf(cursor), limit + 1);
      const items = lines.slice(0, limit);
      return { items, nextCursor: lines.length > limit ? String(items.at(-1)?.seq) : null };
    },

    async export(filter, viewer) {
      assertMay(viewer);
      await audit.record({ actor: viewer, action: 'audit.export', subject: 'audit', after: filter });
      return everyLine(filter);
    },

    async verify(viewer) {
      assertMay(viewer);
      // It reads everything: those who ask at the same time get the same answer.
      running ??= readThrough().finally(() => {
        running = undefined;
      });
      return running;
    },
  };

  async function* everyLine(filter: AuditFilter): AsyncGenerator<AuditEntry> {
    for (let before: number | undefined; ; ) {
      const lines = await book.page(filter, before, LINES_PER_READ);
      yield* lines;
      before = lines.at(-1)?.seq;
      if (lines.length < LINES_PER_READ) return;
    }
  }

  async function readThrough(): Promise<ChainReport> {
    const broken: BrokenLine[] = [];
    let previous: AuditEntry | undefined;
    let count = 0;
    let brokenCount = 0;
    for (;;) {
      const lines = await book.following(previous?.seq ?? 0, LINES_PER_READ);
      for (const line of lines) {
        const fault = faultOf(line, previous);
        if (fault !== undefined) {
          brokenCount += 1;
          if (broken.length < BROKEN_MAX) broken.push({ seq: line.seq, fault });
        }
        previous = line;
        count += 1;
      }
      if (lines.length < LINES_PER_READ) return { count, broken, brokenCount, lastHash: previous?.hash };
    }
  }
}

function seqOf(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  if (/^[1-9]\d{0,14}$/.test(cursor)) return Number(cursor);
  throw new Refusal('invalid', 'cursor.malformed', 'Курсор списку пошкоджено. Почніть із першої сторінки.');
}

function assertMay(viewer: Actor): void {
  if (!can(viewer, 'audit.read'))
    throw new Refusal('forbidden', 'role', 'Журнал змін читають керівник та адміністратор.');
}
