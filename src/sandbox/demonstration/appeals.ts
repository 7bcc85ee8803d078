import type {
  Appeal,
  AppealFile,
  AppealHistoryEntry,
  AppealMessage,
  AppealStatus,
} from '../../domain/appeal.js';
import { formatAppealNumber, seriesOf } from '../../domain/appeal-number.js';
import { appealSubject } from '../../domain/appeal-subject.js';
import { localDay } from '../../lib/city-time.js';
import { answerKey } from '../../services/appeals/answers.js';
import { openingOf } from '../../services/appeals/opening.js';
import type { AppealStore } from '../../services/appeals/store.js';
import type { AudienceMember } from '../../services/subscriptions/store.js';
import { type AppealDates, datesOf } from './appeal-dates.js';
import type { AppealStory } from './appeal-stories.js';
import type { StaffIds } from './staff.js';

const DAY_MS = 24 * 60 * 60_000;

/** What a story needs to become an appeal. */
export interface AppealContext {
  readonly citizen: Pick<AudienceMember, 'id' | 'address' | 'locale'>;
  readonly photo: AppealFile | undefined;
  readonly staff: StaffIds;
  readonly now: Date;
  readonly timeZone: string;
  /** Marks the story: the same one is never stored twice */
  readonly sourceId: string;
}

/** Stores a story as the appeal it would have become. @returns undefined when it is there already */
export async function addAppeal(
  store: Pick<AppealStore, 'bySource' | 'nextNumber' | 'insert'>,
  story: AppealStory,
  context: AppealContext,
): Promise<Appeal | undefined> {
  if (await store.bySource(context.sourceId)) return undefined;
  const dates = datesOf(story, context.now, context.timeZone);
  const series = seriesOf(story.door === 'anonymous' ? 'signal' : 'appeal');
  const year = Number(localDay(dates.receivedAt, context.timeZone).slice(0, 4));
  const number = formatAppealNumber(series, year, await store.nextNumber(series, year));
  return store.insert(toAppeal(number, story, dates, context), context.sourceId);
}

function toAppeal(number: string, story: AppealStory, dates: AppealDates, context: AppealContext): Appeal {
  const { citizen, photo, staff, now, sourceId } = context;
  const { takenAfterDays, answer, forwardedTo } = story;
  const { receivedAt } = dates;
  const opening = openingOf({ door: story.door, ...dates }, now);
  return {
    number,
    channel: story.channel,
    subscriberId: citizen.id,
    address: citizen.address,
    door: story.door,
    applicant: story.applicant,
    category: story.category,
    departmentId: forwardedTo ?? story.departmentId,
    place: story.place,
    status: statusOf(story) ?? opening.status,
    assigneeId: takenAfterDays === undefined ? undefined : staff.moderator,
    ...dates,
    subject: appealSubject(story.text),
    messages: [
      { id: sourceId, from: 'citizen', text: story.text, files: photo ? [photo] : [], at: receivedAt },
      ...(answer ? [answerOf(number, answer, dates, staff)] : []),
    ],
    notes: story.note
      ? [
          {
            id: `${sourceId}-note`,
            authorId: staff.moderator,
            text: story.note,
            at: daysAfter(receivedAt, 30),
          },
        ]
      : [],
    history: [...opening.history, ...laterHistory(story, dates, staff)],
    rating: story.rating,
  };
}

/** @returns undefined while nobody has done anything about it */
function statusOf({ answer, rating, takenAfterDays }: AppealStory): AppealStatus | undefined {
  if (rating === 'solved') return 'closed';
  if (answer) return 'answered';
  return takenAfterDays === undefined ? undefined : 'in-progress';
}

function answerOf(
  number: string,
  answer: { readonly afterDays: number; readonly text: string },
  { receivedAt }: AppealDates,
  staff: StaffIds,
): AppealMessage {
  const id = 'answer-1';
  return {
    id,
    from: 'staff',
    authorId: staff.moderator,
    text: answer.text,
    files: [],
    at: daysAfter(receivedAt, answer.afterDays),
    outboxKey: answerKey(number, id),
  };
}

function laterHistory(
  story: AppealStory,
  { receivedAt, registeredAt }: AppealDates,
  staff: StaffIds,
): readonly AppealHistoryEntry[] {
  const { takenAfterDays, forwardedTo, answer, rating } = story;
  const by = staff.moderator;
  const taken = daysAfter(registeredAt, takenAfterDays ?? 0);
  const answered = daysAfter(receivedAt, answer?.afterDays ?? 0);
  return [
    ...(takenAfterDays === undefined ? [] : [{ status: 'in-progress', at: taken, by } as const]),
    ...(forwardedTo === undefined
      ? []
      : [{ status: 'in-progress', at: daysAfter(taken, 1), by, departmentId: forwardedTo } as const]),
    ...(answer ? [{ status: 'answered', at: answered, by } as const] : []),
    ...(rating === 'solved'
      ? [{ status: 'closed', at: daysAfter(answered, 1), by: 'citizen', reason: 'answered' } as const]
      : []),
  ];
}

function daysAfter(date: Date, days: number): Date {
  return new Date(date.getTime() + days * DAY_MS);
}
