import { addDays, localDay, localMoment } from '../../lib/city-time.js';
import { toNew } from '../../services/publications/content.js';
import type { PublicationInput } from '../../services/publications/publications.js';
import type { PublicationStore } from '../../services/publications/store.js';

const SITE = 'https://nizhynrada.gov.ua/news/novini';

/** A publication of these days. */
type Story = PublicationInput & {
  readonly daysAgo: number;
};

/** All events are invented. */
const STORIES: readonly Story[] = [
  {
    daysAgo: 1,
    kind: 'news',
    topic: 'news',
    title: 'У Ніжині посадили алею лип',
    text: 'Уздовж вулиці Прилуцької посадили **сорок лип**. Дякуємо всім, хто прийшов із лопатами.',
    url: `${SITE}/aleia-lyp`,
    preparedBy: 'Демо-редактор',
  },
  {
    daysAgo: 2,
    kind: 'anons',
    topic: 'events',
    title: 'Запрошуємо на громадські слухання щодо парку',
    text: 'У п’ятницю о 17:00, мала зала міської ради.',
    url: `${SITE}/slukhannia-park`,
    preparedBy: 'Демо-редактор',
  },
  {
    daysAgo: 3,
    kind: 'event-report',
    topic: 'news',
    title: 'Відбулася нарада з підготовки до зими',
    text: 'Котельні готові, запас солі для доріг – на два місяці.',
    url: `${SITE}/narada-zyma`,
    preparedBy: 'Демо-редактор',
    event: {
      kind: 'meeting',
      departmentId: undefined,
      name: 'Нарада з підготовки до опалювального сезону',
      nameLocative: undefined,
      inReport: false,
      reportOrder: undefined,
    },
  },
  {
    daysAgo: 4,
    kind: 'video',
    topic: 'news',
    title: 'Тиждень міста за п’ять хвилин',
    text: '',
    url: `${SITE}/tyzhden-mista`,
    credit: 'ДКП ТРК «Ніжинське телебачення»',
  },
];

/** Days until the session that is to decide on the draft act: fewer than the law asks for, so that its warning is seen. */
const SESSION_IN_DAYS = 8;

/** A few publications of these days, and a draft act that would be too late. May be repeated. */
export async function addPublications(
  store: Pick<PublicationStore, 'insert'>,
  seededAt: Date,
  timeZone: string,
): Promise<void> {
  const today = localDay(seededAt, timeZone);
  const by = { actor: { kind: 'system', id: 'system', name: 'Вісник', roles: [] }, source: 'staff' } as const;
  const published = STORIES.map(({ daysAgo, ...story }) => ({
    ...story,
    publishedAt: localMoment(addDays(today, -daysAgo), { hour: 11, minute: 20 }, timeZone),
  }));
  const draft: PublicationInput = {
    kind: 'act',
    topic: 'acts',
    title: 'Про правила благоустрою території громади',
    text: 'Нова редакція правил: утримання дворів, вигул собак, літні майданчики.',
    url: `${SITE}/proiekt-pravyla-blahoustroiu`,
    preparedBy: 'Демо-редактор',
    act: {
      issuer: 'council',
      stage: 'draft',
      number: '118',
      date: addDays(today, SESSION_IN_DAYS),
      discussionUntil: addDays(today, SESSION_IN_DAYS - 1),
    },
  };
  await store.insert([...published, draft].map((input) => toNew(input, by, seededAt)));
}
