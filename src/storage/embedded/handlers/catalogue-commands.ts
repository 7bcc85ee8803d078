import type { Collection } from '../collection.js';
import { CommandError } from '../errors.js';
import { compileFilter } from '../query/matcher.js';
import { parseFilter } from '../query/parse.js';
import { type Doc, encode, wholeNumber } from '../values.js';
import { cursorReply } from '../wire/cursor-reply.js';
import type { Handlers } from './command.js';
import { describeIndex } from './indexes.js';

/** Commands about databases and collections as such. */
export const catalogueHandlers: Handlers = {
  async create({ arguments: args, database, databaseName }) {
    args.allow(
      '',
      'autoIndexId',
      'capped size max validator validationLevel validationAction viewOn pipeline timeseries expireAfterSeconds clusteredIndex storageEngine indexOptionDefaults changeStreamPreAndPostImages encryptedFields',
    );
    const namespace = `${databaseName}.${args.collection()}`;
    await database.store.write(() => {
      if (database.catalogue.find(namespace))
        throw new CommandError(48, `Collection ${namespace} already exists.`);
      database.catalogue.findOrCreate(namespace);
    });
    return {};
  },

  async drop({ arguments: args, database, databaseName }) {
    args.allow('');
    const namespace = `${databaseName}.${args.collection()}`;
    return database.store.write(() => {
      const collection = database.catalogue.find(namespace);
      if (!collection) throw new CommandError(26, 'ns not found');
      database.catalogue.drop(collection);
      return { ns: namespace, nIndexesWas: collection.indexes.length };
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
    const matches = compileFilter(parseFilter(args.doc('filter')));
    const nameOnly = args.flag('nameOnly') ?? false;
    const found = database.catalogue
      .inDatabase(databaseName)
      .map((collection) => describeCollection(collection, nameOnly))
      .filter((description) => matches(description));
    return cursorReply('firstBatch', found.map(encode), 0n, `${databaseName}.$cmd.listCollections`);
  },

  listDatabases({ arguments: args, database }) {
    args.allow('filter nameOnly authorizedDatabases');
    const matches = compileFilter(parseFilter(args.doc('filter')));
    const names = [...new Set([...database.catalogue.all()].map((collection) => collection.database))].sort();
    const databases = names
      .map((name): Doc => (args.flag('nameOnly') ? { name } : { name, sizeOnDisk: 0, empty: false }))
      .filter((description) => matches(description));
    return { databases, totalSize: wholeNumber(0) };
  },
};

function describeCollection(collection: Collection, nameOnly: boolean): Doc {
  const description = { name: collection.name, type: 'collection' };
  const [idIndex] = collection.indexes;
  if (nameOnly || !idIndex) return description;
  return { ...description, options: {}, info: { readOnly: false }, idIndex: describeIndex(idIndex) };
}
