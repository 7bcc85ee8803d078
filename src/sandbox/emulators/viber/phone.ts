import { controlMediaPath } from '../control-media-path.js';
import type { Person } from '../person.js';
import { PhoneError, type PhoneFile, type PressResult } from '../phone-actions.js';
import type { PhoneKeyboard, PhoneMessage } from '../phone-message.js';
import type { ViberChat } from './chat-book.js';
import { tellBot, userFields } from './events.js';
import type { ViberButton } from './keyboard-rules.js';
import { labelOf, toPhoneKeyboard } from './phone-view.js';
import type { ViberState } from './server-state.js';

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
  /** Presses a key of the keyboard under the chat, by label */
  pressKey(label: string, place?: { readonly latitude: number; readonly longitude: number }): PressResult;
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

/** @see https://creators.viber.com/docs/bots-api/events/user-message-received */
export function createViberPhone(state: ViberState, chat: ViberChat): ViberPhone {
  const { id: personId } = chat.person;
  const write = (
    message: Readonly<Record<string, unknown>>,
    bubble: Partial<PhoneMessage>,
    silent = false,
  ) => {
    const token = state.nextToken();
    hear(state, chat);
    if (!silent) showOwn(state, chat, token, bubble);
    const tracking = chat.trackingData === '' ? {} : { tracking_data: chat.trackingData };
    const fields = {
      sender: userFields(state, chat.person),
      message: { ...message, ...tracking },
      silent,
      chat_hostname: 'SN-CHAT-05_',
    };
    tellBot(state, 'message', personId, fields, token);
  };
  const writeFile = (type: string, kind: PhoneMessage['kind'], file: PhoneFile, defaultName: string) => {
    const { bytes, contentType = 'application/octet-stream', fileName = defaultName, caption } = file;
    const stored = state.files.put(bytes, contentType, fileName);
    const text = caption === undefined ? {} : { text: caption };
    write(
      { type, media: state.mediaUrl(stored), file_name: fileName, size: bytes.length, ...text },
      {
        kind,
        text: caption ?? '',
        media: { url: controlMediaPath('viber', stored.id), contentType, fileName, sizeBytes: bytes.length },
      },
    );
  };
  const shareContact = (name: string, phone: string) =>
    write(
      { type: 'contact', contact: { name, phone_number: phone } },
      { kind: 'contact', contact: { name, phone } },
    );
  const shareLocation = (latitude: number, longitude: number) =>
    write(
      { type: 'location', location: { lat: latitude, lon: longitude } },
      { kind: 'location', location: { latitude, longitude } },
    );

  return {
    personId,
    person: () => chat.person,
    messages: () => chat.messages,
    keyboard: () => toPhoneKeyboard(chat.keyboard),
    open(context) {
      tellBot(state, 'conversation_started', personId, {
        type: 'open',
        ...(context !== undefined && { context }),
        user: userFields(state, chat.person),
        subscribed: chat.person.status === 'active',
        chat_hostname: 'SN-CHAT-05_',
      });
    },
    say: (text) => write({ type: 'text', text }, { text }),
    pressKey(label, place = { latitude: 51.048, longitude: 31.8869 }) {
      const key = chat.keyboard?.find((button) => labelOf(button) === label);
      if (key === undefined) throw new PhoneError(`no key «${label}» under the chat`);
      if (key.actionType === 'none') return { did: 'nothing' };
      if (key.actionType === 'open-url') return { did: 'opened-url', url: key.actionBody };
      if (key.actionType === 'share-phone') shareContact(chat.person.name, chat.person.phone);
      else if (key.actionType === 'location-picker') shareLocation(place.latitude, place.longitude);
      else reply(key);
      return { did: 'told-bot' };
    },
    sendPhoto: (file) => writeFile('picture', 'photo', { contentType: 'image/jpeg', ...file }, 'photo.jpg'),
    sendVideo: (file) => writeFile('video', 'video', { contentType: 'video/mp4', ...file }, 'video.mp4'),
    sendFile: (file) => writeFile('file', 'document', file, 'file.bin'),
    sendSticker: (stickerId) =>
      write({ type: 'sticker', sticker_id: stickerId }, { kind: 'sticker', text: String(stickerId) }),
    sendLocation: shareLocation,
    sendContact: (other) => shareContact(other?.name ?? chat.person.name, other?.phone ?? chat.person.phone),
    sendUrl: (url) => write({ type: 'url', media: url }, { kind: 'link', text: url }),
    sendOther: (message) => write(message, { kind: 'other' }),
    subscribe() {
      chat.trackingData = '';
      setStatus(state, chat, 'active');
      tellBot(state, 'subscribed', personId, { user: userFields(state, chat.person) });
    },
    unsubscribe() {
      setStatus(state, chat, 'blocked');
      tellBot(state, 'unsubscribed', personId, { user_id: personId });
    },
    markSeen() {
      if (chat.unseenToken === null) return;
      tellBot(state, 'seen', personId, { user_id: personId }, chat.unseenToken);
      chat.unseenToken = null;
    },
    deleteAccount: () => setStatus(state, chat, 'deactivated'),
  };

  /** The body comes back as the text of an ordinary message; a silent key leaves no bubble. */
  function reply({ actionBody, silent }: ViberButton): void {
    write({ type: 'text', text: actionBody }, { text: actionBody }, silent);
  }
}

/** The person wrote: that subscribes them and starts a session. */
function hear(state: ViberState, chat: ViberChat): void {
  chat.heardAtMs = state.now().getTime();
  state.limits.heardFrom(chat.person.id);
  setStatus(state, chat, 'active');
}

function showOwn(state: ViberState, chat: ViberChat, token: string, bubble: Partial<PhoneMessage>): void {
  const message: PhoneMessage = {
    id: token,
    from: 'person',
    kind: 'text',
    text: '',
    entities: [],
    sentAt: state.now().toISOString(),
    buttons: [],
    ...bubble,
  };
  state.chats.append(chat, message);
  state.feed.emit({ messenger: 'viber', personId: chat.person.id, type: 'message', message });
}

function setStatus(state: ViberState, chat: ViberChat, status: Person['status']): void {
  if (chat.person.status === status) return;
  chat.person = { ...chat.person, status };
  const { person } = chat;
  state.feed.emit({ messenger: 'viber', personId: person.id, type: 'person', person });
}
