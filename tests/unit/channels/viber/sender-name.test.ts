import { describe, expect, it } from 'vitest';
import { viberSenderName } from '../../../../src/channels/viber/sender-name.js';

describe('viberSenderName', () => {
  it.each([
    ['Рада', 'Ніжин', 'Рада'],
    [undefined, 'Ніжинська міська рада', 'Ніжинська міська рада'],
    ['  ', undefined, 'Міська рада'],
    [undefined, 'Виконавчий комітет Ніжинської міської ради', 'Виконавчий комітет'],
    [undefined, 'Новоолександрійськопавлоградська', 'Новоолександрійськопавлоград'],
  ])('of «%s» and the account’s «%s» makes «%s»', (configured, account, name) => {
    expect(viberSenderName(configured, account)).toBe(name);
  });
});
