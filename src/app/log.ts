import pino, { type Logger } from 'pino';
import pretty from 'pino-pretty';
import type { Config } from '../config.js';

/**
 * The process's log, on standard error: readable in a terminal, JSON lines elsewhere. Code logs ids and kinds
 * only; errors are reduced to what cannot hold a person's text.
 */
export function createLog({ logLevel, logPretty }: Pick<Config, 'logLevel' | 'logPretty'>): Logger {
  const readable = logPretty ?? process.stderr.isTTY === true;
  const options = { level: logLevel, base: null, serializers: { err: describeError } };
  return readable
    ? pino(options, pretty({ destination: 2, colorize: process.stderr.isTTY === true, sync: true }))
    : pino(options, pino.destination({ dest: 2, sync: true }));
}

/**
 * Name, message and stack; never the payload that libraries hang on their errors. A database's message may quote
 * a person's address (duplicate keys do), so only its code is kept.
 */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error };
  const { name, message, stack } = error;
  const code = 'code' in error ? error.code : undefined;
  if (name.startsWith('Mongo')) return { name, code };
  return { name, message, code, stack };
}
