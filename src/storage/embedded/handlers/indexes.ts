import type { NewIndex } from '../catalogue.js';
import type { Collection } from '../collection.js';
import { equalValues } from '../compare.js';
import { CommandError, unsupported } from '../errors.js';
import { buildIndex } from '../index/build.js';
import type { CollectionIndex } from '../index/collection-index.js';
import { sameKey } from '../index/planner.js';
import { parseFilter } from '../query/parse.js';
import { isPosition, splitPath } from '../query/paths.js';
import { type Doc, encode, isDoc, toNumber, wholeNumber } from '../values.js';
import { cursorReply } from '../wire/cursor-reply.js';
import { Arguments } from './arguments.js';
import type { Handlers } from './command.js';

/** MongoDB's limits. */
const MAX_INDEXES = 64;
const MAX_FIELDS = 32;

export const indexHandlers: Handlers = {
  async createIndexes({ arguments: args, database, databaseName, task }) {
    args.allow('indexes', 'commitQuorum ignoreUnknownIndexOptions');
    const namespace = `${databaseName}.${args.collection()}`;
    const wanted = args.docs('indexes').map(parseIndex);
    const createdCollection = database.catalogue.find(namespace) === undefined;
    const collection = await database.store.write(() => database.catalogue.findOrCreate(namespace));
    const { before, made } = await collection.oneBuildAtATime(async () => {
      const before = collection.indexes.length;
      const missing = wanted.filter((index) => !refuseConflict(collection, index));
      if (before + missing.length > MAX_INDEXES)
        throw new CommandError(67, `add index fails, too many indexes for ${namespace}`);
      for (const index of missing) await buildIndex(database, collection, index, task);
      return { before, made: missing.length };
    });
    const counts = { numIndexesBefore: before, numIndexesAfter: collection.indexes.length };
    const note = made === 0 ? { note: 'all indexes already exist' } : {};
    return { ...counts, createdCollectionAutomatically: createdCollection, ...note };
  },

  async dropIndexes({ arguments: args, database, databaseName }) {
    args.allow('index');
    const namespace = `${databaseName}.${args.collection()}`;
    return database.store.write(() => {
      const collection = database.catalogue.find(namespace);
      if (!collection) throw new CommandError(26, `ns not found ${namespace}`);
      const before = collection.indexes.length;
      for (const index of indexesToDrop(collection, args.raw('index')))
        database.catalogue.dropIndex(collection, index);
      return { nIndexesWas: before };
    });
  },

  listIndexes({ arguments: args, database, databaseName }) {
    args.allow('cursor', 'includeBuildUUIDs includeIndexBuildInfo');
    const namespace = `${databaseName}.${args.collection()}`;
    const collection = database.catalogue.find(namespace);
    if (!collection) throw new CommandError(26, `ns does not exist: ${namespace}`);
    const described = collection.indexes.filter(({ definition }) => !definition.building).map(describeIndex);
    return cursorReply('firstBatch', described.map(encode), 0n, namespace);
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

function parseIndex(raw: Doc): NewIndex {
  const args = new Arguments({ createIndexes: 1, ...raw }).allow(
    'key name unique sparse partialFilterExpression expireAfterSeconds',
    'v background ns',
    'hidden weights default_language language_override textIndexVersion 2dsphereIndexVersion bits min max wildcardProjection clustered prepareUnique',
  );
  const key = args.doc('key');
  refuseBadKey(key);
  const partial = args.raw('partialFilterExpression');
  if (partial !== undefined) parseFilter(args.doc('partialFilterExpression'));
  const sparse = args.flag('sparse') ?? false;
  if (sparse && partial !== undefined)
    throw new CommandError(67, "cannot mix 'partialFilterExpression' and 'sparse' options");
  const expireAfterSeconds = args.whole('expireAfterSeconds');
  if (expireAfterSeconds !== undefined && Object.keys(key).length !== 1)
    throw new CommandError(67, 'TTL indexes are single-field indexes, compound indexes do not support TTL');
  return {
    key,
    name: args.text('name'),
    unique: args.flag('unique') ?? false,
    sparse,
    partialFilterExpression: partial === undefined ? undefined : args.doc('partialFilterExpression'),
    expireAfterSeconds,
  };
}

function refuseBadKey(key: Doc): void {
  const fields = Object.keys(key);
  if (fields.length === 0) throw new CommandError(67, 'Index keys cannot be an empty object');
  if (fields.length > MAX_FIELDS)
    throw new CommandError(13103, `too many compound index fields, at most ${MAX_FIELDS}`);
  for (const field of fields) {
    const kind = key[field];
    if (typeof kind === 'string') throw unsupported(`an index of the kind '${kind}'`);
    const direction = toNumber(kind);
    if (!direction)
      throw new CommandError(67, `Values in v:2 index key pattern must be numbers > 0 or < 0, at '${field}'`);
    const parts = splitPath(field);
    if (parts.includes('')) throw new CommandError(67, 'Index keys cannot contain an empty field.');
    if (parts.some((part) => part.startsWith('$'))) throw unsupported(`the index field '${field}'`);
    if (parts.some(isPosition)) throw unsupported(`an index on an array's position ('${field}')`);
  }
}

/** @returns whether the same index is there already. @throws {CommandError} when a different one is in the way */
function refuseConflict(collection: Collection, wanted: NewIndex): boolean {
  for (const { definition } of collection.indexes) {
    const isSameKey = sameKey(definition.key, wanted.key);
    if (isSameKey && definition.name === '_id_') return true;
    if (!isSameKey && definition.name !== wanted.name) continue;
    if (!isSameKey)
      throw new CommandError(
        86,
        `An existing index has the same name as the requested index. Requested index: ${wanted.name}`,
      );
    const isSame =
      definition.name === wanted.name &&
      definition.unique === wanted.unique &&
      definition.sparse === wanted.sparse &&
      definition.expireAfterSeconds === wanted.expireAfterSeconds &&
      equalValues(definition.partialFilterExpression, wanted.partialFilterExpression);
    if (isSame) return true;
    throw new CommandError(
      85,
      `An equivalent index already exists with a different name or options: ${definition.name}`,
    );
  }
  return false;
}

function indexesToDrop(collection: Collection, wanted: unknown): CollectionIndex[] {
  const droppable = collection.indexes.filter(({ definition }) => definition.name !== '_id_');
  if (wanted === '*') return droppable;
  const names = Array.isArray(wanted) ? wanted : [wanted];
  return names.map((name: unknown) => {
    if (name === '_id_') throw new CommandError(72, 'cannot drop _id index');
    const found = droppable.find(({ definition }) =>
      isDoc(name) ? sameKey(definition.key, name) : definition.name === name,
    );
    if (!found)
      throw new CommandError(27, `index not found with name [${isDoc(name) ? JSON.stringify(name) : name}]`);
    return found;
  });
}
