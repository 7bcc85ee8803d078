import { createPerson, type Person, type PersonInput } from '../person.js';
import type { KeyboardButton } from './keyboard-button.js';
import type { TelegramChat, TelegramMessage, TelegramUser } from './message.js';

/** Messages a chat keeps; of the crowd's chats only the last one. */
const MESSAGES_KEPT = 200;
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

/** Everybody with a phone, and what their screens show. */
export interface ChatBook {
  /** Somebody known already stays as they are */
  addPerson(input: PersonInput): Person;
  people(): readonly Person[];
  chat(personId: string): Chat | undefined;
  chats(): Iterable<Chat>;
  /** Adds a message, forgetting the oldest past the bound */
  append(chat: Chat, message: TelegramMessage): void;
  restore(chats: readonly Chat[]): void;
}

/** Nobody yet. */
export function createChatBook(): ChatBook {
  const chats = new Map<string, Chat>();
  return {
    addPerson(input) {
      const known = input.id === undefined ? undefined : chats.get(input.id);
      if (known !== undefined) return known.person;
      const ordinal = chats.size + 1;
      const person = createPerson(input, String(FIRST_PERSON_ID + chats.size * 7919), ordinal);
      chats.set(person.id, { person, messages: [], keyboard: null, receivedCount: 0 });
      return person;
    },
    people: () => [...chats.values()].map(({ person }) => person),
    chat: (personId) => chats.get(personId),
    chats: () => chats.values(),
    append(chat, message) {
      chat.messages.push(message);
      const kept = chat.person.crowd ? 1 : MESSAGES_KEPT;
      if (chat.messages.length > kept) chat.messages.splice(0, chat.messages.length - kept);
    },
    restore(restored) {
      for (const chat of restored) chats.set(chat.person.id, chat);
    },
  };
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
