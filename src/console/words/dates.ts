/** A moment as the city's wall clock shows it. */
export interface CityDates {
  /** «23 листопада 2026 року» in legal places */
  fullDay(date: Date): string;
  /** «23 листопада» this year, «23 листопада 2025» in others */
  day(date: Date): string;
  /** «23 листопада, 14:35» */
  moment(date: Date): string;
  /** `2026-11-23`, to compare days */
  isoDay(date: Date): string;
  /** Calendar days from today to the day of `date`: 0 today, −1 yesterday */
  daysUntil(date: Date): number;
}

/**
 * Formats dates in the city's time.
 *
 * @param now the city's clock: decides what «today» and «this year» are
 */
export function createCityDates(timeZone: string, now: () => Date): CityDates {
  const parts = new Intl.DateTimeFormat('uk', { timeZone, day: 'numeric', month: 'long', year: 'numeric' });
  const time = new Intl.DateTimeFormat('uk', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  // The Swedish calendar form is ISO 8601.
  const iso = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short' });

  const part = (date: Date, type: 'day' | 'month' | 'year'): string =>
    parts.formatToParts(date).find((found) => found.type === type)?.value ?? '';
  const dayAndMonth = (date: Date): string => `${part(date, 'day')} ${part(date, 'month')}`;
  const isoDay = (date: Date): string => iso.format(date);
  const day = (date: Date): string =>
    part(date, 'year') === part(now(), 'year')
      ? dayAndMonth(date)
      : `${dayAndMonth(date)} ${part(date, 'year')}`;

  return {
    fullDay: (date) => `${dayAndMonth(date)} ${part(date, 'year')} року`,
    day,
    moment: (date) => `${day(date)}, ${time.format(date)}`,
    isoDay,
    daysUntil: (date) => (Date.parse(isoDay(date)) - Date.parse(isoDay(now()))) / MS_PER_DAY,
  };
}

/** Between midnights of UTC, which is how ISO days are parsed: no clock change in between. */
const MS_PER_DAY = 86_400_000;
