import { Int32 } from 'bson';
import { typeName } from '../bson-types.js';
import { CommandError, unknownName } from '../errors.js';
import { compareValues } from '../order.js';
import { compileFilter, parseFilter } from '../query/filter.js';
import { MAX_MEMORY_BYTES, parseSort, Sorter, sortKeyMaker } from '../query/sort.js';
import { type Doc, isDoc, sizeOf, toNumber } from '../values.js';
import { compileExpression } from './expressions.js';
import { addFields } from './fields.js';
import { type GroupPlan, Groups, parseBucket, parseGroup } from './group.js';
import { compileProjection } from './projection.js';
import { unwind } from './unwind.js';

/** Documents on their way, a batch at a time. */
export type Batches = AsyncIterable<readonly Doc[]>;

/** One stage of a pipeline. */
export type Stage = (input: Batches) => Batches;

/** Makes the stages that read other collections. */
export type MakeLookup = (argument: unknown) => Stage;

/** MongoDB's limit on stages. */
const MAX_STAGES = 1_000;

/** Stages that are other stages in short. */
const SHORT_FORMS: Readonly<Record<string, (argument: unknown) => Doc[]>> = {
  $set: (argument) => [{ $addFields: argument }],
  $unset: (argument) => [{ $project: unsetProjection(argument) }],
  $replaceWith: (argument) => [{ $replaceRoot: { newRoot: argument } }],
  $count: (argument) => [
    { $group: { _id: null, [countName(argument)]: { $sum: new Int32(1) } } },
    { $project: { _id: false } },
  ],
  $sortByCount: (argument) => [
    { $group: { _id: argument, count: { $sum: new Int32(1) } } },
    { $sort: { count: new Int32(-1) } },
  ],
};

const STAGES: Readonly<Record<string, (argument: unknown, makeLookup: MakeLookup) => Stage>> = {
  $match: (argument) => {
    const matches = compileFilter(parseFilter(parseMatch(argument)));
    return eachBatch((documents) => documents.filter((document) => matches(document)));
  },
  $project: (argument) => {
    const project = compileProjection(isDoc(argument) ? argument : {});
    if (!project)
      throw new CommandError(51272, 'Invalid $project :: projection must have at least one field');
    return eachBatch((documents) => documents.map(project));
  },
  $addFields: (argument) => {
    const change = addFields(argument);
    return eachBatch((documents) => documents.map(change));
  },
  $replaceRoot: (argument) => {
    const change = replaceRoot(argument);
    return eachBatch((documents) => documents.map(change));
  },
  $unwind: (argument) => {
    const change = unwind(argument);
    return eachBatch((documents) => documents.flatMap(change));
  },
  $group: (argument) => group(parseGroup(argument)),
  $bucket: (argument) => {
    const byId = (a: Doc, b: Doc) => compareValues(a._id, b._id);
    return group(parseBucket(argument), (groups) => groups.sort(byId));
  },
  $sort: (argument) => sort(argument, Number.POSITIVE_INFINITY),
  $skip: (argument) => {
    const count = wholeArgument('$skip', argument, 0);
    return async function* (input) {
      let left = count;
      for await (const documents of input) {
        yield documents.slice(left);
        left = Math.max(0, left - documents.length);
      }
    };
  },
  $limit: (argument) => {
    const max = wholeArgument('$limit', argument, 1);
    return async function* (input) {
      let left = max;
      for await (const documents of input) {
        yield documents.slice(0, left);
        left -= documents.length;
        if (left <= 0) return;
      }
    };
  },
  $lookup: (argument, makeLookup) => makeLookup(argument),
  $facet: (argument, makeLookup) => facet(argument, makeLookup),
};

/** Stages that may not stand inside a facet. */
const NOT_IN_FACET = ['$facet', '$out', '$merge', '$geoNear', '$indexStats', '$collStats'];

/** Writes the short forms out. @throws {CommandError} for what is no pipeline */
export function expandPipeline(pipeline: readonly unknown[]): Doc[] {
  if (pipeline.length > MAX_STAGES)
    throw new CommandError(7749501, `Pipeline length must be no longer than ${MAX_STAGES} stages.`);
  return pipeline.flatMap((stage) => {
    const [name, argument] = stageEntry(stage);
    const expand = Object.hasOwn(SHORT_FORMS, name) ? SHORT_FORMS[name] : undefined;
    return expand ? expand(argument) : [{ [name]: argument }];
  });
}

/** @param pipeline expanded @throws {CommandError} for stages outside the supported ones */
export function compilePipeline(pipeline: readonly Doc[], makeLookup: MakeLookup): Stage {
  const stages = pipeline.map((stage, i) => {
    const [name, argument] = stageEntry(stage);
    const limit = pipeline[i + 1]?.$limit;
    // A sort that only its first documents are wanted of keeps no more.
    if (name === '$sort' && limit !== undefined) return sort(argument, wholeArgument('$limit', limit, 1));
    const make = Object.hasOwn(STAGES, name) ? STAGES[name] : undefined;
    if (!make) throw unknownName('pipeline stage', name, 40324);
    return make(argument, makeLookup);
  });
  return (input) => stages.reduce((flowing, stage) => stage(flowing), input);
}

