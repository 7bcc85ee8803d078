import { Int32 } from 'bson';
import { typeName } from '../bson-types.js';
import { CommandError, unknownName } from '../errors.js';
import { compareValues } from '../order.js';
import { compileFilter, parseFilter } from '../query/filter.js';
import { MAX_MEMORY_BYTES, parseSort, Sorter, sortKeyMaker } from '../query/sort.js';
import { boundedSize, type Doc, isDoc, refuseOversize, toNumber } from '../values.js';
import { compileExpression } from './expressions.js';
import { addFields, unwind } from './fields.js';
import { type GroupPlan, Groups, parseBucket, parseGroup } from './group.js';
import { compileProjection } from './projection.js';

/** Documents on their way, a batch at a time. */
export type Batches = AsyncIterable<readonly Doc[]>;

/** One stage of a pipeline. */
export type Stage = (input: Batches) => Batches;

/** What stages need of the world outside. */
export interface Surroundings {
  /** Lets every other command have its turn, when it is time for one. */
  pause(): Promise<void>;
  /** Makes the stage that reads another collection. */
  lookup(argument: unknown): Stage;
}

/** A batch that a stage makes ends when it is so large. */
const BATCH_BYTES = 1024 * 1024;
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

const STAGES: Readonly<Record<string, (argument: unknown, around: Surroundings) => Stage>> = {
  $match: (argument, around) => {
    const matches = compileFilter(parseFilter(parseMatch(argument)));
    return eachDocument((document) => (matches(document) ? [document] : []), around);
  },
  $project: (argument, around) => {
    const project = compileProjection(isDoc(argument) ? argument : {});
    if (!project)
      throw new CommandError(51272, 'Invalid $project :: projection must have at least one field');
    return eachDocument((document) => [project(document)], around);
  },
  $addFields: (argument, around) => {
    const change = addFields(argument);
    return eachDocument((document) => [change(document)], around);
  },
  $replaceRoot: (argument, around) => {
    const change = replaceRoot(argument);
    return eachDocument((document) => [change(document)], around);
  },
  $unwind: (argument, around) => eachDocument(unwind(argument), around),
  $group: (argument, around) => group(parseGroup(argument), around),
  $bucket: (argument, around) => {
    const byId = (a: Doc, b: Doc) => compareValues(a._id, b._id);
    return group(parseBucket(argument), around, (groups) => groups.sort(byId));
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
  $lookup: (argument, { lookup }) => lookup(argument),
  $facet: facet,
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
export function compilePipeline(pipeline: readonly Doc[], around: Surroundings): Stage {
  const stages = pipeline.map((stage, i) => {
    const [name, argument] = stageEntry(stage);
    const limit = pipeline[i + 1]?.$limit;
    // A sort that only its first documents are wanted of keeps no more.
    if (name === '$sort' && limit !== undefined) return sort(argument, wholeArgument('$limit', limit, 1));
    const make = Object.hasOwn(STAGES, name) ? STAGES[name] : undefined;
    if (!make) throw unknownName('pipeline stage', name, 40324);
    return make(argument, around);
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

/**
 * A stage that makes of each document none, one or many. However much that is, a batch stays small and others
 * have their turn.
 */
function eachDocument(change: (document: Doc) => Iterable<Doc>, { pause }: Surroundings): Stage {
  return async function* (input) {
    for await (const documents of input) {
      let made: Doc[] = [];
      let bytes = 0;
      for (const document of documents)
        for (const changed of change(document)) {
          made.push(changed);
          bytes += boundedSize(changed);
          await pause();
          if (bytes < BATCH_BYTES) continue;
          yield made;
          [made, bytes] = [[], 0];
        }
      yield made;
    }
  };
}

function group(
  plan: GroupPlan,
  { pause }: Surroundings,
  order: (groups: Doc[]) => Doc[] = (groups) => groups,
): Stage {
  return async function* (input) {
    const groups = new Groups(plan);
    for await (const documents of input)
      for (const document of documents) {
        groups.add(document, 1);
        await pause();
      }
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
      for (const document of documents) sorter.add(keyOf(document), document, boundedSize(document));
    yield sorter.items();
  };
}

/** Several pipelines over the same documents; one document with all their results. */
function facet(specification: unknown, around: Surroundings): Stage {
  if (!isDoc(specification) || Object.keys(specification).length === 0)
    throw new CommandError(40169, 'the $facet specification must be a non-empty object');
  const facets = Object.entries(specification).map(([name, pipeline]) => {
    if (!Array.isArray(pipeline))
      throw new CommandError(40170, `arguments to $facet must be arrays, ${name} is not`);
    const bad = pipeline.find(
      (stage) => isDoc(stage) && NOT_IN_FACET.some((forbidden) => forbidden in stage),
    );
    if (bad) throw new CommandError(40600, `${Object.keys(bad)[0]} is not allowed within a $facet stage`);
    return { name, run: compilePipeline(expandPipeline(pipeline), around) };
  });
  return async function* (input) {
    const seen: Doc[] = [];
    let bytes = 0;
    for await (const documents of input)
      for (const document of documents) {
        seen.push(document);
        bytes += boundedSize(document);
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

/** One result of a facet: a document has to hold it. */
async function gather(batches: Batches): Promise<Doc[]> {
  const all: Doc[] = [];
  let bytes = 0;
  for await (const documents of batches)
    for (const document of documents) {
      bytes += boundedSize(document);
      refuseOversize(bytes);
      all.push(document);
    }
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
