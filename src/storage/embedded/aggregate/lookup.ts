import type { Collection } from '../collection.js';
import { CommandError, unsupported } from '../errors.js';
import { parseFilter } from '../query/parse.js';
import { splitPath, visitPath } from '../query/paths.js';
import { select } from '../query/selection.js';
import { type Doc, decodeStored, isDoc } from '../values.js';
import { setFields } from './set-fields.js';
import type { Stage } from './stage.js';
import type { StageContext } from './stages.js';

/** `$lookup` by equality of one field: every document of the other collection that matches, as an array. */
export function lookup(specification: unknown, { database, databaseName, pause }: StageContext): Stage {
  if (!isDoc(specification)) throw new CommandError(9, 'the $lookup specification must be an Object');
  const { from, localField, foreignField, as, ...unknown } = specification;
  const [option] = Object.keys(unknown);
  if (option === 'pipeline' || option === 'let') throw unsupported(`the option '${option}' of $lookup`);
  if (option) throw new CommandError(9, `unknown argument to $lookup: ${option}`);
  if (
    typeof from !== 'string' ||
    typeof localField !== 'string' ||
    typeof foreignField !== 'string' ||
    typeof as !== 'string'
  )
    throw new CommandError(9, "$lookup requires 'from', 'localField', 'foreignField' and 'as' as strings");
  const localPath = splitPath(localField);
  return {
    async push(documents) {
      const collection = database.catalogue.find(`${databaseName}.${from}`);
      const joined: Doc[] = [];
      for (const document of documents) {
        const matches = collection ? await find(collection, localValues(document, localPath)) : [];
        joined.push(setFields({ [as]: { $literal: matches } })(document));
      }
      return joined;
    },
  };

  async function find(collection: Collection, values: readonly unknown[]): Promise<Doc[]> {
    const filter = parseFilter({ [foreignField as string]: { $in: values } });
    const { reader } = select(database, collection, { filter });
    const found: Doc[] = [];
    while (!reader.done) {
      for (const row of reader.read(1_000)) found.push(row.document ?? decodeStored(row.bytes));
      if (!reader.done) await pause();
    }
    return found;
  }
}

/** The elements of an array count one by one; missing counts as null. */
function localValues(document: Doc, path: readonly string[]): unknown[] {
  const values: unknown[] = [];
  visitPath(document, path, (value) => {
    if (!Array.isArray(value)) values.push(value ?? null);
    return false;
  });
  return values;
}
