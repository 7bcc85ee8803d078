import type { Appeal } from '../../domain/appeal.js';
import { APPEAL_SERIES, formatAppealNumber, parseAppealNumber } from '../../domain/appeal-number.js';
import {
  type AskedBeginning,
  askedBeginning,
  askedStems,
  searchStems,
} from '../../domain/search/search-stems.js';

/** How far back a number without its year is looked for. */
const YEARS_BACK = 10;

/** What an appeal is found by, beside its number: everything written in it, the applicant, the place. */
export function appealStems({
  subject,
  messages,
  notes,
  applicant,
  coApplicants = [],
  place,
}: Appeal): string[] {
  return searchStems([
    subject,
    ...[applicant, ...coApplicants].flatMap((one) => (one ? [one.fullName, one.residence] : [])),
    place?.address ?? '',
    ...[...messages, ...notes].map(({ text }) => text),
  ]);
}

/** What a question may mean: appeals of one of these numbers, and appeals that hold all of these words. */
export interface Asked {
  readonly numbers: readonly string[];
  readonly stems: readonly string[];
  /** The last word as far as it is typed, where it may go on */
  readonly beginning: AskedBeginning | undefined;
}

/** Reads a question of the queue. @param now for numbers typed without their year */
export function askedOf(question: string, now: Date): Asked {
  const typed = parseAppealNumber(question);
  const thisYear = now.getUTCFullYear();
  const years = typed?.year
    ? [typed.year]
    : Array.from({ length: YEARS_BACK }, (_, back) => thisYear + 1 - back);
  const series = typed?.series ? [typed.series] : APPEAL_SERIES;
  return {
    numbers: typed
      ? series.flatMap((letter) => years.map((year) => formatAppealNumber(letter, year, typed.sequence)))
      : [],
    stems: askedStems(question),
    beginning: askedBeginning(question),
  };
}
