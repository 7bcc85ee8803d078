import { askedStems, searchStems } from './search/search-stems.js';

/** Words that tell which department an appeal is for; staff edit the rules. */
export interface RoutingRule {
  /** Each fits by itself, in any of its forms; several in one entry only together: «ліхтар», «дитячий садок» */
  readonly words: readonly string[];
  readonly departmentId: string;
}

/** A department that an appeal may be for, and why. */
export interface DepartmentSuggestion {
  readonly departmentId: string;
  /** The words of the rules that were found */
  readonly words: readonly string[];
}

/** Departments whose words stand in the text, the one with most of them first. */
export function suggestDepartments(
  text: string,
  rules: readonly RoutingRule[],
): readonly DepartmentSuggestion[] {
  const stems = new Set(searchStems([text]));
  const found = new Map<string, string[]>();
  for (const { words, departmentId } of rules) {
    const fitting = words.filter((word) => fits(word, stems));
    if (fitting.length > 0) found.set(departmentId, [...(found.get(departmentId) ?? []), ...fitting]);
  }
  return [...found]
    .map(([departmentId, words]) => ({ departmentId, words }))
    .sort((a, b) => b.words.length - a.words.length);
}

function fits(word: string, stems: ReadonlySet<string>): boolean {
  const asked = askedStems(word);
  return asked.length > 0 && asked.every((stem) => stems.has(stem));
}
