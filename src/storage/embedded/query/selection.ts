import type { Collection } from '../collection.js';
import type { Database } from '../database.js';
import { choosePlan, type Plan } from '../index/planner.js';
import { recordIdAtEnd } from '../keys.js';
import type { KeyRange } from '../store.js';
import { type Doc, decodeStored } from '../values.js';
import { type Condition, compileFilter, type MatchDetails, type Predicate, pathsOf } from './filter.js';
import type { SortOrder } from './sort.js';

/** What to look for, in which order. */
export interface Query {
  readonly filter: Condition;
  readonly sort?: SortOrder | undefined;
  readonly hint?: unknown;
  /** The positional operator needs to know which array element matched. */
  readonly needsPosition?: boolean | undefined;
  /** No document twice, even when the query's own writes move it in the index. */
  readonly once?: boolean | undefined;
}

/** A document that was found. */
export interface Row {
  readonly recordId: number;
  readonly bytes: Buffer;
  /** Decoded when the filter had to look at it */
  readonly document: Doc | undefined;
  /** The array element that matched, for the positional operator */
  readonly position: number | undefined;
}

interface Candidate {
  readonly recordId: number;
  readonly bytes: Buffer | undefined;
}

/** A look-up that looks at more documents says so in the log. */
const LOGGED_SCAN = 10_000;
/** How long one slice of reading may hold up everybody else. */
const SLICE_MS = 5;

/**
 * A query on its way: reads what its plan finds in slices. Between two slices others work, so each slice looks
 * for its place anew; a document that moves on in the index meanwhile can be met twice, as in MongoDB, unless
 * it is read `once`.
 */
export class Selection {
  readonly plan: Plan;
  done = false;
  private examined = 0;
  private range = 0;
  private after: Buffer | undefined;
  private readonly seen: Set<number> | undefined;
  private readonly looksAtAll: boolean;
  private readonly matches: Predicate;

  constructor(
    private readonly database: Database,
    private readonly collection: Collection,
    private readonly query: Query,
  ) {
    this.plan = choosePlan(collection, query.filter, query.sort, query.hint);
    const repeats = this.plan.repeats || (query.once && this.plan.index && !this.plan.keys);
    this.seen = repeats ? new Set() : undefined;
    const { residual } = this.plan;
    this.looksAtAll = residual.length > 0 || query.needsPosition === true;
    this.matches = compileFilter(query.needsPosition ? query.filter : { kind: 'and', parts: residual });
  }

  /** The next rows: at most `max`, fewer (even none) when the slice is over or `done`. */
  read(max: number): Row[] {
    this.collection.refuseDropped();
    const rows: Row[] = [];
    const until = performance.now() + SLICE_MS;
    for (const { recordId, bytes } of this.plan.keys ? this.holders(this.plan.keys) : this.entries()) {
      const row = this.look(recordId, bytes);
      if (row) rows.push(row);
      if (rows.length >= max || performance.now() > until) return rows;
    }
    this.done = true;
    return rows;
  }

  private look(recordId: number, found: Buffer | undefined): Row | undefined {
    if (this.seen?.has(recordId)) return undefined;
    this.seen?.add(recordId);
    this.examined += 1;
    if (this.examined === LOGGED_SCAN + 1) this.logScan();
    const known = this.collection.recentVersion(recordId);
    const bytes = known?.bytes ?? found ?? this.collection.read(recordId);
    if (!bytes) return undefined;
    if (!this.looksAtAll) return { recordId, bytes, document: known?.document, position: undefined };
    const document = known?.document ?? decodeStored(bytes);
    const details: MatchDetails = {};
    if (!this.matches(document, details)) return undefined;
    return { recordId, bytes, document, position: details.position };
  }

  private *entries(): Generator<Candidate> {
    const { index, reverse, ranges } = this.plan;
    for (; this.range < ranges.length; this.range += 1) {
      const range = ranges[this.range];
      if (!range) continue;
      for (const { key, value } of this.database.store.entries(this.remaining(range), reverse)) {
        this.after = key;
        // Without an index the entries are the documents themselves.
        if (!index) yield { recordId: recordIdAtEnd(key), bytes: value };
        else yield { recordId: recordIdAtEnd(index.definition.unique ? value : key), bytes: undefined };
      }
      this.after = undefined;
    }
  }

  private *holders(keys: readonly Buffer[]): Generator<Candidate> {
    while (this.range < keys.length) {
      const key = keys[this.range];
      this.range += 1;
      const holder = key && this.database.store.get(key);
      if (holder) yield { recordId: recordIdAtEnd(holder), bytes: undefined };
    }
  }

  private remaining(range: KeyRange): KeyRange {
    if (!this.after) return range;
    if (this.plan.reverse) return { start: range.start, end: this.after };
    return { start: Buffer.concat([this.after, Buffer.from([0])]), end: range.end };
  }

  /** Names of fields only: values may be a person's. */
  private logScan(): void {
    const { filter, sort } = this.query;
    const fields = [...new Set(pathsOf(filter))].join(', ') || 'nothing';
    const by = this.plan.index ? `index ${this.plan.index.definition.name}` : 'no index';
    const order = sort ? `, sorted by ${sort.fields.join(', ')}` : '';
    const { namespace } = this.collection;
    this.database.log(
      `slow look-up: more than ${LOGGED_SCAN} documents of ${namespace} scanned by ${by}, filter on ${fields}${order}`,
    );
  }
}

/** The document of a row, decoded now if it was not looked at. */
export function documentOf({ document, bytes }: Row): Doc {
  return document ?? decodeStored(bytes);
}
