import type { AppealCategory } from '../appeal.js';
import type { Place } from '../inbound-event.js';
import { distanceKm } from '../territory.js';
import type { Placed } from './place-keys.js';
import { mentionedStreet, type StreetMention } from './street-mention.js';
import { isSameStreet, nameStems, type StreetRegister } from './street-register.js';
import { tellingWords } from './telling-words.js';

/** Points no farther apart may be one lamp: phones are off by tens of metres in a street. */
export const NEAR_METRES = 150;

/** How near two appeals are: the same house, the same street, or points on the map. */
export type SamePlace =
  | { readonly kind: 'house' | 'street'; readonly street: StreetMention }
  | { readonly kind: 'near'; readonly metres: number };

/** Why two appeals may be about the same. */
export interface Resemblance {
  /** In (0, 1]; the higher, the surer */
  readonly score: number;
  /** Undefined: one of them does not say where it is */
  readonly place: SamePlace | undefined;
  readonly isSameCategory: boolean;
  /** Telling words of both, as the first one writes them */
  readonly words: readonly string[];
}

/** An appeal as it is compared. */
export interface Look {
  readonly category: AppealCategory;
  readonly street: StreetMention | undefined;
  readonly point: Place | undefined;
  /** By stem; counted out only for what the place does not rule out already */
  readonly words: () => ReadonlyMap<string, string>;
}

/** What of an appeal is compared; the street stands by its name of today. */
export function lookOf(
  appeal: Placed & { readonly category: AppealCategory },
  register: StreetRegister,
): Look {
  const { place, text, category } = appeal;
  const mention = mentionedStreet(place?.address, text);
  const left = mention === undefined ? [] : nameStems(mention);
  return {
    category,
    street: mention && register.today(mention),
    point: place?.point,
    words: once(() => tellingWords(text, left)),
  };
}

/** How much each sign weighs; together 1. Shared words count fully from the fifth on. */
const WEIGHTS = { house: 0.5, near: 0.5, street: 0.4, category: 0.2, words: 0.3 } as const;
const WORDS_ENOUGH = 5;
/** Without a place only a text that is nearly the same says anything. */
const ALIKE = { words: 4, overlap: 0.6 };

/**
 * Whether two appeals may be about the same trouble, and why. Symmetric but for the words, which are the first one's.
 *
 * @returns undefined when nothing, or not enough, speaks for it
 */
export function resemblanceOf(one: Look, other: Look): Resemblance | undefined {
  const place = samePlace(one, other);
  if (place === undefined && one.street && other.street) return undefined;
  const isSameCategory = one.category === other.category;
  if (place === undefined && !isSameCategory) return undefined;
  const [words, others] = [one.words(), other.words()];
  const shared = [...words].filter(([root]) => others.has(root));
  const signs = { place, isSameCategory, words: shared.map(([, word]) => word) };
  if (!speaksEnough(signs, Math.min(words.size, others.size))) return undefined;
  const score =
    (place ? WEIGHTS[place.kind] : 0) +
    (isSameCategory ? WEIGHTS.category : 0) +
    WEIGHTS.words * Math.min(1, shared.length / WORDS_ENOUGH);
  return { ...signs, score };
}

/** @param least how many telling words the one with fewer has: a photo or a voice message has none */
function speaksEnough({ place, isSameCategory, words }: Omit<Resemblance, 'score'>, least: number): boolean {
  if (place === undefined) return words.length >= ALIKE.words && words.length >= ALIKE.overlap * least;
  if (place.kind !== 'street') return isSameCategory || words.length > 0;
  return isSameCategory ? words.length > 0 || least === 0 : words.length >= ALIKE.words;
}

function once<T>(count: () => T): () => T {
  let counted: { readonly value: T } | undefined;
  return () => {
    counted ??= { value: count() };
    return counted.value;
  };
}

function samePlace(one: Look, other: Look): SamePlace | undefined {
  const metres = one.point && other.point ? distanceKm(one.point, other.point) * 1_000 : Number.NaN;
  const isSame = one.street && other.street && isSameStreet(one.street, other.street);
  if (isSame && one.street?.house !== undefined && one.street.house === other.street?.house)
    return { kind: 'house', street: one.street };
  if (metres <= NEAR_METRES) return { kind: 'near', metres: Math.round(metres) };
  return isSame && one.street ? { kind: 'street', street: one.street } : undefined;
}
