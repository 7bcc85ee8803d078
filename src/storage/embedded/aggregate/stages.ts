import { calculateObjectSize } from 'bson';
import type { Database } from '../database.js';
import { CommandError, unsupported } from '../errors.js';
import { compileFilter } from '../query/matcher.js';
import { parseFilter } from '../query/parse.js';
import { compileProjection } from '../query/projection.js';
import { parseSort, Sorter, sortKeyMaker } from '../query/sort.js';
import { type Doc, isDoc, toNumber, typeName, wholeNumber } from '../values.js';
import { compileExpression } from './expressions.js';
import { facet } from './facet.js';
import { bucket, Groups, parseGroup, sortByCount } from './group.js';
import { lookup } from './lookup.js';
import { setFields } from './set-fields.js';
import { eachDocument, type Stage } from './stage.js';
import { unwind } from './unwind.js';

/** What stages that read other collections need. */
export interface StageContext {
  readonly database: Database;
  readonly databaseName: string;
  readonly pause: () => Promise<void>;
}

type StageMaker = (argument: unknown, context: StageContext) => Stage;

const STAGES: Readonly<Record<string, StageMaker>> = {
  $match: (argument) => match(argument),
  $group: (argument) => new Groups(parseGroup(argument)),
  $sort: (argument) => sort(argument, Number.POSITIVE_INFINITY),
  $project: (argument) => project(argument),
  $addFields: (argument) => eachDocument(setFields(argument)),
  $set: (argument) => eachDocument(setFields(argument)),
  $unset: (argument) => unset(argument),
  $limit: (argument) => limit(wholeArgument('$limit', argument, 1)),
  $skip: (argument) => skip(wholeArgument('$skip', argument, 0)),
  $count: (argument) => count(argument),
  $unwind: (argument) => eachDocument(unwind(argument)),
  $lookup: (argument, context) => lookup(argument, context),
  $facet: (argument, context) => facet(argument, (pipeline) => compileStages(pipeline, context)),
  $replaceRoot: (argument) => replaceRoot(isDoc(argument) ? argument.newRoot : undefined),
  $replaceWith: (argument) => replaceRoot(argument),
  $sortByCount: (argument) => sortByCount(argument),
  $bucket: (argument) => bucket(argument),
};

/** MongoDB's stages that this database has not. */
const ELSEWHERE = new Set(
  `$bucketAuto $changeStream $changeStreamSplitLargeEvent $collStats $currentOp $densify $documents $fill $geoNear
   $graphLookup $indexStats $listLocalSessions $listSampledQueries $listSearchIndexes $listSessions $merge $out
   $planCacheStats $redact $sample $search $searchMeta $setWindowFields $shardedDataDistribution $unionWith
   $vectorSearch`.split(/\s+/),
);

/** @throws {CommandError} for stages outside the supported ones */
export function compileStages(pipeline: readonly unknown[], context: StageContext): Stage[] {
  return pipeline.map((stage, i) => {
    const [name, argument] = stageEntry(stage);
    const next = pipeline[i + 1];
    // A sort that only its first documents are wanted of keeps no more.
    if (name === '$sort' && isDoc(next) && '$limit' in next)
      return sort(argument, wholeArgument('$limit', next.$limit, 1));
    const make = Object.hasOwn(STAGES, name) ? STAGES[name] : undefined;
    if (make) return make(argument, context);
    if (ELSEWHERE.has(name)) throw unsupported(`the pipeline stage ${name}`);
    throw new CommandError(40324, `Unrecognized pipeline stage name: '${name}'`);
  });
}

/** Name and argument of a stage. @throws {CommandError} */
export function stageEntry(stage: unknown): [string, unknown] {
  const [entry, ...others] = isDoc(stage) ? Object.entries(stage) : [];
  if (!entry || others.length > 0)
    throw new CommandError(40323, 'A pipeline stage specification object must contain exactly one field.');
  return entry;
}

function match(argument: unknown): Stage {
  if (!isDoc(argument)) throw new CommandError(15959, 'the match filter must be an expression in an object');
  const matches = compileFilter(parseFilter(argument));
  return { push: (documents) => documents.filter((document) => matches(document)) };
}

function sort(argument: unknown, max: number): Stage {
  const order = parseSort(argument);
  if (!order) throw new CommandError(15976, '$sort stage must have at least one sort key');
  const keyOf = sortKeyMaker(order);
  const sorter = new Sorter<Doc>(max);
  return {
    push(documents) {
      for (const document of documents) sorter.add(keyOf(document), document, calculateObjectSize(document));
      return [];
    },
    end: () => sorter.items(),
  };
}

function project(argument: unknown): Stage {
  if (!isDoc(argument) || Object.keys(argument).length === 0)
    throw new CommandError(
      51272,
      'Invalid $project :: caused by :: projection specification must have at least one field',
    );
  for (const value of Object.values(argument))
    if (isDoc(value) && '$elemMatch' in value)
      throw new CommandError(168, "Unrecognized expression '$elemMatch'");
  const projection = compileProjection(argument, compileExpression);
  return eachDocument((document) => projection?.(document) ?? document);
}

function unset(argument: unknown): Stage {
  const fields = Array.isArray(argument) ? argument : [argument];
  if (fields.length === 0 || !fields.every((field) => typeof field === 'string'))
    throw new CommandError(31002, '$unset specification must be a string or an array');
  return project(Object.fromEntries(fields.map((field) => [field, false])));
}

function limit(max: number): Stage {
  let left = max;
  return {
    get done() {
      return left === 0;
    },
    push(documents) {
      const kept = documents.slice(0, left);
      left -= kept.length;
      return kept;
    },
  };
}

function skip(count: number): Stage {
  let left = count;
  return {
    push(documents) {
      const kept = documents.slice(left);
      left = Math.max(0, left - documents.length);
      return kept;
    },
  };
}

function count(argument: unknown): Stage {
  if (typeof argument !== 'string' || argument === '' || argument.startsWith('$') || argument.includes('.'))
    throw new CommandError(
      40156,
      'the count field must be a non-empty string, not start with $ and hold no dot',
    );
  let total = 0;
  return {
    push(documents) {
      total += documents.length;
      return [];
    },
    end: () => (total === 0 ? [] : [{ [argument]: wholeNumber(total) }]),
  };
}

function replaceRoot(expression: unknown): Stage {
  if (expression === undefined)
    throw new CommandError(40231, 'no newRoot specified for the $replaceRoot stage');
  const compute = compileExpression(expression);
  return eachDocument((document) => {
    const root = compute(document);
    if (isDoc(root)) return root;
    throw new CommandError(
      40228,
      `'newRoot' expression must evaluate to an object, but resulting value was of type ${typeName(root)}`,
    );
  });
}

function wholeArgument(stage: string, argument: unknown, least: number): number {
  const number = toNumber(argument);
  if (number === undefined || !Number.isInteger(number))
    throw new CommandError(5107201, `invalid argument to ${stage} stage: Expected an integer`);
  if (number < least)
    throw new CommandError(15958, `the ${stage.slice(1)} must be ${least > 0 ? 'positive' : 'non-negative'}`);
  return number;
}
