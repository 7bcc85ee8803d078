import type { Act, PublicationEvent } from '../domain/publication.js';

/** Of one publication; a title has far fewer. */
const WORDS_MAX = 60;
/** Words of one question; more narrow nothing down. */
const ASKED_MAX = 6;

interface Searched {
  readonly title: string;
  readonly act?: Act | undefined;
  readonly event?: PublicationEvent | undefined;
}

/** What a publication is found by: words of its title, the act's number and the event's name. */
export function searchWords({ title, act, event }: Searched): string[] {
  const words = [...wordsOf(`${title} ${event?.name ?? ''}`), ...(act ? numberWords(act.number) : [])];
  return [...new Set(words)].slice(0, WORDS_MAX);
}

/** A condition for each asked word: that some kept word begins with it. */
export function wordsFilter(text: string): readonly { readonly words: { readonly $regex: string } }[] {
  return asked(text).map((word) => ({
    words: { $regex: `^${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}` },
  }));
}

/** The longest first: it narrows most, and the index serves the first one. */
function asked(text: string): string[] {
  return numberWords(text)
    .flatMap((word) => (/\d/.test(word) ? [word] : wordsOf(word)))
    .slice(0, ASKED_MAX)
    .sort((a, b) => b.length - a.length);
}

/** A number is kept whole: `12-49/2021`. */
function numberWords(text: string): string[] {
  return lowered(text)
    .split(/\s+/)
    .filter((word) => word !== '');
}

function wordsOf(text: string): string[] {
  return lowered(text).match(/[\p{L}\p{N}’]+/gu) ?? [];
}

/** Lower case, one kind of apostrophe. */
function lowered(text: string): string {
  return text.toLocaleLowerCase('uk').replace(/['’ʼ]/g, '’');
}
