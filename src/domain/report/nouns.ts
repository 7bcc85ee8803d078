import type { PluralForms } from '../plural.js';
import type { MediaType, PublicationKind } from '../publication.js';

/** The nouns that agree with a number; «із» stands after a consonant, «з» after a vowel. */
export const MATERIALS: PluralForms = {
  one: 'новину або інший інформаційний матеріал',
  few: 'новини та інші інформаційні матеріали',
  other: 'новин та інших інформаційних матеріалів',
};
export const ACTS: PluralForms = {
  one: 'нормативний акт або проєкт акта',
  few: 'нормативні акти та проєкти актів',
  other: 'нормативних актів та проєктів актів',
};
export const PHOTO_MATERIALS: PluralForms = {
  one: 'матеріал із фотографіями',
  few: 'матеріали з фотографіями',
  other: 'матеріалів із фотографіями',
};
export const VIDEOS: PluralForms = { one: 'відеоролик', few: 'відеоролики', other: 'відеороликів' };
export const APPEALS_AND_MESSAGES: PluralForms = {
  one: 'звернення та повідомлення',
  few: 'звернення та повідомлення',
  other: 'звернень та повідомлень',
};
export const OF_APPEALS: PluralForms = { one: 'звернення', other: 'звернень' };
export const OF_CONSIDERED: PluralForms = { one: 'розглянутого', other: 'розглянутих' };
export const SITTINGS: PluralForms = { one: 'засіданні', other: 'засіданнях' };

/** Kinds of materials after «у тому числі», in the order of ties. */
export const KIND_WORDS: Readonly<Record<Exclude<PublicationKind, 'event-report'>, string>> = {
  news: 'новин',
  announcement: 'оголошень',
  anons: 'анонсів',
  video: 'відеороликів',
  article: 'статей',
  greeting: 'привітань',
  act: 'нормативних актів',
};
export const WITH_PHOTOS_WORDS = 'звітів про заходи з фотографіями';
export const WITHOUT_PHOTOS_WORDS = 'звітів про заходи без фотографій';

/** Acts after «у тому числі», by the key of their list. */
export const ACT_WORDS: readonly (readonly [key: string, words: string])[] = [
  ['acts.council.draft', 'проєктів рішень міської ради'],
  ['acts.executive-committee.draft', 'проєктів рішень виконавчого комітету'],
  ['acts.executive-committee.adopted', 'рішень виконавчого комітету'],
  ['acts.council.adopted', 'рішень міської ради'],
  ['acts.mayor.order', 'розпоряджень міського голови'],
];

/** What was handed over to outlets. */
export const MEDIA_WORDS: Readonly<Record<MediaType, string>> = {
  information: 'інформацій',
  article: 'статей',
  message: 'повідомлень',
  announcement: 'оголошень',
  greeting: 'привітань',
  anons: 'анонсів',
};
