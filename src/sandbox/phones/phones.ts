import type { Messenger, PhoneEvent } from '../emulators/emulator-feed.js';
import type { Person, PersonInput } from '../emulators/person.js';
import type { PhoneKeyboard, PhoneMessage } from '../emulators/phone-message.js';

/** What the screen of a resident's phone shows. */
export interface PhoneScreen {
  readonly person: Person;
  /** Oldest first */
  readonly messages: readonly PhoneMessage[];
  /** The keyboard under the chat */
  readonly keyboard: PhoneKeyboard | null;
}

/** What a resident does with the phone. */
export type PhoneAction =
  /** START in Telegram; in Viber opening the chat */
  | { readonly kind: 'start' }
  | { readonly kind: 'say'; readonly text: string }
  /** A button under a message; row and column from 0 */
  | { readonly kind: 'press'; readonly messageId: string; readonly row: number; readonly column: number }
  /** A button of the keyboard under the chat; row and column from 0 */
  | { readonly kind: 'press-key'; readonly row: number; readonly column: number }
  | { readonly kind: 'photo'; readonly bytes: Uint8Array; readonly contentType: string }
  /** Telegram only: Viber's bots are never given voice */
  | { readonly kind: 'voice'; readonly bytes: Uint8Array; readonly durationSeconds: number }
  | { readonly kind: 'sticker' }
  | { readonly kind: 'place'; readonly latitude: number; readonly longitude: number }
  | { readonly kind: 'block' }
  | { readonly kind: 'unblock' }
  /** Viber only: the chat is on the screen, what came is seen */
  | { readonly kind: 'seen' };

/** What the phones themselves know of a text that was sent to many. */
export interface PhonesReached {
  /** Nothing that came earlier is counted: the emulators were started then */
  readonly countedSince: Date;
  /** Their addresses */
  readonly people: readonly string[];
  /** Of them those who got it more than once */
  readonly doubled: number;
}

/** The residents' phones of the emulated messengers. */
export interface Phones {
  /** Makes these people known to the messenger; those who are known already stay as they are. */
  addPeople(messenger: Messenger, people: readonly PersonInput[]): Promise<void>;
  /** @returns undefined when nobody has this id */
  screen(messenger: Messenger, personId: string): Promise<PhoneScreen | undefined>;
  /** @returns false when this phone has no such button, message or person (any more) */
  act(messenger: Messenger, personId: string, action: PhoneAction): Promise<boolean>;
  /** Resolves when listening: what happens on all phones from then on; ends with the signal or the emulators. */
  changes(signal: AbortSignal): Promise<AsyncIterable<PhoneEvent>>;
  /** Who got a message that begins with these words, in both messengers */
  reached(words: string): Promise<PhonesReached>;
  /** A file of the chats by its path on the emulators' server. @returns undefined when there is none */
  media(path: string): Promise<Response | undefined>;
}
