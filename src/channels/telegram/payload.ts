import type { InlineKeyboardMarkup, ReplyKeyboardMarkup } from 'grammy/types';

export type TelegramMarkup = InlineKeyboardMarkup | ReplyKeyboardMarkup;

/** One call of the Bot API without its chat; texts are Telegram HTML, files are ids of our file store. */
export type TelegramPayload =
  | { readonly method: 'sendMessage'; readonly text: string; readonly markup?: TelegramMarkup | undefined }
  | {
      readonly method: 'sendPhoto';
      readonly fileId: string;
      readonly caption: string;
      readonly markup?: TelegramMarkup | undefined;
    }
  /** An album cannot carry a keyboard (https://core.telegram.org/bots/api#sendmediagroup) */
  | { readonly method: 'sendMediaGroup'; readonly fileIds: readonly string[]; readonly caption: string }
  | {
      readonly method: 'sendDocument';
      readonly fileId: string;
      readonly fileName: string;
      readonly markup?: TelegramMarkup | undefined;
    };

/** One call that changes a message already sent, without its chat and id. */
export type TelegramChange =
  | {
      readonly method: 'editMessageText';
      readonly text: string;
      readonly markup?: TelegramMarkup | undefined;
    }
  | {
      readonly method: 'editMessageCaption';
      readonly caption: string;
      readonly markup?: TelegramMarkup | undefined;
    }
  | { readonly method: 'deleteMessage' };
