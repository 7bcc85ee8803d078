import { describe, expect, it } from 'vitest';
import { appealSubject } from '../../../src/domain/appeal-subject.js';

describe('the subject of an appeal', () => {
  it.each([
    ['Не горить ліхтар.\nВже тиждень.', 'Не горить ліхтар'],
    ['Допоможіть!', 'Допоможіть!'],
    ['', ''],
    ['😀'.repeat(60), `${'😀'.repeat(20)}…`],
    [`${'слово '.repeat(13)}кінець`, `${'слово '.repeat(13).trim()}…`],
  ])('of %j is %j', (text, subject) => {
    expect(appealSubject(text)).toBe(subject);
  });
});
