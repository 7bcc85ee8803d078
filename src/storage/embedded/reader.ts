import type { Collection } from './collection.js';
import type { Plan } from './index/planner.js';
import { recordIdAtEnd } from './keys.js';
import type { MatchDetails, Predicate } from './query/matcher.js';
import type { KeyRange, Store } from './store.js';
import { type Doc, decodeStored } from './values.js';

/** A document that was found. */
export interface Row {
  readonly recordId: number;
  readonly bytes: Buffer;
  /** Decoded, when the filter had to look at it. */
  readonly document: Doc | undefined;
  /** The array element that matched, for the positional operator. */
  readonly position: number | undefined;
}

/** How long one slice of reading may hold up everybody else. */
const SLICE_MS = 5;
/** Documents looked at between two looks at the clock. */
const CLOCK_EVERY = 32;

interface Candidate {
  readonly recordId: number;
  readonly bytes: Buffer | undefined;
}

export interface ReaderOptions {
  /** No document twice, even when it moves on in the index between two slices. */
  readonly once?: boolean;
  /** Rows must say which array element matched. */
  readonly needsDetails?: boolean;
  /** Called once, after so many documents. */
  readonly onLongScan?: { readonly after: number; readonly say: () => void };
}

/**
 * Reads what a plan finds in slices. Between two slices others work, so each slice looks for its place anew;
 * a document that moves on in the index meanwhile can be met twice, as in MongoDB, unless it is read `once`.
 */
export class Reader {
  /** Documents looked at so far. */
  examined = 0;
  done = false;
  private range = 0;
  private after: Buffer | undefined;
  private readonly seen: Set<number> | undefined;
  private readonly looksAtAll: boolean;

  constructor(
    private readonly store: Store,
    private readonly collection: Collection,
    private readonly plan: Plan,
    private readonly matches: Predicate,
    private readonly options: ReaderOptions = {},
  ) {
    const repeats = plan.index?.isMultikey || (options.once && plan.index && !plan.keys);
    this.seen = repeats ? new Set() : undefined;
    this.looksAtAll = !plan.exact || options.needsDetails === true;
  }

  /** The next rows: at most `max`, fewer when the slice is over or `done`. */
  read(max: number): Row[] {
    this.collection.refuseDropped();
    const rows: Row[] = [];
    const until = performance.now() + SLICE_MS;
    for (const { recordId, bytes } of this.candidates()) {
      const row = this.look(recordId, bytes);
      if (row) rows.push(row);
      if (rows.length >= max || (this.examined % CLOCK_EVERY === 0 && performance.now() > until)) return rows;
    }
    this.done = true;
    return rows;
  }

  private look(recordId: number, found: Buffer | undefined): Row | undefined {
    if (this.seen?.has(recordId)) return undefined;
    this.seen?.add(recordId);
    this.examined += 1;
    if (this.examined === this.options.onLongScan?.after) this.options.onLongScan.say();
    const bytes = found ?? this.collection.read(recordId);
    if (!bytes) return undefined;
    if (!this.looksAtAll) return { recordId, bytes, document: undefined, position: undefined };
    const document = decodeStored(bytes);
    const details: MatchDetails = {};
    if (!this.matches(document, details)) return undefined;
    return { recordId, bytes, document, position: details.position };
  }

  private *candidates(): Generator<Candidate> {
    const { keys, index, reverse, ranges } = this.plan;
    if (keys) {
      yield* this.holdersOf(keys);
      return;
    }
    for (; this.range < ranges.length; this.range += 1) {
      const range = ranges[this.range];
      if (!range) continue;
      for (const { key, value } of this.store.entries(this.remaining(range), reverse)) {
        this.after = key;
        // Without an index the entries are the documents themselves.
        if (!index) yield { recordId: recordIdAtEnd(key), bytes: value };
        else yield { recordId: recordIdAtEnd(index.definition.unique ? value : key), bytes: undefined };
      }
      this.after = undefined;
    }
  }

  private *holdersOf(keys: readonly Buffer[]): Generator<Candidate> {
    while (this.range < keys.length) {
      const key = keys[this.range];
      this.range += 1;
      const holder = key && this.store.get(key);
      if (holder) yield { recordId: recordIdAtEnd(holder), bytes: undefined };
    }
  }

  private remaining(range: KeyRange): KeyRange {
    if (!this.after) return range;
    if (this.plan.reverse) return { start: range.start, end: this.after };
    return { start: Buffer.concat([this.after, Buffer.from([0])]), end: range.end };
  }
}
