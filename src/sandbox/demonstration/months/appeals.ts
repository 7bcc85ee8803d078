import type { Appeal, AppealCategory, AppealHistoryEntry, Rating } from '../../../domain/appeal.js';
import { formatAppealNumber } from '../../../domain/appeal-number.js';
import type { SeededSubscriber } from '../broadcasts.js';
import type { StaffIds } from '../staff.js';
import { momentOf, range } from './publications.js';
import { at } from './titles.js';

/** What residents of March 2021 wrote about; the numbers are those of the example. */
const TOPICS: readonly {
  readonly count: number;
  readonly category: AppealCategory;
  readonly departmentId: string;
  readonly subjects: readonly string[];
}[] = [
  {
    count: 19,
    category: 'lighting',
    departmentId: 'housing',
    subjects: ['Не світить ліхтар біля зупинки', 'Темно на перехресті', 'Лампа блимає всю ніч'],
  },
  {
    count: 16,
    category: 'roads',
    departmentId: 'housing',
    subjects: ['Яма на проїжджій частині', 'Зруйнований тротуар', 'Потрібен грейдер на ґрунтовій дорозі'],
  },
  {
    count: 12,
    category: 'yards',
    departmentId: 'housing',
    subjects: [
      'Просимо спиляти сухе дерево',
      'Гілка висить над дитячим майданчиком',
      'Дерево похилилося на дріт',
    ],
  },
  {
    count: 10,
    category: 'welfare',
    departmentId: 'welfare',
    subjects: ['Не перерахували субсидію', 'Як отримати матеріальну допомогу'],
  },
  {
    count: 8,
    category: 'other',
    departmentId: 'appeals-office',
    subjects: ['Зграя собак біля гімназії', 'Безпритульні собаки у дворі'],
  },
  {
    count: 4,
    category: 'utilities',
    departmentId: 'housing',
    subjects: ['Слабкий тиск води', 'Не вивезли сміття'],
  },
  {
    count: 3,
    category: 'yards',
    departmentId: 'housing',
    subjects: ['Зламана гойдалка', 'Немає лавок у дворі'],
  },
  { count: 2, category: 'other', departmentId: 'appeals-office', subjects: ['Як записатися на прийом'] },
];
const ANONYMOUS = 13;
const OPEN = 5;
const FORWARDED = 4;
const RATINGS: readonly Rating[] = [
  ...range(22).map(() => 'solved' as const),
  ...range(6).map(() => 'partly' as const),
  ...range(3).map(() => 'unsolved' as const),
];
/** A message that needs no study is answered within 15 days (law 393/96-ВР, article 20). */
const SHORT_TERM_DAYS = 15;

/** Appeals of March 2021: 61 official ones and 13 anonymous messages, one answered two days late, five in April; oldest first. */
export function appealsOfMarch(
  citizens: readonly SeededSubscriber[],
  staff: StaffIds,
  timeZone: string,
): Appeal[] {
  const stories = TOPICS.flatMap(({ count, subjects, ...rest }) =>
    range(count).map((index) => ({ ...rest, subject: at(subjects, index) })),
  );
  const appeals = stories.map((story, index): Appeal => {
    // Every fifth or sixth is anonymous, so that each topic has both.
    const isAnonymous =
      Math.floor((index * ANONYMOUS) / stories.length) !==
      Math.floor(((index + 1) * ANONYMOUS) / stories.length);
    const before = Math.floor((index * ANONYMOUS) / stories.length);
    return toAppeal(story, isAnonymous ? { anonymous: before } : { official: index - before }, {
      citizen: at(citizens, index * 7),
      staff,
      timeZone,
    });
  });
  return appeals.sort((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime());
}

type Story = Pick<Appeal, 'category' | 'departmentId' | 'subject'>;
type Place = { readonly anonymous: number } | { readonly official: number };

function toAppeal(
  story: Story,
  place: Place,
  { citizen, staff, timeZone }: { citizen: SeededSubscriber; staff: StaffIds; timeZone: string },
): Appeal {
  const moment = (day: number, month = '2021-03') =>
    momentOf(month, day, 10 * 60 + ((day * 17) % 300), timeZone);
  const isAnonymous = 'anonymous' in place;
  const nth = isAnonymous ? place.anonymous : place.official;
  const isOpen = !isAnonymous && nth < OPEN;
  const isLate = !isAnonymous && nth === OPEN;
  const isForwarded = !isAnonymous && nth > OPEN && nth <= OPEN + FORWARDED;
  const day = isOpen ? 29 + (nth % 3) : isLate ? 2 : 1 + (nth % 20);
  const receivedAt = moment(day);
  const closedAt = isOpen ? moment(5, '2021-04') : moment(isLate ? 2 + SHORT_TERM_DAYS + 2 : day + 3);
  const status = isForwarded ? 'forwarded' : 'answered';
  const rating = isAnonymous ? undefined : RATINGS[nth - OPEN - FORWARDED - 1];
  const history: AppealHistoryEntry[] = [
    { status: 'received', at: receivedAt, by: 'citizen' },
    { status: 'in-progress', at: new Date(receivedAt.getTime() + 60 * 60_000), by: staff.moderator },
    { status, at: closedAt, by: staff.moderator },
  ];
  return {
    ...story,
    number: formatAppealNumber(isAnonymous ? 'С' : 'Н', 2021, nth + 1),
    channel: citizen.channel,
    subscriberId: citizen.id,
    address: citizen.address,
    door: isAnonymous ? 'anonymous' : 'official',
    applicant: isAnonymous
      ? undefined
      : { fullName: 'Вигадана Людина Демонстраційна', residence: 'м. Ніжин' },
    place: undefined,
    status,
    assigneeId: staff.moderator,
    receivedAt,
    registeredAt: receivedAt,
    dueAt: isAnonymous
      ? undefined
      : momentOf(isOpen ? '2021-04' : '2021-03', isOpen ? 30 : isLate ? 17 : 31, 23 * 60 + 59, timeZone),
    messages: [{ id: 'm1', from: 'citizen', text: story.subject, files: [], at: receivedAt }],
    notes: [],
    history,
    rating,
  };
}
