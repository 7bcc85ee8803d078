import { ObjectId } from 'bson';
import { typeName } from '../bson-types.js';
import { CommandError } from '../errors.js';
import { type Doc, decode, encode, fieldOf, isDoc, refuseOversize } from '../values.js';
import { joinDocuments } from '../wire/bson-bytes.js';

/** A document as it is stored. */
export interface PreparedDocument {
  readonly bytes: Buffer;
  readonly document: Doc;
}

/**
 * Makes a document ready to be stored: `_id` in front, made when there is none. Otherwise its bytes stay as the
 * client wrote them.
 *
 * @returns why it cannot be stored, if it cannot
 */
export function prepareDocument(bytes: Buffer): PreparedDocument | CommandError {
  try {
    refuseOversize(bytes.length);
    return withIdFirst(bytes, decode(bytes));
  } catch (error) {
    if (error instanceof CommandError) return error;
    throw error;
  }
}

function withIdFirst(bytes: Buffer, document: Doc): PreparedDocument {
  const { _id: id = new ObjectId(), ...others } = document;
  if (fieldOf(document, '_id') === undefined)
    return { bytes: joinDocuments(encode({ _id: id }), bytes), document: { _id: id, ...others } };
  refuseBadId(id);
  if (Object.keys(document)[0] === '_id') return { bytes, document };
  return { bytes: encode({ _id: id, ...others }), document: { _id: id, ...others } };
}

/** @throws {CommandError} InvalidIdField, DollarPrefixedFieldName */
export function refuseBadId(id: unknown): void {
  const type = typeName(id);
  if (type === 'array' || type === 'regex' || type === 'undefined')
    throw new CommandError(53, `The '_id' value cannot be of type ${type}`);
  const dollar = isDoc(id) ? Object.keys(id).find((field) => field.startsWith('$')) : undefined;
  if (dollar) throw new CommandError(52, `_id fields may not contain '$'-prefixed fields: ${dollar}`);
}
