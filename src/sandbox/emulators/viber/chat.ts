import { createHash } from 'node:crypto';
import { type ChatBook, createChatBook } from '../chat-book.js';
import type { Person } from '../person.js';
import type { PhoneMessage } from '../phone-message.js';
import type { ViberButton } from './keyboard-rules.js';

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

export type ViberChatBook = ChatBook<ViberBubble, ViberChat>;

/** Nobody yet. */
export function createViberChatBook(): ViberChatBook {
  return createChatBook(
    viberId,
    (person): ViberChat => ({
      person,
      messages: [],
      keyboard: null,
      trackingData: '',
      heardAtMs: null,
      receivedCount: 0,
      unseenToken: null,
    }),
  );
}

/** 16 bytes in base64: 24 characters ending in `==`, as real ids. The same for the same ordinal. */
function viberId(ordinal: number): string {
  return createHash('md5').update(`person ${ordinal}`).digest('base64');
}
