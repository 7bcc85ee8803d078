import { describe, expect, it } from 'vitest';
import { typedPhone } from '../../../src/domain/phone.js';

describe('a telephone number as people write it', () => {
  it.each([
    ['067 123 45 67', '+380671234567'],
    ['+380 (67) 123-45-67', '+380671234567'],
    ['380671234567', '+380671234567'],
    ['+48 601 234 567', '+48601234567'],
    ['7-19-39', '71939'],
  ])('«%s» is dialled %s', (typed, dialled) => {
    expect(typedPhone(typed)).toBe(dialled);
  });

  it.each(['', '12', 'увечері', '067 123 45 67 Марія', '1234567890123456', '0671234567; 0501234567'])(
    '«%s» is none',
    (typed) => {
      expect(typedPhone(typed)).toBeUndefined();
    },
  );
});
