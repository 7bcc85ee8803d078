import type { Broadcast } from '../broadcast.js';
import { dayAndMonth } from '../ukrainian-date.js';

/** Days on which nobody is greeted, declared by the state or the council. */
export interface Mourning {
  /** First and last day, `YYYY-MM-DD` */
  readonly from: string;
  readonly to: string;
  /** As it was declared: «Жалоба за загиблими 21 листопада» */
  readonly reason: string;
}

/** The mourning of a day, `YYYY-MM-DD`. */
export function mourningOn(day: string, mournings: readonly Mourning[]): Mourning | undefined {
  return mournings.find(({ from, to }) => from <= day && day <= to);
}

/** The mourning that keeps a broadcast from leaving on that day: only of greetings, whose corrections may leave. */
export function mourningAgainst(
  { kind, amends }: Pick<Broadcast, 'kind' | 'amends'>,
  day: string,
  mournings: readonly Mourning[],
): Mourning | undefined {
  return kind === 'greeting' && !amends ? mourningOn(day, mournings) : undefined;
}

/** «23 листопада», «23–25 листопада», «30 листопада – 2 грудня». */
export function mourningDays({ from, to }: Pick<Mourning, 'from' | 'to'>): string {
  if (from === to) return dayAndMonth(from);
  if (from.slice(0, 7) !== to.slice(0, 7)) return `${dayAndMonth(from)} – ${dayAndMonth(to)}`;
  return `${Number(from.slice(8))}–${dayAndMonth(to)}`;
}
