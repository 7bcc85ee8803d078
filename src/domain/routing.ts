import type { AppealCategory } from './appeal.js';
import { askedStems, searchStems } from './search/search-stems.js';

/** Words that tell which department an appeal is for, and what it is about; staff edit the rules. */
export interface RoutingRule {
  /** Each fits by itself, in any of its forms; several in one entry only together: «ліхтар», «дитячий садок» */
  readonly words: readonly string[];
  readonly departmentId: string;
  /** What such words are about; absent: they only tell the department */
  readonly category?: AppealCategory | undefined;
}

/** A department that an appeal may be for, and why. */
export interface DepartmentSuggestion {
  readonly departmentId: string;
  /** The words of the rules that were found */
  readonly words: readonly string[];
}

/** What an appeal may be about, and why. */
export interface CategorySuggestion {
  readonly category: AppealCategory;
  readonly words: readonly string[];
}

/** Departments whose words stand in the text, the one with most of them first. */
export function suggestDepartments(
  text: string,
  rules: readonly RoutingRule[],
): readonly DepartmentSuggestion[] {
  return suggested(text, rules, ({ departmentId }) => departmentId).map(([departmentId, words]) => ({
    departmentId,
    words,
  }));
}

/** Categories whose words stand in the text, the one with most of them first. */
export function suggestCategories(
  text: string,
  rules: readonly RoutingRule[],
): readonly CategorySuggestion[] {
  return suggested(text, rules, ({ category }) => category).map(([category, words]) => ({ category, words }));
}

/**
 * The department that words alone choose for an appeal of this category: of those rules that are about it, or of all
 * where the citizen named no category. They must agree on one department; where they do not, the category decides.
 */
export function departmentByWords(
  text: string,
  category: AppealCategory,
  rules: readonly RoutingRule[],
): string | undefined {
  const ofCategory = category === 'other' ? rules : rules.filter((rule) => rule.category === category);
  const [only, ...others] = suggestDepartments(text, ofCategory);
  return others.length === 0 ? only?.departmentId : undefined;
}

/** What the rules whose words are found say, with these words; most words first. */
function suggested<Said>(
  text: string,
  rules: readonly RoutingRule[],
  saidBy: (rule: RoutingRule) => Said | undefined,
): readonly (readonly [Said, readonly string[]])[] {
  const stems = new Set(searchStems([text]));
  const found = new Map<Said, string[]>();
  for (const rule of rules) {
    const said = saidBy(rule);
    const fitting = rule.words.filter((word) => fits(word, stems));
    if (said !== undefined && fitting.length > 0) found.set(said, [...(found.get(said) ?? []), ...fitting]);
  }
  return [...found].sort(([, a], [, b]) => b.length - a.length);
}

function fits(word: string, stems: ReadonlySet<string>): boolean {
  const asked = askedStems(word);
  return asked.length > 0 && asked.every((stem) => stems.has(stem));
}
