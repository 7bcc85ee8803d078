import type { Person } from '../person.js';
import type { ButtonPlace, GeoPlace, PhoneFile, PressResult } from '../phone-actions.js';
import type { PhoneKeyboard, PhoneMessage } from '../phone-message.js';

/** A resident's Viber: what they do, and what they see. Every action becomes a callback to the bot. */
export interface ViberPhone {
  readonly personId: string;
  person(): Person;
  messages(): readonly PhoneMessage[];
  keyboard(): PhoneKeyboard | null;
  /** Opens the conversation, by a deep link when there is a context; the bot may answer with a welcome */
  open(context?: string): void;
  /** Any message subscribes, without a `subscribed` event */
  say(text: string): void;
  /** Presses a button of rich media */
  press(messageId: string, button: ButtonPlace): PressResult;
  /** Presses a key of the keyboard under the chat; `place` is what a location picker sends */
  pressKey(key: ButtonPlace, place?: GeoPlace): PressResult;
  sendPhoto(file: PhoneFile): void;
  sendVideo(file: PhoneFile): void;
  sendFile(file: PhoneFile): void;
  sendSticker(stickerId: number): void;
  sendLocation(latitude: number, longitude: number): void;
  sendContact(other?: { readonly name: string; readonly phone: string }): void;
  sendUrl(url: string): void;
  /** Any message object, as the docs or no docs show it */
  sendOther(message: Readonly<Record<string, unknown>>): void;
  subscribe(): void;
  unsubscribe(): void;
  /** Reads the unread: one `seen` event for the newest message */
  markSeen(): void;
  deleteAccount(): void;
}
