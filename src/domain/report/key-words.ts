import { RATINGS } from '../appeal.js';
import { MEDIA_TYPES, PUBLICATION_KINDS } from '../publication.js';
import { ratingKey, topicKey } from './appeal-lists.js';
import { APPEAL_TOPICS, OTHER_TOPIC } from './appeal-topics.js';
import { OUTCOMES, RATING_WORDS } from './appeals-paragraph.js';
import { ACT_WORDS, KIND_WORDS, MEDIA_WORDS, WITHOUT_PHOTOS_WORDS } from './nouns.js';
import { kindKey, mediaKey, videoKey, WITHOUT_PHOTO_KEY } from './publication-lists.js';

const WORDS: ReadonlyMap<string, string> = new Map([
  ['materials', 'матеріалів'],
  ...PUBLICATION_KINDS.flatMap((kind): [string, string][] =>
    kind === 'event-report' ? [] : [[kindKey(kind), KIND_WORDS[kind]]],
  ),
  [WITHOUT_PHOTO_KEY, WITHOUT_PHOTOS_WORDS],
  ['photo', 'матеріалів із фотографіями'],
  ['acts', 'нормативних актів'],
  ...ACT_WORDS,
  ['media', 'передач до ЗМІ'],
  ...MEDIA_TYPES.map((type): [string, string] => [mediaKey(type), `передач до ЗМІ: ${MEDIA_WORDS[type]}`]),
  ['public-council', 'засідань Громадської ради'],
  ['events', 'подій, названих у звіті'],
  ['appeals', 'звернень і повідомлень'],
  ['appeals.official', 'офіційних звернень'],
  ['appeals.anonymous', 'анонімних повідомлень'],
  ...OUTCOMES.map(([key, words]): [string, string] => [key, `звернень: ${words}`]),
  ['appeals.considered', 'розглянутих звернень'],
  ['appeals.in-time', 'розглянутих у строк'],
  ['appeals.late', 'прострочених'],
  ...[...APPEAL_TOPICS, { id: OTHER_TOPIC, words: 'інше' }].map(({ id, words }): [string, string] => [
    topicKey(id),
    `звернень: ${words}`,
  ]),
  ['ratings', 'оцінених відповідей'],
  ...RATINGS.map((rating): [string, string] => [
    ratingKey(rating),
    `оцінок: ${RATING_WORDS.find(([key]) => key === ratingKey(rating))?.[1]}`,
  ]),
  ['subscribers', 'підписників'],
  ['subscribers.telegram', 'підписників у Telegram'],
  ['subscribers.viber', 'підписників у Viber'],
  ['broadcasts', 'розсилок'],
]);

/** What a list holds, in the genitive plural, as it stands beside its number: «матеріалів – 465». */
export function keyWords(key: string): string {
  if (key.startsWith(videoKey(''))) return `відеороликів ${key.slice(videoKey('').length)}`;
  if (key.startsWith('greetings.')) return 'привітань';
  return WORDS.get(key) ?? key;
}
