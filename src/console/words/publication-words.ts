import type { PluralForms } from '../../domain/plural.js';
import type {
  ActIssuer,
  ActStage,
  EventKind,
  MediaType,
  Photo,
  PublicationKind,
  PublicationSource,
} from '../../domain/publication.js';

/** One of a kind. */
export const PUBLICATION_KIND_WORDS: Readonly<Record<PublicationKind, string>> = {
  news: 'Новина',
  announcement: 'Оголошення',
  greeting: 'Привітання',
  anons: 'Анонс',
  act: 'Акт',
  video: 'Відеоролик',
  article: 'Стаття',
  'event-report': 'Звіт про захід',
};

/** Many of a kind, over their number. */
export const PUBLICATION_KINDS_WORDS: Readonly<Record<PublicationKind, string>> = {
  news: 'Новини',
  announcement: 'Оголошення',
  greeting: 'Привітання',
  anons: 'Анонси',
  act: 'Акти',
  video: 'Відеоролики',
  article: 'Статті',
  'event-report': 'Звіти про заходи',
};

export const PUBLICATION_STATUS_WORDS = { draft: 'Чернетка', published: 'Оприлюднено' } as const;

export const ISSUER_WORDS: Readonly<Record<ActIssuer, string>> = {
  council: 'Міська рада',
  'executive-committee': 'Виконавчий комітет',
  mayor: 'Міський голова',
};

export const STAGE_WORDS: Readonly<Record<ActStage, string>> = {
  draft: 'Проєкт рішення',
  adopted: 'Рішення',
  order: 'Розпорядження',
};

export const EVENT_KIND_WORDS: Readonly<Record<EventKind, string>> = {
  meeting: 'Нарада',
  session: 'Засідання',
  encounter: 'Зустріч',
  seminar: 'Семінар',
  interview: 'Співбесіда',
  'public-council': 'Засідання Громадської ради',
  other: 'Інший захід',
};

export const MEDIA_TYPE_WORDS: Readonly<Record<MediaType, string>> = {
  information: 'Інформація',
  article: 'Стаття',
  message: 'Повідомлення',
  announcement: 'Оголошення',
  greeting: 'Привітання',
  anons: 'Анонс',
};

export const SOURCE_WORDS: Readonly<Record<PublicationSource, string>> = {
  staff: 'внесено вручну',
  api: 'надіслано через API',
  csv: 'з файлу CSV',
  feed: 'зі стрічки сайту',
  calendar: 'з календаря свят',
};

export const PHOTO_STATUS_WORDS: Readonly<Record<Photo['status'], string>> = {
  waiting: 'Отримуємо…',
  kept: 'Збережено',
  failed: 'Не вдалося отримати',
};

export const PUBLICATIONS: PluralForms = { one: 'публікація', few: 'публікації', other: 'публікацій' };
