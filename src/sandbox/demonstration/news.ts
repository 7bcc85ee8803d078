import type { BroadcastKind, Link } from '../../domain/broadcast.js';
import type { Topic } from '../../domain/topic.js';

/** A demonstration broadcast, as a story. */
export interface NewsStory {
  readonly kind: BroadcastKind;
  readonly title: string;
  /** Small safe markup, see `domain/markup.ts` */
  readonly text: string;
  readonly topics: readonly Topic[];
  readonly link?: Link;
}

/** A story that went out earlier. */
export interface SentNewsStory extends NewsStory {
  readonly daysAgo: number;
  /** Hour and minute of the city's clock */
  readonly at: readonly [hour: number, minute: number];
}

const SITE = 'https://nizhynrada.gov.ua';

/** From the oldest to the newest. All events are invented. */
export const SENT_NEWS: readonly SentNewsStory[] = [
  {
    daysAgo: 11,
    at: [12, 0],
    kind: 'act',
    title: 'Обговорюємо правила благоустрою',
    text: 'Оприлюднено проєкт рішення міської ради про нову редакцію **правил благоустрою**: утримання дворів, вигул собак, літні майданчики.\n\nЗауваження можна надіслати просто в цей чат.',
    topics: ['acts'],
    link: { url: `${SITE}/`, label: 'Прочитати проєкт' },
  },
  {
    daysAgo: 6,
    at: [9, 30],
    kind: 'announcement',
    title: 'Планове відключення води',
    text: 'Завтра з 9:00 до 15:00 не буде води на вулицях:\n\n- Шевченка, 80–104\n- Прилуцькій, 60–92\n- Озерній, 1–19\n\nПідвезення: зупинка «Універмаг», з 10:00.',
    topics: ['utilities'],
  },
  {
    daysAgo: 4,
    at: [16, 20],
    kind: 'anons',
    title: 'Безоплатна екскурсія Графським парком',
    text: 'У суботу об 11:00 краєзнавці розкажуть про Гоголівський гай і старий університет. Збір біля центральної алеї, тривалість півтори години.',
    topics: ['events'],
    link: { url: `${SITE}/`, label: 'Записатися' },
  },
  {
    daysAgo: 2,
    at: [10, 5],
    kind: 'news',
    title: 'Укриття школи прийняло перших учнів',
    text: 'У школі закінчили облаштування **укриття на 300 місць**: вентиляція, вода, навчальні класи. Відтепер діти вчитимуться всі п’ять днів на тиждень у школі.',
    topics: ['news'],
    link: { url: `${SITE}/`, label: 'Читати на сайті' },
  },
  {
    daysAgo: 1,
    at: [13, 45],
    kind: 'news',
    title: 'Бюджет участі: переможці',
    text: 'Мешканці обрали сім проєктів, серед них _«Велопарковка біля кожної школи»_ та _«Тиха зала в бібліотеці»_. Роботи почнуться навесні.',
    topics: ['petitions'],
    link: { url: `${SITE}/`, label: 'Усі результати' },
  },
];

/** The draft that waits to be approved in the walk's third step. */
export const PREPARED_NEWS: NewsStory = {
  kind: 'news',
  title: 'Новий автобус виїздить на маршрут',
  text: 'Від понеділка між залізничним вокзалом і Графським парком курсуватиме **низькопідлоговий автобус**: зручний для візків, людей із тростиною та велосипедів.\n\n- перший рейс о 6:20, останній о 21:40\n- інтервал 20 хвилин\n- перший тиждень проїзд _безоплатний_',
  topics: [],
  link: { url: `${SITE}/`, label: 'Розклад руху' },
};

/** What the drawn picture of the prepared news shows. */
export const PREPARED_NEWS_ALT = 'Біло-синій низькопідлоговий автобус із пасажирами на міській вулиці';
