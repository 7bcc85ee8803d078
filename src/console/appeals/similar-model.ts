import type { SamePlace } from '../../domain/neighbours/resemblance.js';
import type { StreetMention } from '../../domain/neighbours/street-mention.js';
import type { SimilarAppeal } from '../../services/appeals/appeals.js';
import { CATEGORY_WORDS } from '../words/appeal-words.js';
import type { CityDates } from '../words/dates.js';
import { type OtherAppeal, otherAppeal } from './other-appeal.js';

/** Another appeal that may be about the same. */
export interface SimilarModel extends OtherAppeal {
  /** «та сама вулиця Шевченка, тема «Освітлення вулиць», спільні слова: ліхтар, темно» */
  readonly why: string;
  readonly isJoinable: boolean;
}

/** Enough to judge by; the appeal itself is one click away. */
const WORDS_SHOWN = 6;

export function similarModel(
  { appeal, isOpen, resemblance }: SimilarAppeal,
  dates: Pick<CityDates, 'day'>,
): SimilarModel {
  const { place, isSameCategory, words } = resemblance;
  const reasons = [
    ...(place ? [placeWords(place)] : []),
    ...(isSameCategory ? [`тема «${CATEGORY_WORDS[appeal.category]}»`] : []),
    ...(words.length > 0 ? [wordsWords(words.slice(0, WORDS_SHOWN))] : []),
  ];
  return {
    ...otherAppeal(appeal, dates),
    why: reasons.join(', '),
    isJoinable: isOpen,
  };
}

function placeWords(place: SamePlace): string {
  if (place.kind === 'near') return `поруч на карті (${place.metres} м)`;
  if (place.kind === 'house')
    return `той самий будинок (${streetWords(place.street)}, ${place.street.house})`;
  return `${sameWord(place.street)} ${streetWords(place.street)}`;
}

function streetWords({ kind = 'вулиця', name }: StreetMention): string {
  return `${kind} ${nominative(name)}`;
}

/** «на вулиці Прилуцькій» is «вулиця Прилуцька»; names in the genitive («Шевченка») stay. */
function nominative(name: string): string {
  return name.replace(/ій$/u, 'а').replace(/(?<=[сц]ьк)(?:у|ою|ої)$/u, 'а');
}

function sameWord({ kind = 'вулиця' }: StreetMention): string {
  if (kind === 'шосе') return 'те саме';
  return kind === 'вулиця' || kind === 'площа' ? 'та сама' : 'той самий';
}

function wordsWords(words: readonly string[]): string {
  return `${words.length === 1 ? 'спільне слово' : 'спільні слова'}: ${words.join(', ')}`;
}
