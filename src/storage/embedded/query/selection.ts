import type { Collection } from '../collection.js';
import type { Database } from '../database.js';
import { choosePlan, type Plan } from '../index/planner.js';
import { Reader } from '../reader.js';
import { compileFilter, type Predicate } from './matcher.js';
import type { Condition } from './parse.js';
import type { SortOrder } from './sort.js';

/** A look-up that looks at more documents says so in the log. */
const LOGGED_SCAN = 10_000;

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

/** A query on its way: the plan, and the reader that follows it. */
export interface Selection {
  readonly plan: Plan;
  readonly reader: Reader;
  readonly matches: Predicate;
}

/** Plans a query and makes it ready to be read. */
export function select(database: Database, collection: Collection, query: Query): Selection {
  const plan = choosePlan(collection, query.filter, query.sort, query.hint);
  const matches = compileFilter(query.filter);
  const reader = new Reader(database.store, collection, plan, matches, {
    once: query.once === true,
    needsDetails: query.needsPosition === true,
    onLongScan: {
      after: LOGGED_SCAN + 1,
      say: () => database.log(describeScan(collection, plan, query)),
    },
  });
  return { plan, reader, matches };
}

/** Names of fields only: values may be a person's. */
function describeScan(collection: Collection, plan: Plan, { filter, sort }: Query): string {
  const fields = [...new Set(fieldsOf(filter))].join(', ') || 'nothing';
  const by = plan.index ? `index ${plan.index.definition.name}` : 'no index';
  const order = sort ? `, sorted by ${sort.fields.join(', ')}` : '';
  return `slow look-up: more than ${LOGGED_SCAN} documents of ${collection.namespace} scanned by ${by}, filter on ${fields}${order}`;
}

function fieldsOf(condition: Condition): string[] {
  return condition.kind === 'field' ? [condition.path] : condition.parts.flatMap(fieldsOf);
}
