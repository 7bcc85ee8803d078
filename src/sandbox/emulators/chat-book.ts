import { createPerson, type Person, type PersonInput } from './person.js';

/** Messages a chat keeps; of the crowd's chats only the last one. */
const MESSAGES_KEPT = 200;

/** What the chats of both messengers have. */
export interface BookedChat<Message> {
  person: Person;
  messages: Message[];
}

/** Everybody with a phone, and what their screens show. */
export interface ChatBook<Message, Chat extends BookedChat<Message>> {
  /** Somebody known already stays as they are */
  addPerson(input: PersonInput): Person;
  people(): readonly Person[];
  chat(personId: string): Chat | undefined;
  chats(): Iterable<Chat>;
  /** Adds a message, forgetting the oldest past the bound */
  append(chat: Chat, message: Message): void;
  restore(chats: readonly Chat[]): void;
}

/**
 * Nobody yet.
 *
 * @param idOf id of the nth person, from 1, as the messenger makes them
 * @param newChat an empty chat
 */
export function createChatBook<Message, Chat extends BookedChat<Message>>(
  idOf: (ordinal: number) => string,
  newChat: (person: Person) => Chat,
): ChatBook<Message, Chat> {
  const chats = new Map<string, Chat>();
  return {
    addPerson(input) {
      const known = input.id === undefined ? undefined : chats.get(input.id);
      if (known !== undefined) return known.person;
      const ordinal = chats.size + 1;
      const person = createPerson(input, idOf(ordinal), ordinal);
      chats.set(person.id, newChat(person));
      return person;
    },
    people: () => [...chats.values()].map(({ person }) => person),
    chat: (personId) => chats.get(personId),
    chats: () => chats.values(),
    append({ person, messages }, message) {
      messages.push(message);
      const kept = person.crowd ? 1 : MESSAGES_KEPT;
      if (messages.length > kept) messages.splice(0, messages.length - kept);
    },
    restore(restored) {
      for (const chat of restored) chats.set(chat.person.id, chat);
    },
  };
}
