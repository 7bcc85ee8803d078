import { describe, expect, it } from 'vitest';
import { parseReplyMarkup } from '../../../../../src/sandbox/emulators/telegram/reply-markup.js';

const markup = (reply_markup: unknown) => parseReplyMarkup({ values: { reply_markup }, files: new Map() });
const inline = (button: unknown) => markup({ inline_keyboard: [[button]] });

describe('an inline button', () => {
  it.each([
    [{ text: 'Так', callback_data: 'x'.repeat(64) }],
    [{ text: 'Так', callback_data: 'я'.repeat(32) }],
    [{ text: 'Сайт', url: 'https://nizhynrada.gov.ua' }],
    [{ text: 'Тут', url: 'http://127.0.0.1:3000/n/1' }],
    [{ text: 'Чат', url: 'tg://user?id=1' }],
    [{ text: 'Номер', copy_text: { text: 'Н-2026-000123' } }],
  ])('%j is taken', (button) => {
    expect(inline(button)).toEqual({ kind: 'inline', markup: { inline_keyboard: [[button]] } });
  });

  it.each([
    [{ text: 'Так', callback_data: 'я'.repeat(33) }, 'BUTTON_DATA_INVALID'],
    [
      { text: 'Так', callback_data: '' },
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    [{ callback_data: 'x' }, 'can\'t parse inline keyboard button: Can\'t find field "text"'],
    [{ text: '', callback_data: 'x' }, 'inline keyboard button text must be non-empty'],
    [
      { text: 'Сайт', url: 'http://localhost:3000' },
      "inline keyboard button URL 'http://localhost:3000' is invalid: Wrong HTTP URL",
    ],
    [
      { text: 'Сайт', url: 'ftp://example.com' },
      "inline keyboard button URL 'ftp://example.com' is invalid: Unsupported URL protocol",
    ],
    [
      { text: 'Так', callback_data: 'x', url: 'https://a.ua' },
      "can't parse inline keyboard button: exactly one action field must be used",
    ],
    [{ text: 'Номер', copy_text: { text: 'x'.repeat(257) } }, 'BUTTON_COPY_TEXT_INVALID'],
    [{ text: 'Сплатити', pay: true }, 'BUTTON_TYPE_INVALID'],
    [
      { text: 'Додаток', web_app: { url: 'http://example.com' } },
      "inline keyboard button Web App URL 'http://example.com' is invalid: Only HTTPS links are allowed",
    ],
  ])('%j is refused', (button, problem) => {
    expect(() => inline(button)).toThrow(`Bad Request: ${problem}`);
  });
});

describe('a reply keyboard', () => {
  it('is rows of texts and of requests', () => {
    const keyboard = [['Меню'], [{ text: 'Надіслати місце', request_location: true }]];
    expect(markup(JSON.stringify({ keyboard, one_time_keyboard: true }))).toEqual({
      kind: 'keyboard',
      rows: [[{ text: 'Меню' }], [{ text: 'Надіслати місце', request_location: true }]],
      oneTime: true,
      placeholder: undefined,
    });
  });

  it.each([
    [{ keyboard: 'Меню' }, 'field "keyboard" must be of type Array'],
    [{ keyboard: ['Меню'] }, 'field "keyboard" must be an Array of Arrays'],
    [{ keyboard: [] }, 'reply keyboard must contain at least one button'],
    [{ keyboard: [[{ text: '' }]] }, 'keyboard button text must be non-empty'],
    [{ keyboard: [['Меню']], resize_keyboard: 'yes' }, 'field "resize_keyboard" must be of type Boolean'],
    [
      { keyboard: [['Меню']], input_field_placeholder: 'x'.repeat(65) },
      'reply keyboard placeholder is invalid',
    ],
    [{ remove_keyboard: 'yes' }, 'field "remove_keyboard" must be of type Boolean'],
    ['{broken', "can't parse reply markup JSON object"],
    [[], 'object expected as reply markup'],
  ])('%j is refused', (value, problem) => {
    expect(() => markup(value)).toThrow(`Bad Request: ${problem}`);
  });
});
