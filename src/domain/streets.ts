import { fold } from './search/fold.js';

/** A street of the hromada, with the names it had before it was renamed: «вул. Миколи Лисенка» was «вул. Пушкіна». */
export interface Street {
  readonly name: string;
  readonly formerNames: readonly string[];
}

/** What an address turned out to be. */
export interface FoundStreet {
  /** By the name of today, with the house that was written: «вул. Миколи Лисенка, 12» */
  readonly address: string;
  /** «вул. Пушкіна»; undefined for a street that was never renamed */
  readonly formerName: string | undefined;
}

/** Words that say what kind of street it is, each with its abbreviation. */
const KINDS: Readonly<Record<string, string>> = {
  вул: 'вул',
  вулиця: 'вул',
  вулиці: 'вул',
  вулицю: 'вул',
  ул: 'вул',
  улица: 'вул',
  пров: 'пров',
  провулок: 'пров',
  провулку: 'пров',
  переулок: 'пров',
  пл: 'пл',
  площа: 'пл',
  площі: 'пл',
  просп: 'просп',
  проспект: 'просп',
  проспекті: 'просп',
};

/** Said before a street without telling which one it is. */
const FILLERS = new Set(['м', 'місто', 'ніжин', 'ніжині', 'на', 'по', 'в', 'у', 'біля']);

/**
 * The street that an address begins with, by its name of today or an earlier one. Forgives «вул.», «вулиця» or neither,
 * case, kinds of apostrophe and Latin look-alikes; a lane is not taken for the street of the same name.
 *
 * @param address as somebody wrote it: «вулиця Пушкіна 12»
 */
export function findStreet(address: string, streets: readonly Street[]): FoundStreet | undefined {
  const written = wordsOf(address);
  for (const street of streets) {
    const names = [street.name, ...street.formerNames];
    const rest = names.map((name) => restAfter(written, wordsOf(name))).find((found) => found !== undefined);
    if (rest === undefined) continue;
    const house = houseOf(rest);
    return {
      address: house === undefined ? street.name : `${street.name}, ${house}`,
      formerName: street.formerNames.at(-1),
    };
  }
  return undefined;
}

interface StreetWords {
  readonly kind: string | undefined;
  readonly words: readonly string[];
}

function wordsOf(text: string): StreetWords {
  const words = fold(text)
    .split(/[^\p{L}\p{N}/-]+/u)
    .filter(Boolean);
  const start = words.findIndex((word) => !FILLERS.has(word));
  const [first = '', ...others] = start < 0 ? [] : words.slice(start);
  const kind = Object.hasOwn(KINDS, first) ? KINDS[first] : undefined;
  return { kind, words: kind === undefined ? [first, ...others] : others };
}

/** @returns the words after the street's name; undefined when it is another street */
function restAfter(written: StreetWords, name: StreetWords): readonly string[] | undefined {
  if (written.kind !== undefined && name.kind !== undefined && written.kind !== name.kind) return undefined;
  if (name.words.some((word, index) => written.words[index] !== word)) return undefined;
  return written.words.slice(name.words.length);
}

function houseOf(words: readonly string[]): string | undefined {
  return words.find((word) => /^\d{1,4}[\p{L}]?(?:[/-]\d{1,4}[\p{L}]?)?$/u.test(word));
}
