import type { ActIssuer, ActStage, EventKind, PublicationKind } from '../../../domain/publication.js';
import type { Topic } from '../../../domain/topic.js';

/** Columns of the file with the headings they may have, lower case; the first one is what the page names. */
export const CSV_COLUMNS = {
  kind: ['вид', 'kind'],
  topic: ['тема', 'topic'],
  title: ['назва', 'заголовок', 'title'],
  text: ['текст', 'text'],
  url: ['адреса', 'посилання', 'url'],
  publishedAt: ['оприлюднено', 'дата', 'publishedat'],
  preparedBy: ['підготував', 'підготувала', 'хто підготував', 'preparedby'],
  credit: ['чиє відео', 'credit'],
  issuer: ['видавець', 'issuer'],
  stage: ['стадія', 'stage'],
  number: ['номер', 'number'],
  date: ['дата акта', 'date'],
  discussionUntil: ['обговорення до', 'discussionuntil'],
  eventKind: ['захід', 'eventkind'],
  eventName: ['назва заходу', 'eventname'],
  nameLocative: ['взяли участь', 'namelocative'],
  inReport: ['до звіту', 'inreport'],
  photo: ['фото', 'photo'],
  alt: ['опис фото', 'alt'],
} as const;
export type CsvColumn = keyof typeof CSV_COLUMNS;

/** What is written in a cell, lower case, and what it stands for; the names of the API are understood too. */
export const CSV_KINDS: Readonly<Record<string, PublicationKind>> = {
  новина: 'news',
  оголошення: 'announcement',
  привітання: 'greeting',
  анонс: 'anons',
  акт: 'act',
  відео: 'video',
  відеоролик: 'video',
  стаття: 'article',
  'звіт про захід': 'event-report',
  фоторепортаж: 'event-report',
};

export const CSV_ISSUERS: Readonly<Record<string, ActIssuer>> = {
  рада: 'council',
  'міська рада': 'council',
  виконком: 'executive-committee',
  'виконавчий комітет': 'executive-committee',
  голова: 'mayor',
  'міський голова': 'mayor',
};

export const CSV_STAGES: Readonly<Record<string, ActStage>> = {
  проєкт: 'draft',
  проект: 'draft',
  'проєкт рішення': 'draft',
  рішення: 'adopted',
  розпорядження: 'order',
};

export const CSV_EVENTS: Readonly<Record<string, EventKind>> = {
  нарада: 'meeting',
  засідання: 'session',
  зустріч: 'encounter',
  семінар: 'seminar',
  співбесіда: 'interview',
  'засідання громадської ради': 'public-council',
  інше: 'other',
};

export const CSV_TOPICS: Readonly<Record<string, Topic>> = {
  новини: 'news',
  комунальне: 'utilities',
  події: 'events',
  акти: 'acts',
  петиції: 'petitions',
  привітання: 'greetings',
};

/** The topic where nobody names one, `news` for kinds that are not here. */
export const TOPIC_OF_KIND: Readonly<Partial<Record<PublicationKind, Topic>>> = {
  act: 'acts',
  anons: 'events',
  greeting: 'greetings',
};
