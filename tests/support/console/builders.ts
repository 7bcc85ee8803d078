import type { Appeal } from '../../../src/domain/appeal.js';
import { COUNTED_STATUSES, type DeliveryCounts } from '../../../src/domain/delivery.js';
import type { Subscriber } from '../../../src/domain/subscriber.js';
import { BUILT_IN_TOPICS } from '../../../src/domain/topic.js';
import type { AppealPage, Department } from '../../../src/services/appeals/appeals.js';
import type { BroadcastView } from '../../../src/services/broadcasts/broadcasts.js';
import { newBroadcast } from '../new-broadcast.js';
import { shownInBoth } from './shown-in-both.js';

/** The city's «now» of every fake: Monday, 12:00 in Kyiv. */
export const NOW = new Date('2026-11-23T10:00:00Z');

export const DEPARTMENTS: readonly Department[] = [
  {
    id: 'housing',
    name: 'Управління житлово-комунального господарства та будівництва',
    nameGenitive: 'управління житлово-комунального господарства та будівництва',
  },
  {
    id: 'welfare',
    name: 'Управління соціального захисту населення',
    nameGenitive: 'управління соціального захисту населення',
  },
  {
    id: 'communications',
    name: 'Відділ інформаційно-аналітичної роботи',
    nameGenitive: 'відділу інформаційно-аналітичної роботи',
  },
];

export const STAFF_NAMES: ReadonlyMap<string, string> = new Map([
  ['moderator', 'Олена Коваль'],
  ['administrator', 'Петро Гриценко'],
]);

export function anAppeal(changes: Partial<Appeal> = {}): Appeal {
  const receivedAt = new Date('2026-11-20T07:12:00Z');
  return {
    number: 'Н-2026-000123',
    channel: 'telegram',
    subscriberId: 'resident',
    address: '700100200',
    door: 'official',
    applicant: { fullName: 'Іваненко Марія Петрівна', residence: 'м. Ніжин, вул. Шевченка, 12, кв. 4' },
    category: 'lighting',
    departmentId: 'housing',
    place: { address: 'вул. Шевченка, 12', point: { latitude: 51.048, longitude: 31.8869 } },
    status: 'registered',
    assigneeId: undefined,
    receivedAt,
    registeredAt: receivedAt,
    dueAt: new Date('2026-12-21T21:59:59Z'),
    subject: 'Не світить ліхтар біля будинку на вул. Шевченка',
    messages: [
      {
        id: 'message-1',
        from: 'citizen',
        text: 'Добрий день. Уже тиждень не світить ліхтар біля під’їзду.\nУвечері тут ходять діти.',
        files: [],
        at: receivedAt,
      },
    ],
    notes: [],
    history: [{ status: 'registered', at: receivedAt, by: 'system' }],
    rating: undefined,
    ...changes,
  };
}

export function pageOf(appeal: Appeal, states: AppealPage['deliveryStates'] = new Map()): AppealPage {
  return {
    appeal,
    departmentName: DEPARTMENTS.find(({ id }) => id === appeal.departmentId)?.name ?? '',
    assigneeName: appeal.assigneeId === undefined ? undefined : STAFF_NAMES.get(appeal.assigneeId),
    standIn: undefined,
    citizenName: 'Марія',
    overdue: appeal.dueAt !== undefined && appeal.dueAt < NOW,
    deliveryStates: states,
    staffNames: STAFF_NAMES,
  };
}

export function counts(given: Partial<DeliveryCounts> = {}): DeliveryCounts {
  const zeros = Object.fromEntries(COUNTED_STATUSES.map((status) => [status, 0])) as DeliveryCounts;
  const total = Object.values(given).reduce((sum, count) => sum + count, 0);
  return { ...zeros, ...given, total };
}

export function aBroadcast(changes: Partial<BroadcastView> = {}): BroadcastView {
  const broadcast = {
    ...newBroadcast({
      title: 'У Ніжині відновили освітлення на восьми вулицях',
      text: 'Комунальники **завершили роботи** на вулицях Шевченка та Гоголя.\n\n- замінено 48 ліхтарів\n- прокладено кабель\n\n[Перелік вулиць](https://nizhynrada.gov.ua/osvitlennya)',
      link: { url: 'https://nizhynrada.gov.ua/news', label: 'Читати на сайті' },
      audience: { topics: ['news', 'utilities'] },
      createdBy: 'moderator',
      createdAt: new Date('2026-11-23T07:30:00Z'),
      editedBy: 'moderator',
    }),
    id: 'b1',
    departure: undefined,
    silences: [],
    audienceSize: { total: 1_500, telegram: 900, viber: 600 },
    counts: counts(),
    channels: { telegram: counts(), viber: counts() },
    viberPrice: undefined,
    amendments: [],
    ...changes,
  } as const;
  return { ...shownInBoth(broadcast), ...broadcast };
}

export function aSubscriber(changes: Partial<Subscriber> = {}): Subscriber {
  return {
    id: 's1',
    channel: 'telegram',
    address: '700100200',
    name: 'Марія',
    locale: 'uk',
    status: 'active',
    topics: BUILT_IN_TOPICS,
    deliveryMode: 'digest',
    digestAt: '18:00',
    consent: undefined,
    source: undefined,
    createdAt: new Date('2026-10-01T07:30:00Z'),
    ...changes,
  };
}
