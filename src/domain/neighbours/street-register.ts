import { fold } from '../search/fold.js';
import { stem } from '../search/stem.js';
import type { Street } from '../streets.js';
import { type StreetMention, streetWithKind } from './street-mention.js';

/** Streets as they are compared: by the stems of their names, whatever case they stand in. */
export interface StreetRegister {
  /** The street by its name of today; one that is not in the register stays as it was named */
  today(mention: StreetMention): StreetMention;
  /** The last word of everything it is or was called, stemmed: what `placeKeys` keeps of a street */
  words(mention: StreetMention): readonly string[];
}

/** Reads the city's street register once, so that hundreds of mentions can be looked up in it. */
export function streetRegister(streets: readonly Street[]): StreetRegister {
  const known = streets.map(({ name, formerNames }) => [name, ...formerNames].map(parsedName));
  const entryOf = (mention: StreetMention) =>
    known.find((names) => names.some((name) => isSameStreet(name, mention)));
  return {
    today(mention) {
      const [today] = entryOf(mention) ?? [];
      return today ? { ...today, house: mention.house } : mention;
    },
    words: (mention) => [...new Set([mention, ...(entryOf(mention) ?? [])].map(lastWord))],
  };
}

/**
 * Whether both name one street: «вул. Т. Шевченка», «на вулиці Шевченка» and «Тараса Шевченка, 5» do. A lane is not the
 * street of the same name.
 */
export function isSameStreet(one: StreetMention, other: StreetMention): boolean {
  if (one.kind !== undefined && other.kind !== undefined && one.kind !== other.kind) return false;
  const [shorter = [], longer = []] = [nameStems(one), nameStems(other)].sort((a, b) => a.length - b.length);
  return shorter.every((word, back) => isSameWord(word, longer[back] ?? ''));
}

/** The stem by which a street is looked for: people leave the first name out, never the last one. */
export function lastWord(mention: StreetMention): string {
  return nameStems(mention)[0] ?? '';
}

/** Stems of the name's words, the last one first. */
export function nameStems({ name }: StreetMention): string[] {
  const words = fold(name).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map(stem).reverse();
}

/** An initial stands for its name. */
function isSameWord(one: string, other: string): boolean {
  if (one.length === 1 || other.length === 1) return one[0] === other[0];
  return one === other;
}

function parsedName(name: string): StreetMention {
  return streetWithKind(name) ?? { kind: undefined, name, house: undefined };
}
