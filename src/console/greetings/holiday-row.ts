import type { BroadcastStatus } from '../../domain/broadcast.js';
import { type Mourning, mourningOn } from '../../domain/holidays/mourning.js';
import { dayAndMonth } from '../../domain/ukrainian-date.js';
import { weekdayOf } from '../../lib/city-time.js';
import type { CityHolidayDate } from '../../services/greetings/city-calendar.js';
import type { GreetingView } from '../../services/greetings/greetings.js';
import type { BadgeTone } from '../components/badge.js';
import { BROADCAST_STATUS_WORDS } from '../words/broadcast-words.js';
import { HOLIDAY_KIND_WORDS, weekdayWord } from '../words/holiday-words.js';

/** One holiday of a year, ready to print. */
export interface HolidayRowModel {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** «25 березня, чт» */
  readonly when: string;
  readonly href: string;
  readonly name: string;
  readonly kind: string;
  /** Undefined for a day that went by without a greeting */
  readonly state: StateModel | undefined;
}

/** How far a greeting is, in words. */
export interface StateModel {
  readonly text: string;
  readonly tone: BadgeTone;
}

/** What is known of greetings and mourning. */
export interface GreetingFacts {
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly greetings: ReadonlyMap<string, GreetingView>;
  readonly mournings: readonly Mourning[];
}

const TONES: Readonly<Partial<Record<BroadcastStatus, BadgeTone>>> = { finished: 'ok', paused: 'warn' };

export function holidayRow(entry: CityHolidayDate, facts: GreetingFacts): HolidayRowModel {
  const { holiday, date } = entry;
  return {
    date,
    when: `${dayAndMonth(date)}, ${weekdayWord(weekdayOf(date))}`,
    href: `/greetings/${date}`,
    name: holiday.name.nominative,
    kind: HOLIDAY_KIND_WORDS[holiday.kind],
    state: stateOf(entry, facts),
  };
}

function stateOf(
  { holiday, date, isOff }: CityHolidayDate,
  { today, greetings, mournings }: GreetingFacts,
): StateModel | undefined {
  const greeting = greetings.get(date);
  if (greeting?.isOpen && greeting.holidayIds.includes(holiday.id)) return greetingState(greeting);
  if (isOff) return { text: 'Вимкнено', tone: 'quiet' };
  if (mourningOn(date, mournings)) return { text: 'Жалоба', tone: 'warn' };
  if (greeting?.isOpen) return { text: 'Не обрано', tone: 'quiet' };
  return date < today ? undefined : { text: 'Без чернетки', tone: 'quiet' };
}

/** How far the greeting of a day is. */
export function greetingState({ status }: GreetingView): StateModel {
  if (status === undefined) return { text: 'Чернетку видалено', tone: 'quiet' };
  return { text: BROADCAST_STATUS_WORDS[status], tone: TONES[status] ?? 'quiet' };
}
