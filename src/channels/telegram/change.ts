import { type Api, GrammyError } from 'grammy';
import type { InlineKeyboardMarkup } from 'grammy/types';
import { SendError } from '../../services/outbox/channel.js';
import type { TelegramSignal } from './connection.js';
import type { TelegramChange, TelegramMarkup, TelegramPayload } from './payload.js';
import { toSendError } from './send-error.js';

/** It is as it should be already: this request was made before, and nobody learned of it. */
const ALREADY_SO = /message is not modified|message to delete not found/i;

/** Which message is changed. */
export interface ChangedMessage {
  readonly chat_id: number | string;
  /** Undefined when nobody knows it */
  readonly messageId: string | undefined;
}

export function isChange(payload: TelegramPayload | TelegramChange): payload is TelegramChange {
  return /^(edit|delete)/.test(payload.method);
}

/**
 * Edits or deletes one message; where that was done before, nothing happens.
 *
 * @throws {SendError} `message.lost` when nobody knows its id
 */
export async function changeTelegram(
  { raw }: Api,
  { chat_id, messageId }: ChangedMessage,
  change: TelegramChange,
  signal: TelegramSignal,
): Promise<void> {
  if (messageId === undefined) throw new SendError('message.lost', { kind: 'gone' });
  const where = { chat_id, message_id: Number(messageId) };
  try {
    await call();
  } catch (error) {
    const isAlreadySo = error instanceof GrammyError && ALREADY_SO.test(error.description);
    if (!isAlreadySo) throw toSendError(error);
  }

  function call(): Promise<unknown> {
    const html = { ...where, parse_mode: 'HTML' } as const;
    switch (change.method) {
      case 'editMessageText':
        return raw.editMessageText({ ...html, ...buttons(change.markup), text: change.text }, signal);
      case 'editMessageCaption':
        return raw.editMessageCaption(
          { ...html, ...buttons(change.markup), caption: change.caption },
          signal,
        );
      case 'deleteMessage':
        return raw.deleteMessage(where, signal);
    }
  }
}

/** Only what stands under a message can be edited with it. */
function buttons(markup: TelegramMarkup | undefined): { reply_markup?: InlineKeyboardMarkup } {
  return markup && 'inline_keyboard' in markup ? { reply_markup: markup } : {};
}
