import type { NameForms } from './name-forms.js';

/**
 * What stands behind a day. `labour`: the Labour Code, article 73; `state`: an act of the President or Parliament;
 * `prof`: a professional day; `intl`: the UN or custom of the world; `custom`: kept without any act.
 */
export const HOLIDAY_KINDS = [
  'labour',
  'state',
  'prof',
  'intl',
  'memory',
  'church',
  'custom',
  'local',
] as const;
export type HolidayKind = (typeof HOLIDAY_KINDS)[number];

/** How the day is found in a year. Weekdays are ISO: 1 Monday … 7 Sunday; Easter is the Orthodox one. */
export type HolidayRule =
  | { readonly on: 'fixed'; readonly month: number; readonly day: number }
  | { readonly on: 'nth'; readonly month: number; readonly weekday: number; readonly nth: number }
  | { readonly on: 'last'; readonly month: number; readonly weekday: number }
  | { readonly on: 'easter'; readonly offsetDays: number };

/** A day that the department may greet with, or that it commemorates. */
export interface Holiday {
  /** Stable: publications keep it. Days of the city's own begin with `local-` */
  readonly id: string;
  readonly name: NameForms;
  /** As the monthly report names it */
  readonly shortName: NameForms;
  /** «з нагоди Дня …», or «з Міжнародним жіночим днем»: which of the two the monthly report says */
  readonly reportCase: 'genitive' | 'instrumental';
  readonly kind: HolidayKind;
  /** Nobody is congratulated on it: its text has no «вітаємо» and no emoji */
  readonly isMemorial: boolean;
  readonly rule: HolidayRule;
  /** First and last year in which it is kept on that day; undefined: no border is known */
  readonly validFrom: number | undefined;
  readonly validTo: number | undefined;
}

/** A holiday of one year. */
export interface HolidayDate {
  readonly holiday: Holiday;
  /** `YYYY-MM-DD` */
  readonly date: string;
}
