import { createHash } from 'node:crypto';
import { createPerson, type Person, type PersonInput } from '../person.js';
import type { PhoneMessage } from '../phone-message.js';
import type { ViberButton } from './keyboard-rules.js';

/** Messages a chat keeps; of the crowd's chats only the last one. */
const MESSAGES_KEPT = 200;

/** A bubble; rich media keeps what its buttons do. */
export interface ViberBubble extends PhoneMessage {
  readonly richMedia?: readonly ViberButton[] | undefined;
}

/** One person's conversation with the bot. */
export interface ViberChat {
  person: Person;
  messages: ViberBubble[];
  keyboard: readonly ViberButton[] | null;
  /** Comes back with the person's next message */
  trackingData: string;
  /** When the person last wrote; a session lasts 24 hours from it */
  heardAtMs: number | null;
  receivedCount: number;
  /** The newest message not yet marked seen */
  unseenToken: string | null;
}

/** Everybody with a phone, and what their screens show. */
export interface ViberChatBook {
  /** Somebody known already stays as they are */
  addPerson(input: PersonInput): Person;
  people(): readonly Person[];
  chat(personId: string): ViberChat | undefined;
  chats(): Iterable<ViberChat>;
  append(chat: ViberChat, message: ViberBubble): void;
  restore(chats: readonly ViberChat[]): void;
}

/** Nobody yet. */
export function createViberChatBook(): ViberChatBook {
  const chats = new Map<string, ViberChat>();
  return {
    addPerson(input) {
      const known = input.id === undefined ? undefined : chats.get(input.id);
      if (known !== undefined) return known.person;
      const ordinal = chats.size + 1;
      const person = createPerson(input, viberId(ordinal), ordinal);
      chats.set(person.id, {
        person,
        messages: [],
        keyboard: null,
        trackingData: '',
        heardAtMs: null,
        receivedCount: 0,
        unseenToken: null,
      });
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

/** 16 bytes in base64: 24 characters ending in `==`, as real ids. The same for the same ordinal. */
function viberId(ordinal: number): string {
  return createHash('md5').update(`person ${ordinal}`).digest('base64');
}
