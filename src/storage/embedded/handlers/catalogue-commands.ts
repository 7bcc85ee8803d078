import { CommandError } from '../errors.js';
import { compileFilter, parseFilter } from '../query/filter.js';
import { type Doc, encode, wholeNumber } from '../values.js';
import { cursorReply } from '../wire/messages.js';
import { collectionOf, type Handlers, namespaceOf } from './command.js';
import { describeIndex } from './indexes.js';

/** Options of `create` that this database has not. */
const COLLECTION_OPTIONS = `capped size max validator validationLevel validationAction viewOn pipeline timeseries
  expireAfterSeconds clusteredIndex storageEngine indexOptionDefaults changeStreamPreAndPostImages encryptedFields`;

/** Commands about databases and collections as such. */
export const catalogueHandlers: Handlers = {
  async create(call) {
    call.arguments.allow('', 'autoIndexId', COLLECTION_OPTIONS);
    const namespace = namespaceOf(call);
    const { store, catalogue } = call.database;
    await store.write(() => {
      if (catalogue.find(namespace)) throw new CommandError(48, `Collection ${namespace} already exists.`);
      catalogue.findOrCreate(namespace);
    });
    return {};
  },

  async drop(call) {
    call.arguments.allow('');
    return call.database.store.write(() => {
      const collection = collectionOf(call);
      if (!collection) throw new CommandError(26, 'ns not found');
      call.database.catalogue.drop(collection);
      return { ns: collection.namespace, nIndexesWas: collection.indexes.length };
    });
  },

  async dropDatabase({ arguments: args, database, databaseName }) {
    args.allow('');
    return database.store.write(() => {
      const collections = database.catalogue.inDatabase(databaseName);
      for (const collection of collections) database.catalogue.drop(collection);
      return collections.length > 0 ? { dropped: databaseName } : {};
    });
  },

  listCollections({ arguments: args, database, databaseName }) {
    args.allow('filter nameOnly cursor authorizedCollections');
    const nameOnly = args.flag('nameOnly');
    const described = database.catalogue.inDatabase(databaseName).map(({ name, indexes: [idIndex] }): Doc => {
      const description = { name, type: 'collection' };
      if (nameOnly || !idIndex) return description;
      return { ...description, options: {}, info: { readOnly: false }, idIndex: describeIndex(idIndex) };
    });
    const matches = compileFilter(parseFilter(args.doc('filter')));
    const found = described.filter((description) => matches(description));
    return cursorReply('firstBatch', found.map(encode), 0n, `${databaseName}.$cmd.listCollections`);
  },

  listDatabases({ arguments: args, database }) {
    args.allow('filter nameOnly authorizedDatabases');
    const matches = compileFilter(parseFilter(args.doc('filter')));
    const names = [...new Set(database.catalogue.all().map((collection) => collection.database))].sort();
    const databases = names
      .map((name): Doc => (args.flag('nameOnly') ? { name } : { name, sizeOnDisk: 0, empty: false }))
      .filter((description) => matches(description));
    return { databases, totalSize: wholeNumber(0) };
  },
};
