import { addDays, localClock, localDay, weekdayOf } from '../../lib/city-time.js';
import { pluralForm } from '../plural.js';
import { dayAndMonth, legalDate } from '../ukrainian-date.js';
import type { Due } from './due.js';
import { isOfficeDay, type Office, type Registration } from './office.js';
import type { TermLength } from './rules.js';

const WEEKDAYS = ['понеділок', 'вівторок', 'середа', 'четвер', 'п’ятниця', 'субота', 'неділя'] as const;
const UNITS = {
  hours: { one: 'година', few: 'години', many: 'годин', other: 'години' },
  days: { one: 'день', few: 'дні', many: 'днів', other: 'дня' },
  'working-days': { one: 'робочий день', few: 'робочі дні', many: 'робочих днів', other: 'робочого дня' },
  months: {
    one: 'календарний місяць',
    few: 'календарні місяці',
    many: 'календарних місяців',
    other: 'календарного місяця',
  },
} as const;

/**
 * How the end of a term was found, step by step, as staff and auditors read it.
 *
 * @param receivedAt the registration that the term runs from belongs to this receipt
 */
export function explainDue(
  receivedAt: Date,
  { registeredLater }: Registration,
  due: Due,
  office: Office,
): readonly string[] {
  const { timeZone } = office;
  return [
    `Отримано: ${fullMoment(receivedAt, timeZone)}.`,
    registeredLater
      ? `Отримано в неробочий час, тому зареєстровано: ${fullMoment(due.registeredAt, timeZone)}.`
      : 'Отримано в робочий час, тому зареєстровано одразу.',
    ...explainTerm(due, office),
  ];
}

/** The part of it that follows registration: how long the term is, and where its last day falls. */
export function explainTerm(due: Due, office: Office): readonly string[] {
  const { length, source } = due.rule;
  return [`Строк від реєстрації: ${lengthInWords(length)} (${source}).`, ...endOf(due, office)];
}

/** «понеділок, 2 лютого 2026 року, 08:00» */
export function fullMoment(at: Date, timeZone: string): string {
  return `${fullDay(localDay(at, timeZone))}, ${localClock(at, timeZone)}`;
}

function endOf({ rule: { length }, registeredAt, dueAt, countedTo, lastDay }: Due, office: Office): string[] {
  const { timeZone } = office;
  if (length.unit === 'hours')
    return [`Години рахуються поспіль, до: ${fullDay(lastDay)}, ${localClock(dueAt, timeZone)}.`];
  const last = `Останній день: ${fullDay(lastDay)}.`;
  if (length.unit === 'working-days') {
    const off = daysOffBetween(localDay(registeredAt, timeZone), lastDay, office);
    const skipped = off.length > 0 ? ` Не рахуються вихідні: ${off.map(dayAndMonth).join(', ')}.` : '';
    return [`Дні рахуються від наступного після реєстрації.${skipped}`, last];
  }
  return countedTo === lastDay
    ? [last]
    : [`Строк спливає у вихідний (${fullDay(countedTo)}) і переходить на наступний робочий день.`, last];
}

function daysOffBetween(from: string, to: string, office: Office): string[] {
  const off: string[] = [];
  for (let day = addDays(from, 1); day < to; day = addDays(day, 1))
    if (!isOfficeDay(office, day)) off.push(day);
  return off;
}

function lengthInWords({ unit, count }: TermLength): string {
  return `${count} ${pluralForm('uk', UNITS[unit], count)}`;
}

/** «понеділок, 2 лютого 2026 року» */
function fullDay(day: string): string {
  return `${WEEKDAYS[weekdayOf(day) - 1]}, ${legalDate(day)}`;
}
