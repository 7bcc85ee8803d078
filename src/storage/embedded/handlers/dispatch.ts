import type { Database } from '../database.js';
import { CommandError, errorFields } from '../errors.js';
import { type Doc, fieldOf, toNumber } from '../values.js';
import type { Answer } from '../wire/connection.js';
import type { Request } from '../wire/messages.js';
import { aggregateHandlers } from './aggregate.js';
import { Arguments } from './arguments.js';
import { catalogueHandlers } from './catalogue-commands.js';
import type { Call, Handlers } from './command.js';
import { countHandlers } from './count.js';
import { deleteHandlers } from './delete.js';
import { explainHandlers } from './explain.js';
import { findHandlers } from './find.js';
import { findAndModifyHandlers } from './find-and-modify.js';
import { handshakeHandlers } from './handshake.js';
import { indexHandlers } from './indexes.js';
import { insertHandlers } from './insert.js';
import { Task } from './task.js';
import { updateHandlers } from './update.js';

const HANDLERS: Handlers = {
  ...handshakeHandlers,
  ...findHandlers,
  ...insertHandlers,
  ...updateHandlers,
  ...deleteHandlers,
  ...findAndModifyHandlers,
  ...countHandlers,
  ...aggregateHandlers,
  ...explainHandlers,
  ...indexHandlers,
  ...catalogueHandlers,
};

/** Answers commands; whatever goes wrong becomes an answer too. */
export function createAnswer(database: Database): Answer {
  return async (request, connectionId) => {
    try {
      return await run(database, request, connectionId);
    } catch (error) {
      if (!(error instanceof CommandError))
        database.log(`a command failed: ${error instanceof Error ? error.stack : error}`);
      return { ok: 0, ...errorFields(error) };
    }
  };
}

async function run(database: Database, request: Request, connectionId: number): Promise<Doc | Buffer> {
  const { body, documents = [], database: databaseName } = request;
  const name = Object.keys(body)[0] ?? '';
  const handler = Object.hasOwn(HANDLERS, name) ? HANDLERS[name] : undefined;
  if (!handler)
    throw new CommandError(59, `no such command: '${name}' is not supported by the embedded database`);
  const call: Call = {
    database,
    databaseName,
    arguments: new Arguments(body),
    documents,
    task: new Task(toNumber(fieldOf(body, 'maxTimeMS'))),
    connectionId,
  };
  const answer = await handler(call);
  return Buffer.isBuffer(answer) ? answer : { ...answer, ok: 1 };
}
