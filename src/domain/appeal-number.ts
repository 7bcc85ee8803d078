import type { AppealKind } from './appeal.js';

/** Official appeal, anonymous signal, information request, comment on a draft act. */
export const APPEAL_SERIES = ['Н', 'С', 'З', 'П'] as const;
export type AppealSeries = (typeof APPEAL_SERIES)[number];

/** What people type for a series: the letter itself, its Latin look-alike, or the Latin letter of its sound. */
const SERIES_BY_LETTER: Readonly<Record<string, AppealSeries>> = {
  Н: 'Н',
  H: 'Н',
  N: 'Н',
  С: 'С',
  C: 'С',
  S: 'С',
  З: 'З',
  Z: 'З',
  '3': 'З',
  П: 'П',
  P: 'П',
};

const ASCII_LETTER: Readonly<Record<AppealSeries, string>> = { Н: 'N', С: 'S', З: 'Z', П: 'P' };

const TYPED = /^([НСЗПHNCSZP]|3(?=\s*-))?\s*-?\s*(?:(20\d\d)\s*[-/]\s*)?(\d{1,9})$/u;

const SERIES_OF_KIND: Readonly<Record<AppealKind, AppealSeries>> = {
  appeal: 'Н',
  signal: 'С',
  'information-request': 'З',
  'draft-comment': 'П',
};

const KIND_OF_SERIES: Readonly<Record<AppealSeries, AppealKind>> = {
  Н: 'appeal',
  С: 'signal',
  З: 'information-request',
  П: 'draft-comment',
};

/** The series that numbers of a kind begin with. */
export function seriesOf(kind: AppealKind): AppealSeries {
  return SERIES_OF_KIND[kind];
}

/** What a stored number tells of its bearer: `З-2026-000005` is a request for information. */
export function kindOfNumber(number: string): AppealKind {
  return KIND_OF_SERIES[parseAppealNumber(number)?.series ?? 'Н'];
}

/** `Н-2026-000123` */
export function formatAppealNumber(series: AppealSeries, year: number, sequence: number): string {
  return `${series}-${year}-${String(sequence).padStart(6, '0')}`;
}

/** A number as somebody typed it; what they left out is undefined. */
export interface TypedAppealNumber {
  readonly series: AppealSeries | undefined;
  readonly year: number | undefined;
  readonly sequence: number;
}

/**
 * Reads a number typed by hand: `Н-2026-000123`, `н 123`, Latin `H-2026-123`, `123`. Forgives case, Latin
 * look-alikes, spaces, kinds of dash, a leading № and lost zeros.
 *
 * @returns undefined when the text is something else
 */
export function parseAppealNumber(text: string): TypedAppealNumber | undefined {
  const typed = text
    .trim()
    .toUpperCase()
    .replace(/^№\s*/u, '')
    .replace(/[–—−‑]/gu, '-');
  const match = TYPED.exec(typed);
  if (!match) return undefined;
  const [, letter, year, sequence] = match;
  return {
    series: letter === undefined ? undefined : SERIES_BY_LETTER[letter],
    year: year === undefined ? undefined : Number(year),
    sequence: Number(sequence),
  };
}

/** Whether a stored number is the one that was typed. */
export function isSameNumber(typed: TypedAppealNumber, number: string): boolean {
  const stored = parseAppealNumber(number);
  if (!stored || stored.sequence !== typed.sequence) return false;
  const sameSeries = typed.series === undefined || typed.series === stored.series;
  return sameSeries && (typed.year === undefined || typed.year === stored.year);
}

/** The number in ASCII, for button data: `Н-2026-000123` → `N-2026-000123`. `parseAppealNumber` reads it back. */
export function asciiAppealNumber(number: string): string {
  return number.replace(/^./u, (letter) => ASCII_LETTER[letter as AppealSeries] ?? '');
}
