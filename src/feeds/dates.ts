import { isDay, localMoment } from '../lib/city-time.js';

/** What dates are read with. */
interface Fields {
  readonly day: string;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly zone: string;
}

/** Beginnings of months' names, in English, Ukrainian and as Ukrainian sites still have them. */
const MONTHS: readonly RegExp[] = [
  /^(jan|січ|янв)/,
  /^(feb|лют|фев)/,
  /^(mar|бер|мар)/,
  /^(apr|кві|апр)/,
  /^(may|тра|ма[йя])/,
  /^(jun|чер|июн)/,
  /^(jul|лип|июл)/,
  /^(aug|сер|авг)/,
  /^(sep|вер|сен)/,
  /^(oct|жов|окт)/,
  /^(nov|лис|ноя)/,
  /^(dec|гру|дек)/,
];

const CLOCK = String.raw`(?:[T\s,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?)?`;
const ZONE = String.raw`\s*([A-Za-z]{1,5}|[+-]\d{1,2}:?\d{0,2}|[A-Za-z]{3}[+-]\d{1,2}:?\d{0,2})?`;
const REST = String.raw`(?:\s*\([^)]{0,40}\))?$`;
/** `Mon, 01 Mar 2021 10:00:00 +0200`, with the weekday in any language or none */
const RFC_822 = new RegExp(
  String.raw`^(?:\p{L}+\.?,?\s+)?(\d{1,2})[\s-]+(\p{L}{3,9})\.?,?[\s-]+(\d{4}|\d{2})(?:\s*р\.?)?${CLOCK}${ZONE}${REST}`,
  'u',
);
/** `2021-03-01T10:00:00+02:00`, also with a space, without seconds, or the day alone */
const ISO = new RegExp(String.raw`^(\d{4})-(\d{2})-(\d{2})${CLOCK}${ZONE}$`);
/** `01.03.2021 10:00` */
const DOTTED = new RegExp(String.raw`^(\d{1,2})\.(\d{1,2})\.(\d{4})${CLOCK}${ZONE}$`);
/** Longer texts are no dates. */
const DATE_MAX = 80;

/**
 * A moment as feeds write it: RFC 822, ISO 8601 or `01.03.2021 10:00`. No zone, and `EET` or `EEST` in whatever season,
 * is the city's own clock: Ukrainian servers write the name without looking at the calendar.
 *
 * @returns undefined for what is no moment
 */
export function parseFeedDate(written: string | undefined, timeZone: string): Date | undefined {
  const text = written?.trim().replaceAll(/\s+/g, ' ') ?? '';
  const fields = text.length > DATE_MAX ? undefined : (iso(text) ?? rfc822(text) ?? dotted(text));
  if (!fields || !isMoment(fields)) return undefined;
  const { day, hour, minute, second, zone } = fields;
  const offset = offsetMinutes(zone);
  if (offset === undefined) return localMoment(day, { hour, minute, second }, timeZone);
  const utc = Date.parse(`${day}T00:00:00Z`) + ((hour * 60 + minute) * 60 + second) * 1_000;
  return new Date(utc - offset * 60_000);
}

function iso(text: string): Fields | undefined {
  const [, year = '', month = '', day = '', ...clock] = ISO.exec(text) ?? [];
  return year === '' ? undefined : fieldsOf(year, Number(month), day, clock);
}

function dotted(text: string): Fields | undefined {
  const [, day = '', month = '', year = '', ...clock] = DOTTED.exec(text) ?? [];
  return year === '' ? undefined : fieldsOf(year, Number(month), day, clock);
}

function rfc822(text: string): Fields | undefined {
  const [, day = '', name = '', year = '', ...clock] = RFC_822.exec(text) ?? [];
  const month = MONTHS.findIndex((pattern) => pattern.test(name.toLowerCase())) + 1;
  return year === '' || month === 0 ? undefined : fieldsOf(year.padStart(4, '20'), month, day, clock);
}

function fieldsOf(year: string, month: number, day: string, clock: readonly (string | undefined)[]): Fields {
  const [hour = '0', minute = '0', second = '0', zone = ''] = clock;
  return {
    day: `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`,
    hour: Number(hour),
    minute: Number(minute),
    second: Math.min(Number(second), 59),
    zone,
  };
}

/** A day that the calendar has, of a time when there were feeds, and a time that clocks show. */
function isMoment({ day, hour, minute }: Fields): boolean {
  return isDay(day) && day >= '1990' && hour <= 23 && minute <= 59;
}

/** Undefined: the city's clock. @see https://www.rfc-editor.org/rfc/rfc822#section-5 */
function offsetMinutes(zone: string): number | undefined {
  const name = zone.toUpperCase().replace(/^(?:GMT|UTC|UT)(?=[+-])/, '');
  const known: Readonly<Record<string, number>> = {
    GMT: 0,
    UTC: 0,
    UT: 0,
    Z: 0,
    CET: 60,
    CEST: 120,
    MSK: 180,
  };
  if (Object.hasOwn(known, name)) return known[name];
  const [, sign, hours = '', minutes = ''] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(name) ?? [];
  if (sign === undefined || Number(hours) > 14) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
