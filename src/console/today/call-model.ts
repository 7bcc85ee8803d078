import type { LostAnswer } from '../../services/appeals/appeals.js';
import type { OpenCallBack } from '../../services/call-backs/call-backs.js';
import { appealHref } from '../appeals/queue/queue-model.js';
import { subjectWords } from '../words/appeal-words.js';
import type { CityDates } from '../words/dates.js';
import { ANSWER_WORDS } from '../words/delivery-words.js';

/** «Зателефонуйте»: one person who is to be called. */
export interface CallModel {
  /** What the task's button says to the form: see `CallTask` */
  readonly task: string;
  readonly title: string;
  /** Page of the appeal it is about */
  readonly href: string | undefined;
  readonly details: string;
  /** As it is dialled */
  readonly phone: string | undefined;
  /** What became of the answer */
  readonly outcome: string | undefined;
  /** What the messenger did not bring */
  readonly answer: string | undefined;
}

/** Which call was made: about a lost message, or one that a resident had asked for. */
export type CallTask =
  | { readonly kind: 'lost'; readonly number: string; readonly messageId: string }
  | { readonly kind: 'asked'; readonly id: string };

/** An answer that did not arrive. */
export function lostCall({ page, messageId }: LostAnswer): CallModel {
  const { number, subject, messages, applicant } = page.appeal;
  const status = page.deliveryStates.get(messageId)?.status ?? 'unknown';
  return {
    task: `lost ${number} ${messageId}`,
    title: subjectWords(subject),
    href: appealHref(number),
    details: [number, applicant?.fullName ?? page.citizenName, applicant?.residence]
      .filter(Boolean)
      .join(' · '),
    phone: undefined,
    outcome: ANSWER_WORDS[status],
    answer: messages.find(({ id }) => id === messageId)?.text,
  };
}

/** «Подзвоніть мені». */
export function askedCall({ id, name, phone, askedAt }: OpenCallBack, dates: CityDates): CallModel {
  return {
    task: `asked ${id}`,
    title: `Просить зателефонувати: ${name ?? 'без імені'}`,
    href: undefined,
    details: `Прохання надійшло ${dates.moment(askedAt)}`,
    phone,
    outcome: undefined,
    answer: undefined,
  };
}

/** Reads what a task's button said. @returns undefined when no button of ours did */
export function parseCallTask(text: string): CallTask | undefined {
  const [kind, first = '', second = ''] = text.split(' ');
  if (kind === 'lost') return { kind, number: first, messageId: second };
  return kind === 'asked' ? { kind, id: first } : undefined;
}

/** Each task has a field of its own for what was said, so that one that is refused takes nothing away. */
export function noteField(task: string): string {
  return `note ${task}`;
}
