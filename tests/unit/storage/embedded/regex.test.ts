import { describe, expect, it } from 'vitest';
import { toRegExp } from '../../../../src/storage/embedded/query/regex.js';

/** Pattern, options, texts it matches as PCRE does, texts it does not. */
const CASES: readonly (readonly [
  pattern: string,
  options: string,
  yes: readonly string[],
  no: readonly string[],
])[] = [
  ['^а.б$', '', ['а1б', 'а\rб', 'а😀б\n'], ['а\nб', 'а1б\nв']],
  ['^а.б$', 's', ['а\nб'], ['аб']],
  ['^b$', 'm', ['a\nb\nc'], ['a\rb\rc']],
  ['\\Aab\\z', 'm', ['ab'], ['x\nab', 'ab\n']],
  ['a\\sb', '', ['a b', 'a\tb'], ['a\u00a0b']],
  ['[\\s,]', '', [' ', ','], ['\u00a0']],
  ['a\\Sb', '', ['axb', 'a\u00a0b'], ['a b']],
  ['[]x]', '', [']', 'x'], ['[']],
  ['[^]x]', '', ['a'], [']']],
  ['a{x}', '', ['a{x}'], ['aa']],
  ['a{2}', '', ['aa'], ['a']],
  ['\\p{L}+', '', ['ї'], ['1']],
  ['[\\p{Lu}\\d]', '', ['Ї', '5'], ['ї']],
  ['\\x{457}', '', ['ї'], ['i']],
  ['\\-\\/\\@', '', ['-/@'], ['x']],
  ['[a\\-z]', '', ['-'], ['b']],
  ['ЇЖАК', 'i', ['їжак'], ['іжак']],
  ['(?<y>\\d)\\k<y>', '', ['55'], ['56']],
];

describe('a PCRE pattern', () => {
  it.each(CASES)('%s with options "%s" matches what it matches in MongoDB', (pattern, options, yes, no) => {
    const expression = toRegExp(pattern, options);
    expect(yes.filter((text) => !expression.test(text))).toEqual([]);
    expect(no.filter((text) => expression.test(text))).toEqual([]);
  });

  it.each(['(', '[[:alpha:]]', '(?i)a', 'a++', '\\Qx\\E', '\\Gx', '(?>a)', '\\h'])(
    '%s is refused instead of matching something else',
    (pattern) => {
      expect(() => toRegExp(pattern, '')).toThrow();
    },
  );

  it('refuses options it has not', () => {
    expect(() => toRegExp('a', 'x')).toThrow("option 'x'");
    expect(() => toRegExp('a', 'q')).toThrow('invalid flag');
  });
});
