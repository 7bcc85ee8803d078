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

function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
