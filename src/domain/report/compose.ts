import { type MonthWords, monthWords, type ReportMonth } from './month.js';
import type {
  GreetedHoliday,
  Material,
  NamedEvent,
  ParagraphKey,
  ParagraphKind,
  ParagraphRule,
} from './paragraph.js';
import { PARAGRAPHS } from './paragraphs.js';
import { type Piece, printedNumber, textOf } from './pieces.js';
import type { ReportCounts } from './rows.js';
import { withoutLooseEnds } from './typography.js';
import type { ReportNames } from './wording.js';

/** What the report is written from. */
export interface ReportInput {
  readonly month: ReportMonth;
  readonly names: ReportNames;
  readonly counts: ReportCounts;
  readonly events: readonly NamedEvent[];
  readonly holidays: readonly GreetedHoliday[];
  /** What somebody said of constant sentences this month */
  readonly verdicts: ReadonlyMap<ParagraphKey, Verdict>;
  /** Added by staff, in order */
  readonly sentences: readonly ReportSentence[];
  /** A paragraph with nothing behind it says so instead of being left out */
  readonly saysWhenEmpty: boolean;
}

/** «Підтверджую», or «цього не було», of a sentence as it read then. */
export interface Verdict {
  readonly text: string;
  readonly isTrue: boolean;
}

/** A sentence of staff: after a paragraph, or at the end. */
export interface ReportSentence {
  readonly id: string;
  readonly after: ParagraphKey | 'end';
  readonly text: string;
}

/** A paragraph of this month's report. */
export interface ReportParagraph {
  readonly key: ParagraphKey | `sentence:${string}`;
  readonly kind: ParagraphKind;
  readonly heading: string | null;
  readonly pieces: readonly Piece[];
  /** Nothing but `printed` is printed; a `declined` constant was not true this month */
  readonly state: 'printed' | 'unconfirmed' | 'declined' | 'empty';
  /** What somebody still has to enter */
  readonly toFill: string | null;
}

/** The title: «Звіт про роботу відділу … за березень 2021 року». */
export function reportTitle(month: ReportMonth, names: ReportNames): string {
  const { accusative, year }: MonthWords = monthWords(month);
  return `Звіт про роботу ${names.departmentGenitive} ${names.organGenitive} за ${accusative} ${year} року`;
}

/** Every paragraph of the report, those that are not printed too, each with its state. */
export function composeReport(input: ReportInput): ReportParagraph[] {
  const material = materialOf(input);
  const ofStaff = (after: ReportSentence['after']) =>
    input.sentences.filter((sentence) => sentence.after === after).map(toParagraph);
  return [
    ...PARAGRAPHS.flatMap((rule) => [paragraphOf(rule, material, input), ...ofStaff(rule.key)]),
    ...ofStaff('end'),
  ];
}

function paragraphOf(rule: ParagraphRule, material: Material, input: ReportInput): ReportParagraph {
  const composed = rule.compose(material);
  const { key } = rule;
  if (!composed) {
    const instead = input.saysWhenEmpty ? rule.whenEmpty?.(input.names) : undefined;
    const kind = rule.howToFill === undefined ? 'data' : 'names';
    const rest = { key, kind, heading: null, toFill: rule.howToFill ?? null } as const;
    if (instead === undefined) return { ...rest, pieces: [], state: 'empty' };
    return { ...rest, pieces: [instead], state: 'printed', toFill: null };
  }
  const { kind, pieces, heading = null, toFill = null } = composed;
  const state = kind === 'constant' ? stateOf(textOf(pieces), input.verdicts.get(key)) : 'printed';
  return { key, kind, heading, pieces, state, toFill };
}

/** A verdict counts for the words it was given of. */
function stateOf(text: string, verdict: Verdict | undefined): ReportParagraph['state'] {
  if (verdict?.text !== text) return 'unconfirmed';
  return verdict.isTrue ? 'printed' : 'declined';
}

function toParagraph({ id, text }: ReportSentence): ReportParagraph {
  // One sentence is one paragraph in every format, also when it was typed in lines.
  const pieces = [withoutLooseEnds(text.replace(/\s*\n\s*/g, ' '))];
  return { key: `sentence:${id}`, kind: 'names', heading: null, pieces, state: 'printed', toFill: null };
}

function materialOf({ month, names, counts, events, holidays }: ReportInput): Material {
  const count = (key: string) => counts[key] ?? 0;
  return {
    month: monthWords(month),
    names,
    events,
    holidays,
    count,
    keysOf: (prefix) =>
      Object.keys(counts)
        .filter((key) => key.startsWith(prefix) && count(key) > 0)
        .sort((a, b) => count(b) - count(a)),
    figure: (key) => ({ key, count: count(key), text: printedNumber(count(key)) }),
  };
}
