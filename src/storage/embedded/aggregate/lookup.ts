import type { Collection } from '../collection.js';
import type { Database } from '../database.js';
import { CommandError, unsupported } from '../errors.js';
import { parseFilter } from '../query/filter.js';
import { splitPath, visitPath } from '../query/paths.js';
import { documentOf, Selection } from '../query/selection.js';
import { boundedSize, type Doc, isDoc, refuseOversize } from '../values.js';
import { parseFieldPath, setAt } from './fields.js';
import type { Stage } from './pipeline.js';

/** Documents of the other collection read between two turns of the others. */
const READ_AT_ONCE = 1_000;

/**
 * `$lookup` by equality of one field: every document of the other collection that matches, as an array.
 *
 * @param pause lets every other command have its turn
 * @throws {CommandError}
 */
export function lookup(
  specification: unknown,
  database: Database,
  databaseName: string,
  pause: () => Promise<void>,
): Stage {
  const { from, localField, foreignField, as } = parseLookup(specification);
  const localPath = splitPath(localField);
  const asPath = parseFieldPath(as);
  return async function* (input) {
    const collection = database.catalogue.find(`${databaseName}.${from}`);
    for await (const documents of input)
      for (const document of documents) {
        const found = collection ? await find(collection, localValues(document, localPath)) : [];
        const joined = setAt(document, asPath, found) as Doc;
        boundedSize(joined);
        yield [joined];
      }
  };

  async function find(collection: Collection, values: readonly unknown[]): Promise<Doc[]> {
    const selection = new Selection(database, collection, {
      filter: parseFilter({ [foreignField]: { $in: values } }),
    });
    const found: Doc[] = [];
    let bytes = 0;
    while (!selection.done) {
      for (const row of selection.read(READ_AT_ONCE)) {
        bytes += row.bytes.length;
        found.push(documentOf(row));
      }
      refuseOversize(bytes);
      await pause();
    }
    return found;
  }
}

function parseLookup(specification: unknown) {
  if (!isDoc(specification)) throw new CommandError(9, 'the $lookup specification must be an Object');
  const { from, localField, foreignField, as, ...unknown } = specification;
  const [option] = Object.keys(unknown);
  if (option === 'pipeline' || option === 'let') throw unsupported(`the option '${option}' of $lookup`);
  if (option) throw new CommandError(9, `unknown argument to $lookup: ${option}`);
  const isText = (value: unknown) => typeof value === 'string';
  if (!isText(from) || !isText(localField) || !isText(foreignField) || !isText(as))
    throw new CommandError(9, "$lookup requires 'from', 'localField', 'foreignField' and 'as' as strings");
  return { from, localField, foreignField, as };
}

/** The elements of an array count one by one; missing counts as null. */
function localValues(document: Doc, path: readonly string[]): unknown[] {
  const values: unknown[] = [];
  visitPath(document, path, true, (value) => {
    if (!Array.isArray(value)) values.push(value ?? null);
    return false;
  });
  return values;
}
