import { type ChatBook, createChatBook } from '../chat-book.js';
import type { Person } from '../person.js';
import type { KeyboardButton } from './keyboard-button.js';
import type { TelegramChat, TelegramMessage, TelegramUser } from './message.js';

/** Real ids passed 2^32 long ago; these look like them and stay exact in a double. */
const FIRST_PERSON_ID = 5_100_000_001;

/** The reply keyboard a person sees. */
export interface ReplyKeyboard {
  readonly rows: readonly (readonly KeyboardButton[])[];
  readonly oneTime: boolean;
  readonly placeholder?: string | undefined;
}

/** One person's private chat with the bot. */
export interface Chat {
  person: Person;
  messages: TelegramMessage[];
  keyboard: ReplyKeyboard | null;
  /** Messages of the bot since the start, deleted ones too */
  receivedCount: number;
}

export type TelegramChatBook = ChatBook<TelegramMessage, Chat>;

/** Nobody yet. */
export function createTelegramChatBook(): TelegramChatBook {
  return createChatBook(
    (ordinal) => String(FIRST_PERSON_ID + (ordinal - 1) * 7919),
    (person): Chat => ({ person, messages: [], keyboard: null, receivedCount: 0 }),
  );
}

/** The person as the bot sees the author of a message. */
export function userOf(person: Person): TelegramUser {
  return { id: Number(person.id), is_bot: false, ...namesOf(person), language_code: person.locale };
}

/** The person's private chat as the bot sees it. */
export function chatOf(person: Person): TelegramChat {
  return { id: Number(person.id), type: 'private', ...namesOf(person) };
}

function namesOf(person: Person): { first_name: string; last_name?: string } {
  const [first = person.name, ...rest] = person.name.split(' ');
  return rest.length === 0 ? { first_name: first } : { first_name: first, last_name: rest.join(' ') };
}
