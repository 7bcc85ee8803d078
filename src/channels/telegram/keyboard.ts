import type { InlineKeyboardButton, KeyboardButton } from 'grammy/types';
import type { Button, Keyboard } from '../../domain/keyboard.js';
import type { TelegramMarkup } from './payload.js';

/**
 * A question's choices are a bottom keyboard: pressing one sends its label as the person's own words. Buttons of a
 * message that lives on stand under it. Links cannot stand on a bottom keyboard, nor a request for a place or a
 * telephone number under a message: such buttons are left out.
 */
export function telegramMarkup(keyboard: Keyboard | undefined): TelegramMarkup | undefined {
  if (!keyboard) return undefined;
  if (keyboard.placement === 'question') {
    const rows = shown(keyboard, questionButton);
    return rows.length > 0 ? { keyboard: rows, resize_keyboard: true, is_persistent: true } : undefined;
  }
  const rows = shown(keyboard, messageButton);
  return rows.length > 0 ? { inline_keyboard: rows } : undefined;
}

/** What stands on the buttons, row by row. */
export function telegramLabels(markup: TelegramMarkup | undefined): readonly (readonly string[])[] {
  if (!markup) return [];
  const rows: readonly (readonly (InlineKeyboardButton | KeyboardButton)[])[] =
    'keyboard' in markup ? markup.keyboard : markup.inline_keyboard;
  return rows.map((row) => row.map((button) => (typeof button === 'string' ? button : button.text)));
}

function shown<T>(keyboard: Keyboard, draw: (button: Button) => T | undefined): T[][] {
  return keyboard.rows
    .map((row) => row.map(draw).filter((button) => button !== undefined))
    .filter((row) => row.length > 0);
}

function questionButton({ label, action }: Button): KeyboardButton | undefined {
  switch (action.kind) {
    case 'url':
      return undefined;
    case 'request-location':
      return { text: label, request_location: true };
    case 'request-phone':
      return { text: label, request_contact: true };
    case 'command':
      return { text: label };
  }
}

function messageButton({ label, action }: Button): InlineKeyboardButton | undefined {
  switch (action.kind) {
    case 'url':
      return { text: label, url: action.url };
    case 'command':
      return { text: label, callback_data: action.data };
    default:
      return undefined;
  }
}
