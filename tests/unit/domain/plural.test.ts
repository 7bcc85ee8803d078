import { describe, expect, it } from 'vitest';
import { pluralForm } from '../../../src/domain/plural.js';

describe('plural forms', () => {
  const topics = { one: 'тему', few: 'теми', many: 'тем', other: 'теми' };

  it.each([
    [0, 'тем'],
    [1, 'тему'],
    [3, 'теми'],
    [5, 'тем'],
    [7, 'тем'],
    [11, 'тем'],
    [14, 'тем'],
    [21, 'тему'],
    [24, 'теми'],
    [25, 'тем'],
    [111, 'тем'],
    [122, 'теми'],
  ])('Ukrainian: %i %s', (count, form) => {
    expect(pluralForm('uk', topics, count)).toBe(form);
  });

  it('English has two, and lends «other» to what it lacks', () => {
    const forms = { one: 'topic', other: 'topics' };
    expect([0, 1, 3, 21].map((count) => pluralForm('en', forms, count))).toEqual([
      'topics',
      'topic',
      'topics',
      'topics',
    ]);
  });
});
