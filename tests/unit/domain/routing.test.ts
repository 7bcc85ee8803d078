import { describe, expect, it } from 'vitest';
import { type RoutingRule, suggestDepartments } from '../../../src/domain/routing.js';

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
