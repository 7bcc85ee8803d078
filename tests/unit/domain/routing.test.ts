import { describe, expect, it } from 'vitest';
import {
  departmentByWords,
  type RoutingRule,
  suggestCategories,
  suggestDepartments,
} from '../../../src/domain/routing.js';

const RULES: readonly RoutingRule[] = [
  { departmentId: 'housing', words: ['ліхтар', 'яма'] },
  { departmentId: 'education', words: ['школа', 'дитячий садок'] },
];

describe('departments suggested by words', () => {
  it('are found by any form of a word, with the word that tells why', () => {
    expect(suggestDepartments('Не світять ЛІХТАРІ', RULES)).toEqual([
      { departmentId: 'housing', words: ['ліхтар'] },
    ]);
  });

  it('need all words of a phrase', () => {
    expect(suggestDepartments('Дитячий майданчик', RULES)).toEqual([]);
    expect(suggestDepartments('біля дитячого садка', RULES)).toEqual([
      { departmentId: 'education', words: ['дитячий садок'] },
    ]);
  });

  it('come with the most words first', () => {
    const text = 'Біля школи темно: ліхтарі не світять, на дорозі ями';
    expect(suggestDepartments(text, RULES).map(({ departmentId }) => departmentId)).toEqual([
      'housing',
      'education',
    ]);
  });
});

describe('categories suggested by words', () => {
  const rules: readonly RoutingRule[] = [
    { departmentId: 'housing', category: 'lighting', words: ['ліхтар'] },
    { departmentId: 'housing', category: 'roads', words: ['яма', 'асфальт'] },
    { departmentId: 'housing', words: ['дах'] },
  ];

  it('come with the words that tell them, most words first', () => {
    expect(suggestCategories('Біля ліхтаря яма в асфальті, тече дах', rules)).toEqual([
      { category: 'roads', words: ['яма', 'асфальт'] },
      { category: 'lighting', words: ['ліхтар'] },
    ]);
    expect(suggestCategories('Тече дах', rules)).toEqual([]);
  });
});

describe('the department that words choose', () => {
  const rules: readonly RoutingRule[] = [
    { departmentId: 'housing', category: 'yards', words: ['сміття'] },
    { departmentId: 'emergencies', category: 'yards', words: ['аварійне дерево'] },
    { departmentId: 'education', words: ['школа'] },
  ];

  it('is that of any rule where the citizen named no topic', () => {
    expect(departmentByWords('Немає місць у школі', 'other', rules)).toBe('education');
  });

  it('is that of the topic’s own rules where they named one', () => {
    expect(departmentByWords('Біля школи аварійні дерева', 'yards', rules)).toBe('emergencies');
    expect(departmentByWords('Розбита дорога до школи', 'roads', rules)).toBeUndefined();
  });

  it('is nobody’s where the rules do not agree', () => {
    expect(departmentByWords('Сміття під аварійним деревом', 'yards', rules)).toBeUndefined();
    expect(departmentByWords('Сміття біля школи', 'other', rules)).toBeUndefined();
  });
});
