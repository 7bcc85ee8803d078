/** Terms of the law that run from registration, by the names the API gives them. */
export const CLOCKS = [
  'appeal',
  'appeal-simple',
  'appeal-extended',
  'return',
  'forward',
  'information',
  'information-urgent',
  'information-extended',
] as const;
export type Clock = (typeof CLOCKS)[number];

/** How long a term is. Days and months are the calendar's; what ends on a day off moves, but for hours. */
export interface TermLength {
  readonly unit: 'hours' | 'days' | 'working-days' | 'months';
  readonly count: number;
}

/** A term while it is in force. */
export interface TermRule {
  readonly clock: Clock;
  readonly length: TermLength;
  /** First day on which what is registered runs by this rule, `YYYY-MM-DD` */
  readonly validFrom: string;
  /** Where it is written, as staff read it */
  readonly source: string;
}

const APPEALS_LAW_FROM = '1996-10-31';
const INFORMATION_LAW_FROM = '2011-05-10';

/** An article of Law 393/96-ВР. */
const appealsLaw = (article: number) => `стаття ${article} Закону «Про звернення громадян»`;
/** Law 2939-VI: all its terms stand in one article. */
const INFORMATION_LAW = 'стаття 20 Закону «Про доступ до публічної інформації»';

/** Of two rules for one clock the later one counts: a new law is a new line. */
export const TERM_RULES: readonly TermRule[] = [
  appealRule('appeal', { unit: 'months', count: 1 }, appealsLaw(20)),
  appealRule('appeal-simple', { unit: 'days', count: 15 }, appealsLaw(20)),
  appealRule('appeal-extended', { unit: 'days', count: 45 }, appealsLaw(20)),
  appealRule('return', { unit: 'days', count: 10 }, appealsLaw(5)),
  appealRule('forward', { unit: 'days', count: 5 }, appealsLaw(7)),
  informationRule('information', { unit: 'working-days', count: 5 }),
  informationRule('information-urgent', { unit: 'hours', count: 48 }),
  informationRule('information-extended', { unit: 'working-days', count: 20 }),
];

function appealRule(clock: Clock, length: TermLength, source: string): TermRule {
  return { clock, length, validFrom: APPEALS_LAW_FROM, source };
}

function informationRule(clock: Clock, length: TermLength): TermRule {
  return { clock, length, validFrom: INFORMATION_LAW_FROM, source: INFORMATION_LAW };
}

/**
 * The rule by which something registered on that day runs.
 *
 * @param day `YYYY-MM-DD`
 * @returns undefined where no law set such a term yet
 */
export function ruleOn(clock: Clock, day: string): TermRule | undefined {
  return TERM_RULES.filter((rule) => rule.clock === clock && rule.validFrom <= day).at(-1);
}
