import type { Appeal } from '../../domain/appeal.js';
import { type RoutingRule, suggestCategories, suggestDepartments } from '../../domain/routing.js';
import type { Department } from '../../services/appeals/appeals.js';
import { CATEGORY_WORDS } from '../words/appeal-words.js';
import type { AppealModel } from './appeal-model.js';

/** Other departments that an appeal may be for, each with the words that tell it. */
export function suggestionsFor(
  { messages, departmentId: current }: Appeal,
  rules: readonly RoutingRule[],
  departments: readonly Department[],
): AppealModel['suggestions'] {
  return suggestDepartments(citizensText(messages), rules).flatMap(({ departmentId, words }) => {
    const department = departments.find(({ id }) => id === departmentId && id !== current);
    return department ? [{ id: departmentId, name: department.name, why: wordsThatTell(words) }] : [];
  });
}

/** Other topics that an appeal may be about, each with the words that tell it. */
export function categoriesFor(
  { messages, category: current }: Appeal,
  rules: readonly RoutingRule[],
): AppealModel['categorySuggestions'] {
  return suggestCategories(citizensText(messages), rules)
    .filter(({ category }) => category !== current)
    .map(({ category, words }) => ({ category, name: CATEGORY_WORDS[category], why: wordsThatTell(words) }));
}

function citizensText(messages: Appeal['messages']): string {
  return messages.flatMap(({ from, text }) => (from === 'citizen' ? [text] : [])).join('\n');
}

/** «за словами „ліхтар“, „освітлення“» */
function wordsThatTell(words: readonly string[]): string {
  return `за ${words.length === 1 ? 'словом' : 'словами'} ${words.map((word) => `„${word}“`).join(', ')}`;
}
