import type { Collection } from '../collection.js';
import { CommandError, unsupported } from '../errors.js';
import { buildIndex } from '../index/build.js';
import type { CollectionIndex, NewIndex } from '../index/collection-index.js';
import { equalValues } from '../order.js';
import { parseFilter } from '../query/filter.js';
import { isPosition, splitPath } from '../query/paths.js';
import { type Doc, encode, isDoc, toNumber, wholeNumber } from '../values.js';
import { cursorReply } from '../wire/messages.js';
import { Arguments } from './arguments.js';
import { collectionOf, type Handlers, namespaceOf } from './command.js';

/** MongoDB's limits. */
const MAX_INDEXES = 64;
const MAX_FIELDS = 32;

export const indexHandlers: Handlers = {
  async createIndexes(call) {
    const { arguments: args, database, task } = call;
    args.allow('indexes', 'commitQuorum ignoreUnknownIndexOptions');
    const namespace = namespaceOf(call);
    const wanted = args.docs('indexes').map(parseIndex);
    const createdCollectionAutomatically = collectionOf(call) === undefined;
    const collection = await database.store.write(() => database.catalogue.findOrCreate(namespace));
    return collection.oneBuildAtATime(async () => {
      const numIndexesBefore = collection.indexes.length;
      const missing = wanted.filter((index) => !isThere(collection, index));
      if (numIndexesBefore + missing.length > MAX_INDEXES)
        throw new CommandError(67, `add index fails, too many indexes for ${namespace}`);
      for (const index of missing) await buildIndex(database, collection, index, task);
      const note = missing.length === 0 ? { note: 'all indexes already exist' } : {};
      const numIndexesAfter = collection.indexes.length;
      return { numIndexesBefore, numIndexesAfter, createdCollectionAutomatically, ...note };
    });
  },

  async dropIndexes(call) {
    const { arguments: args, database } = call;
    args.allow('index');
    return database.store.write(() => {
      const collection = collectionOf(call);
      if (!collection) throw new CommandError(26, `ns not found ${namespaceOf(call)}`);
      const nIndexesWas = collection.indexes.length;
      for (const index of indexesToDrop(collection, args.raw('index')))
        database.catalogue.dropIndex(collection, index);
      return { nIndexesWas };
    });
  },

  listIndexes(call) {
    call.arguments.allow('cursor', 'includeBuildUUIDs includeIndexBuildInfo');
    const collection = collectionOf(call);
    if (!collection) throw new CommandError(26, `ns does not exist: ${namespaceOf(call)}`);
    const described = collection.indexes.filter(({ definition }) => !definition.building).map(describeIndex);
    return cursorReply('firstBatch', described.map(encode), 0n, collection.namespace);
  },
};

/** An index as `listIndexes` shows it. */
export function describeIndex({ definition }: CollectionIndex): Doc {
  const { key, name, unique, sparse, partialFilterExpression, expireAfterSeconds } = definition;
  return {
    v: wholeNumber(2),
    key,
    name,
    ...(unique && name !== '_id_' ? { unique } : {}),
    ...(sparse ? { sparse } : {}),
    ...(partialFilterExpression ? { partialFilterExpression } : {}),
    ...(expireAfterSeconds === undefined ? {} : { expireAfterSeconds: wholeNumber(expireAfterSeconds) }),
  };
}

/** @throws {CommandError} for keys and options outside the supported ones */
function parseIndex(raw: Doc): NewIndex {
  const args = new Arguments({ createIndexes: 1, ...raw }).allow(
    'key name unique sparse partialFilterExpression expireAfterSeconds',
    'background v ns',
    'hidden weights default_language textIndexVersion 2dsphereIndexVersion wildcardProjection dropDups prepareUnique',
  );
  const key = args.doc('key');
  refuseBadKey(key);
  const partial =
    args.raw('partialFilterExpression') === undefined ? undefined : args.doc('partialFilterExpression');
  if (partial) parseFilter(partial);
  const sparse = args.flag('sparse');
  if (sparse && partial)
    throw new CommandError(67, "cannot mix 'partialFilterExpression' and 'sparse' options");
  const expireAfterSeconds = args.whole('expireAfterSeconds');
  if (expireAfterSeconds !== undefined && Object.keys(key).length !== 1)
    throw new CommandError(67, 'TTL indexes are single-field indexes, compound indexes do not support TTL');
  const unique = args.flag('unique');
  return {
    key,
    name: args.text('name'),
    unique,
    sparse,
    partialFilterExpression: partial,
    expireAfterSeconds,
  };
}

function refuseBadKey(key: Doc): void {
  const fields = Object.keys(key);
  if (fields.length === 0 || fields.length > MAX_FIELDS)
    throw new CommandError(67, `Index keys must have between 1 and ${MAX_FIELDS} fields`);
  for (const field of fields) {
    const kind = key[field];
    if (typeof kind === 'string') throw unsupported(`an index of the kind '${kind}'`);
    if (!toNumber(kind))
      throw new CommandError(67, `An index key must be a number > 0 or < 0, at '${field}'`);
    const parts = splitPath(field);
    if (parts.includes('')) throw new CommandError(67, 'Index keys cannot contain an empty field.');
    if (parts.some((part) => part.startsWith('$') || isPosition(part)))
      throw unsupported(`the index field '${field}'`);
  }
}

/** Whether the same index is there already. @throws {CommandError} when a different one is in the way */
function isThere(collection: Collection, wanted: NewIndex): boolean {
  const sameKey = collection.indexes.find(({ definition }) => equalValues(definition.key, wanted.key));
  const sameName = collection.indexes.find(({ definition }) => definition.name === wanted.name);
  const known = sameKey ?? sameName;
  if (!known) return false;
  const { definition } = known;
  if (!sameKey)
    throw new CommandError(86, `An existing index has the same name as the requested one: ${wanted.name}`);
  if (definition.name === '_id_' || isSame(definition, wanted)) return true;
  throw new CommandError(85, `An equivalent index exists with another name or options: ${definition.name}`);
}

function isSame(known: NewIndex, wanted: NewIndex): boolean {
  return (
    known.name === wanted.name &&
    known.unique === wanted.unique &&
    known.sparse === wanted.sparse &&
    known.expireAfterSeconds === wanted.expireAfterSeconds &&
    equalValues(known.partialFilterExpression, wanted.partialFilterExpression)
  );
}

function indexesToDrop({ indexes }: Collection, wanted: unknown): CollectionIndex[] {
  const droppable = indexes.filter(({ definition }) => definition.name !== '_id_');
  if (wanted === '*') return droppable;
  return [wanted].flat().map((one) => {
    if (one === '_id_') throw new CommandError(72, 'cannot drop _id index');
    const found = droppable.find(({ definition: { key, name } }) =>
      isDoc(one) ? equalValues(key, one) : name === one,
    );
    if (found) return found;
    throw new CommandError(27, `index not found with name [${isDoc(one) ? JSON.stringify(one) : one}]`);
  });
}