/** Name and argument of a stage. @throws {CommandError} */
export function stageEntry(stage: unknown): readonly [name: string, argument: unknown] {
  const [entry, ...others] = isDoc(stage) ? Object.entries(stage) : [];
  if (entry && others.length === 0) return entry;
  throw new CommandError(40323, 'A pipeline stage specification object must contain exactly one field.');
}

/** The filter of a `$match`. @throws {CommandError} */
export function parseMatch(argument: unknown): Doc {
  if (isDoc(argument)) return argument;
  throw new CommandError(15959, 'the match filter must be an expression in an object');
}

/** A stage that needs nothing of one batch for the next. */
export function eachBatch(change: (documents: readonly Doc[]) => readonly Doc[]): Stage {
  return async function* (input) {
    for await (const documents of input) yield change(documents);
  };
}

function group(plan: GroupPlan, order: (groups: Doc[]) => Doc[] = (groups) => groups): Stage {
  return async function* (input) {
    const groups = new Groups(plan);
    for await (const documents of input) for (const document of documents) groups.add(document, 1);
    yield order(groups.documents());
  };
}

function sort(argument: unknown, max: number): Stage {
  const order = parseSort(argument);
  if (!order) throw new CommandError(15976, '$sort stage must have at least one sort key');
  const keyOf = sortKeyMaker(order);
  return async function* (input) {
    const sorter = new Sorter<Doc>(max);
    for await (const documents of input)
      for (const document of documents) sorter.add(keyOf(document), document, sizeOf(document));
    yield sorter.items();
  };
}

/** Several pipelines over the same documents; one document with all their results. */
function facet(specification: unknown, makeLookup: MakeLookup): Stage {
  if (!isDoc(specification) || Object.keys(specification).length === 0)
    throw new CommandError(40169, 'the $facet specification must be a non-empty object');
  const facets = Object.entries(specification).map(([name, pipeline]) => {
    if (!Array.isArray(pipeline))
      throw new CommandError(40170, `arguments to $facet must be arrays, ${name} is not`);
    const bad = pipeline.find(
      (stage) => isDoc(stage) && NOT_IN_FACET.some((forbidden) => forbidden in stage),
    );
    if (bad) throw new CommandError(40600, `${Object.keys(bad)[0]} is not allowed within a $facet stage`);
    return { name, run: compilePipeline(expandPipeline(pipeline), makeLookup) };
  });
  return async function* (input) {
    const seen: Doc[] = [];
    let bytes = 0;
    for await (const documents of input)
      for (const document of documents) {
        seen.push(document);
        bytes += sizeOf(document);
        if (bytes > MAX_MEMORY_BYTES)
          throw new CommandError(4031700, `$facet exceeds the memory limit of ${MAX_MEMORY_BYTES} bytes`);
      }
    const results: Doc = {};
    for (const { name, run } of facets) results[name] = await gather(run(only(seen)));
    yield [results];
  };
}

async function* only(documents: readonly Doc[]): Batches {
  yield documents;
}

async function gather(batches: Batches): Promise<Doc[]> {
  const all: Doc[] = [];
  for await (const documents of batches) for (const document of documents) all.push(document);
  return all;
}

function replaceRoot(argument: unknown): (document: Doc) => Doc {
  if (!isDoc(argument) || argument.newRoot === undefined)
    throw new CommandError(40231, 'no newRoot specified for the $replaceRoot stage');
  const compute = compileExpression(argument.newRoot);
  return (document) => {
    const root = compute(document);
    if (isDoc(root)) return root;
    throw new CommandError(40228, `'newRoot' must evaluate to an object, not to a ${typeName(root)}`);
  };
}

function unsetProjection(argument: unknown): Doc {
  const fields = [argument].flat();
  if (fields.length === 0 || !fields.every((field) => typeof field === 'string'))
    throw new CommandError(31002, '$unset specification must be a string or an array');
  return Object.fromEntries(fields.map((field) => [field, false]));
}

function countName(argument: unknown): string {
  if (typeof argument === 'string' && /^[^$.][^.]*$/.test(argument)) return argument;
  throw new CommandError(40156, 'the count field must be a non-empty string without $ in front or dots');
}

function wholeArgument(stage: string, argument: unknown, least: number): number {
  const number = toNumber(argument);
  if (number === undefined || !Number.isInteger(number))
    throw new CommandError(5107201, `invalid argument to ${stage} stage: Expected an integer`);
  if (number < least) throw new CommandError(15958, `the ${stage} must be at least ${least}`);
  return number;
}
