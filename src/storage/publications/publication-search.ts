import type { Act, PublicationEvent } from '../../domain/publication.js';
import { oneApostrophe } from '../../domain/search/apostrophe.js';

/** Of one publication; a title has far fewer. */
const WORDS_MAX = 60;
/** Words of one question; more narrow nothing down. */
const ASKED_MAX = 6;
/** A word is kept by its beginnings of these lengths: endings of Ukrainian words change, and an index wants equality. */
const BEGINNINGS = [3, 4, 5] as const;
const LONGEST = 5;

interface Searched {
  readonly title: string;
  readonly act?: Act | undefined;
  readonly event?: PublicationEvent | undefined;
}

/** What a publication is found by: beginnings of the words of its title and its event's name, the act's number. */
export function searchWords({ title, act, event }: Searched): string[] {
  const words = [...wordsOf(`${title} ${event?.name ?? ''}`), ...(act ? parts(act.number) : [])];
  return [...new Set(words.slice(0, WORDS_MAX).flatMap(beginnings))];
}

/** A condition for each asked word, the longest first: it narrows most, and the index serves the first one. */
export function wordsFilter(text: string): readonly { readonly words: string }[] {
  return parts(text)
    .flatMap((part) => (hasDigit(part) ? [part] : wordsOf(part)))
    .slice(0, ASKED_MAX)
    .sort((a, b) => b.length - a.length)
    .map((word) => ({ words: hasDigit(word) ? word : word.slice(0, LONGEST) }));
}

/** A number is kept whole: `12-49/2021`. */
function beginnings(word: string): string[] {
  if (hasDigit(word) || word.length < BEGINNINGS[0]) return [word];
  return BEGINNINGS.filter((length) => length <= word.length).map((length) => word.slice(0, length));
}

function hasDigit(word: string): boolean {
  return /\d/.test(word);
}

function parts(text: string): string[] {
  return lowered(text)
    .split(/\s+/)
    .filter((part) => part !== '');
}

function wordsOf(text: string): string[] {
  return lowered(text).match(/[\p{L}\p{N}’]+/gu) ?? [];
}

/** Lower case, one kind of apostrophe. */
function lowered(text: string): string {
  return oneApostrophe(text.toLocaleLowerCase('uk'));
}
