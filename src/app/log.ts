import pino, { type Logger } from 'pino';
import pretty from 'pino-pretty';
import type { Config } from '../config.js';
import { describeError } from '../lib/describe-error.js';

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
