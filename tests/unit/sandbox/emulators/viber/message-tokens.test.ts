import { expect, it } from 'vitest';
import {
  createMessageTokens,
  jsonWithToken,
} from '../../../../../src/sandbox/emulators/viber/message-tokens.js';

it('makes 64-bit tokens that no JavaScript number can hold, ever higher', () => {
  const nextToken = createMessageTokens(() => new Date('2026-11-23T08:00:00Z'));
  const tokens = Array.from({ length: 100 }, nextToken).map(BigInt);
  expect(new Set(tokens).size).toBe(100);
  for (const token of tokens) {
    expect(token).toBeGreaterThan(2n ** 53n);
    expect(token).toBeLessThan(2n ** 63n);
  }
});

it('writes the token as a bare number with all its digits', () => {
  expect(jsonWithToken({ event: 'seen', user_id: 'a' }, '4912661846655238145')).toBe(
    '{"event":"seen","user_id":"a","message_token":4912661846655238145}',
  );
  expect(jsonWithToken({}, '1')).toBe('{"message_token":1}');
});
