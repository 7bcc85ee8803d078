import type { Person } from '../person.js';
import type { ButtonPlace, GeoPlace, PhoneFile, PressResult } from '../phone-actions.js';
import type { PhoneKeyboard, PhoneMessage } from '../phone-message.js';
import type { MessageContent, TelegramMessage } from './message.js';

/** A resident's Telegram: what they do, and what they see. Every action becomes an update of the bot. */
export interface TelegramPhone {
  readonly personId: string;
  person(): Person;
  messages(): readonly PhoneMessage[];
  keyboard(): PhoneKeyboard | null;
  /** The messages as the Bot API shows them */
  rawMessages(): readonly TelegramMessage[];
  /** Presses START, or follows `t.me/<bot>?start=<payload>` */
  start(payload?: string): void;
  /** Types a text; over 4096 units it goes as several messages, as the app does */
  say(text: string, options?: { readonly replyTo?: string | undefined }): void;
  /** Presses a button under a message */
  press(messageId: string, button: ButtonPlace): PressResult;
  /** Presses a button of the keyboard under the chat; `place` is what a location button sends */
  pressKey(key: ButtonPlace, place?: GeoPlace): PressResult;
  sendPhoto(file: PhoneFile): void;
  /** Several photos at once; the caption of the first is the album's */
  sendAlbum(files: readonly PhoneFile[]): void;
  sendVoice(file: PhoneFile, durationSeconds?: number): void;
  sendVideo(file: PhoneFile): void;
  sendDocument(file: PhoneFile): void;
  sendSticker(emoji: string): void;
  sendLocation(latitude: number, longitude: number): void;
  /** Own number, or somebody else's card */
  sendContact(other?: { readonly name: string; readonly phone: string }): void;
  /** Anything else: `{ dice: … }`, `{ poll: … }`, `{ forward_origin: …, text: … }` */
  sendOther(content: MessageContent): void;
  editMessage(messageId: string, text: string): void;
  block(): void;
  unblock(): void;
  deleteAccount(): void;
}
