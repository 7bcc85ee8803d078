import type { Database } from '../database.js';
import { CommandError, errorFields } from '../errors.js';
import { type Doc, fieldOf, toNumber } from '../values.js';
import type { Answer } from '../wire/server.js';
import { aggregateHandlers } from './aggregate.js';
import { Arguments } from './arguments.js';
import { catalogueHandlers } from './catalogue-commands.js';
import type { Handlers } from './command.js';
import { findHandlers } from './find.js';
import { findAndModifyHandlers } from './find-and-modify.js';
import { handshakeHandlers } from './handshake.js';
import { indexHandlers } from './indexes.js';
import { Task } from './task.js';
import { writeHandlers } from './write.js';

const HANDLERS: Handlers = {
  ...handshakeHandlers,
  ...findHandlers,
  ...writeHandlers,
  ...findAndModifyHandlers,
  ...aggregateHandlers,
  ...indexHandlers,
  ...catalogueHandlers,
};

/** Answers commands; whatever goes wrong becomes an answer too. */
export function createAnswer(database: Database): Answer {
  return async ({ body, documents = [], database: databaseName }, connectionId) => {
    try {
      const name = Object.keys(body)[0] ?? '';
      const handler = Object.hasOwn(HANDLERS, name) ? HANDLERS[name] : undefined;
      if (!handler)
        throw new CommandError(59, `no such command: '${name}' is not supported by the embedded database`);
      const task = new Task(toNumber(fieldOf(body, 'maxTimeMS')));
      const args = new Arguments(body);
      const answer = await handler({
        database,
        databaseName,
        arguments: args,
        documents,
        task,
        connectionId,
      });
      return Buffer.isBuffer(answer) ? answer : ({ ...answer, ok: 1 } satisfies Doc);
    } catch (error) {
      if (!(error instanceof CommandError))
        database.log(`a command failed: ${error instanceof Error ? error.stack : error}`);
      return { ok: 0, ...errorFields(error) };
    }
  };
}
