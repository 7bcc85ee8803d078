import type { MonthWords } from './month.js';
import type { Figure, Piece } from './pieces.js';
import type { ReportNames } from './wording.js';

/** Paragraphs of the report in the order of the paper; the title is not among them. */
export const PARAGRAPH_KEYS = [
  'activity',
  'parties',
  'materials',
  'acts',
  'press',
  'media',
  'videos',
  'monitoring',
  'petitions',
  'website',
  'budget',
  'informing',
  'public-council',
  'events',
  'photo',
  'greetings',
  'appeals',
] as const;
export type ParagraphKey = (typeof PARAGRAPH_KEYS)[number];

/** Whether it is one of the paper's own paragraphs; a sentence of staff is not. */
export function isParagraphKey(key: string): key is ParagraphKey {
  return PARAGRAPH_KEYS.some((known) => known === key);
}

/**
 * Where a paragraph comes from: counted; a constant sentence that somebody confirms each month, as it is a statement
 * too; names and words entered by staff.
 */
export type ParagraphKind = 'data' | 'constant' | 'names';

/** A holiday that was greeted, with its short name in both cases. */
export interface GreetedHoliday {
  readonly id: string;
  /** Calendar day it was on in the report's year, `YYYY-MM-DD`: the newest is named first */
  readonly day: string;
  /** After «з нагоди»: «Дня Служби безпеки України» */
  readonly genitive: string;
  /** After «з»: «Міжнародним жіночим днем» */
  readonly instrumental: string;
  /** Which of the two the sentence says */
  readonly reportCase: 'genitive' | 'instrumental';
}

/** An event the report names, as entered by a person. */
export interface NamedEvent {
  readonly name: string;
  /** «у семінарі «Комунікація …»»; undefined: nobody has entered the form yet */
  readonly nameLocative: string | undefined;
}

/** What a paragraph is written from. */
export interface Material {
  readonly month: MonthWords;
  readonly names: ReportNames;
  readonly events: readonly NamedEvent[];
  readonly holidays: readonly GreetedHoliday[];
  /** Keys that begin so and have rows, with their counts, most first */
  readonly keysOf: (prefix: string) => readonly string[];
  readonly count: (key: string) => number;
  /** The number of a list, ready to be printed */
  readonly figure: (key: string) => Figure;
}

/** A paragraph as it is printed. */
export interface Composed {
  readonly kind: ParagraphKind;
  readonly pieces: readonly Piece[];
  /** Heading set bold in the same line */
  readonly heading?: string;
  /** What somebody has to enter before it can be signed */
  readonly toFill?: string;
}

/** How one paragraph is written. */
export interface ParagraphRule {
  readonly key: ParagraphKey;
  /** @returns undefined when there is nothing behind it */
  readonly compose: (material: Material) => Composed | undefined;
  /** What is printed instead, where the settings ask for it */
  readonly whenEmpty?: (names: ReportNames) => string;
  /** What staff do so that it is printed */
  readonly howToFill?: string;
}
