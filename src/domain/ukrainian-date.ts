const MONTHS_GENITIVE = [
  'січня',
  'лютого',
  'березня',
  'квітня',
  'травня',
  'червня',
  'липня',
  'серпня',
  'вересня',
  'жовтня',
  'листопада',
  'грудня',
] as const;

/**
 * A day as lists show it: «23 грудня».
 *
 * @param day `YYYY-MM-DD`
 */
export function dayAndMonth(day: string): string {
  const [, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  return `${dayOfMonth} ${MONTHS_GENITIVE[month - 1]}`;
}

/** A day as a legal notice shows it: «23 грудня 2026 року». */
export function legalDate(day: string): string {
  return `${dayAndMonth(day)} ${Number(day.slice(0, 4))} року`;
}

/** The hour with the preposition it takes by sound: «о 14:35», «об 11:05». */
export function atClock(clock: string): string {
  return clock.startsWith('11:') ? `об ${clock}` : `о ${clock}`;
}
