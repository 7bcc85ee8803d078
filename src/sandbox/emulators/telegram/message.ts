/**
 * The parts of the Bot API's objects that the emulator makes.
 * @see https://core.telegram.org/bots/api#available-types
 */
export interface TelegramUser {
  readonly id: number;
  readonly is_bot: boolean;
  readonly first_name: string;
  readonly last_name?: string | undefined;
  readonly username?: string | undefined;
  readonly language_code?: string | undefined;
}

export interface TelegramChat {
  readonly id: number;
  readonly type: 'private';
  readonly first_name: string;
  readonly last_name?: string | undefined;
  readonly username?: string | undefined;
}

/** Formatting of a part of a text, in UTF-16 units. */
export interface MessageEntity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string | undefined;
  readonly user?: TelegramUser | undefined;
  readonly language?: string | undefined;
  readonly custom_emoji_id?: string | undefined;
  readonly unix_time?: number | undefined;
  readonly date_time_format?: string | undefined;
}

export interface PhotoSize {
  readonly file_id: string;
  readonly file_unique_id: string;
  readonly file_size: number;
  readonly width: number;
  readonly height: number;
}

/** Documents, videos, voices, audios and stickers: the common part is all the emulator knows. */
export interface MediaFile {
  readonly file_id: string;
  readonly file_unique_id: string;
  readonly file_size: number;
  readonly file_name?: string | undefined;
  readonly mime_type?: string | undefined;
  readonly duration?: number | undefined;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly emoji?: string | undefined;
  readonly [field: string]: unknown;
}

export interface InlineKeyboardButton {
  readonly text: string;
  readonly url?: string | undefined;
  readonly callback_data?: string | undefined;
  readonly copy_text?: { readonly text: string } | undefined;
  readonly [field: string]: unknown;
}

export interface InlineKeyboardMarkup {
  readonly inline_keyboard: readonly (readonly InlineKeyboardButton[])[];
}

export interface TelegramMessage {
  readonly message_id: number;
  readonly from: TelegramUser;
  readonly chat: TelegramChat;
  /** Unix seconds */
  readonly date: number;
  readonly edit_date?: number | undefined;
  readonly text?: string | undefined;
  readonly entities?: readonly MessageEntity[] | undefined;
  readonly caption?: string | undefined;
  readonly caption_entities?: readonly MessageEntity[] | undefined;
  readonly photo?: readonly PhotoSize[] | undefined;
  readonly document?: MediaFile | undefined;
  readonly video?: MediaFile | undefined;
  readonly animation?: MediaFile | undefined;
  readonly audio?: MediaFile | undefined;
  readonly voice?: MediaFile | undefined;
  readonly sticker?: MediaFile | undefined;
  readonly location?: { readonly latitude: number; readonly longitude: number } | undefined;
  readonly contact?:
    | { readonly phone_number: string; readonly first_name: string; readonly user_id?: number | undefined }
    | undefined;
  readonly media_group_id?: string | undefined;
  readonly reply_to_message?: TelegramMessage | undefined;
  readonly reply_markup?: InlineKeyboardMarkup | undefined;
  /** Anything else a messenger can produce: polls, dice, forwards, service messages */
  readonly [field: string]: unknown;
}

/** What a message carries, before it gets an id, a chat and a date. */
export type MessageContent = Omit<Partial<TelegramMessage>, 'message_id' | 'chat' | 'from' | 'date'>;
