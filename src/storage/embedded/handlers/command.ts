import type { Collection } from '../collection.js';
import type { Database } from '../database.js';
import type { Doc } from '../values.js';
import type { Arguments } from './arguments.js';
import type { Task } from './task.js';

/** One command as its handler sees it. */
export interface Call {
  readonly database: Database;
  /** Name of the database the command is for */
  readonly databaseName: string;
  readonly arguments: Arguments;
  /** Documents to insert, as bytes */
  readonly documents: readonly Buffer[];
  readonly task: Task;
  readonly connectionId: number;
}

/** Answers with the fields of the reply (`ok: 1` is added), or with a whole reply as bytes. */
export type Handler = (call: Call) => Promise<Doc | Buffer> | Doc | Buffer;

export type Handlers = Readonly<Record<string, Handler>>;

/** `database.collection` that a command is about. */
export function namespaceOf({ databaseName, arguments: args }: Call): string {
  return `${databaseName}.${args.collection()}`;
}

/** The collection a command is about, if there is one. */
export function collectionOf(call: Call): Collection | undefined {
  return call.database.catalogue.find(namespaceOf(call));
}
