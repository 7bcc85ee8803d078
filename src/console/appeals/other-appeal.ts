import type { Appeal } from '../../domain/appeal.js';
import { APPEAL_STATUS_WORDS, subjectWords } from '../words/appeal-words.js';
import type { CityDates } from '../words/dates.js';
import { appealHref } from './queue/queue-model.js';

/** Another appeal, in a list beside this one. */
export interface OtherAppeal {
  readonly href: string;
  readonly number: string;
  readonly subject: string;
  readonly status: string;
  readonly day: string;
}

/** Another appeal as a line of a list. */
export function otherAppeal(
  { number, subject, status, receivedAt }: Pick<Appeal, 'number' | 'subject' | 'status' | 'receivedAt'>,
  dates: Pick<CityDates, 'day'>,
): OtherAppeal {
  return {
    href: appealHref(number),
    number,
    subject: subjectWords(subject),
    status: APPEAL_STATUS_WORDS[status].toLowerCase(),
    day: dates.day(receivedAt),
  };
}
