import { fold } from './fold.js';
import { stem } from './stem.js';

/** Of one text; a longer one is found by its beginning. */
const TEXT_UNITS_MAX = 10_000;
/** Of one question; more narrow nothing down. */
const ASKED_MAX = 6;

/** Said in every text: they tell nothing apart while there are other words. */
const COMMON = new Set(
  'в від для до з за і із й на не по при та у це що як'.split(' ').map((word) => stem(fold(word))),
);

/** What these texts are found by: the stems of their words, and their numbers. Each once. */
export function searchStems(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => wordsOf(text.slice(0, TEXT_UNITS_MAX)).map(stem)))];
}

/** The stems a question asks for, all of which must be there; none when it has no words. */
export function askedStems(question: string): string[] {
  const stems = searchStems([question]);
  const telling = stems.filter((one) => !COMMON.has(one));
  return (telling.length > 0 ? telling : stems).slice(0, ASKED_MAX);
}

/** A word as far as it is typed, and the stem it has if it is whole. */
export interface AskedBeginning {
  readonly letters: string;
  readonly stem: string;
}

/**
 * The last word of a question, which may go on, unless something stands behind it. Undefined where there is too little
 * of it; a number is looked for whole.
 */
export function askedBeginning(question: string): AskedBeginning | undefined {
  const letters = /(?<![\p{L}\p{N}])\p{L}{3,30}$/u.exec(fold(question))?.[0];
  return letters === undefined ? undefined : { letters, stem: stem(letters) };
}

function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
