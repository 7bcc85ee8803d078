import { createContext, Script } from 'node:vm';
import { CommandError } from '../errors.js';

/** All slow texts of one command together may hold up the database's thread for so long. */
const SLOW_TEXTS_MS = 500;
/** A text is slow when it takes longer than this; the guard itself takes 0.2 ms. */
const SLOW_TEXT_MS = 5;
/** As many steps take less time than the guard. */
const FREE_STEPS = 100_000;

const REPEATED_GROUP = /\)[*+?{]/;
const CHOICES = /[*+?{|]/g;
const SCRIPT = new Script('expression.test(text)');

/**
 * An expression's test with an end to the time it takes: one like `(a+)+$` could take years over fifty letters.
 * Where no group is repeated, each repetition or alternative multiplies the work by the text's length at most, so
 * most texts need no guard.
 *
 * @returns the test, to be used for one command. It throws {CommandError} MaxTimeMSExpired
 */
export function boundedTest(expression: RegExp, pattern: string): (text: string) => boolean {
  const choices = REPEATED_GROUP.test(pattern)
    ? Number.POSITIVE_INFINITY
    : (pattern.match(CHOICES)?.length ?? 0);
  const context = createContext({ expression, text: '' });
  let leftMs = SLOW_TEXTS_MS;
  return (text) => {
    if (text.length ** (choices + 1) <= FREE_STEPS) return expression.test(text);
    const startedMs = performance.now();
    context.text = text;
    try {
      return SCRIPT.runInContext(context, { timeout: Math.max(1, Math.ceil(leftMs)) }) as boolean;
    } catch {
      throw new CommandError(50, 'operation exceeded time limit: the regular expression takes too long');
    } finally {
      const tookMs = performance.now() - startedMs;
      if (tookMs > SLOW_TEXT_MS) leftMs -= tookMs;
    }
  };
}
