import { describe, expect, it } from 'vitest';
import { describeClient } from '../../../src/web/client-words.js';

const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)';

describe('describeClient', () => {
  it.each([
    [`${WINDOWS} Chrome/140.0.0.0 Safari/537.36`, '203.0.113.7', 'Chrome, Windows · 203.0.*.*'],
    [
      `${WINDOWS} Chrome/140.0.0.0 Safari/537.36 Edg/140.0`,
      '::ffff:203.0.113.7',
      'Edge, Windows · 203.0.*.*',
    ],
    [
      'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0',
      '2001:db8:1:2::3',
      'Firefox, Linux · 2001:db8:*',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1',
      '127.0.0.1',
      'Safari, iOS · цей комп’ютер',
    ],
    ['', 'unix', 'Інший браузер · невідома адреса'],
  ])('%s from %s is «%s»', (userAgent, address, words) => {
    expect(describeClient(userAgent, address)).toBe(words);
  });
});
