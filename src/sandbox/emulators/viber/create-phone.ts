import { controlMediaPath } from '../control-media-path.js';
import {
  findButton,
  type GeoPlace,
  NIZHYN,
  PhoneError,
  type PhoneFile,
  type PressResult,
} from '../phone-actions.js';
import type { PhoneMessage } from '../phone-message.js';
import type { ViberChat } from './chat.js';
import { tellBot, userFields } from './events.js';
import type { ViberButton } from './keyboard-rules.js';
import { CHAT_HOSTNAME } from './methods/method.js';
import type { ViberPhone } from './phone.js';
import { intoRows, labelOf, toPhoneKeyboard } from './phone-view.js';
import { hear, setStatus, showOwn } from './resident-changes.js';
import type { ViberState } from './server-state.js';

/**
 * The phone of the person with this conversation.
 *
 * @see https://creators.viber.com/docs/bots-api/events/user-message-received
 */
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
      chat_hostname: CHAT_HOSTNAME,
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
        chat_hostname: CHAT_HOSTNAME,
      });
    },
    say: (text) => write({ type: 'text', text }, { text }),
    press(messageId, place) {
      const bubble = chat.messages.find(({ id }) => id === messageId);
      if (bubble === undefined) throw new PhoneError(`no message ${messageId}`, 'message');
      return press(findButton(intoRows(bubble.richMedia ?? []), place, labelOf), NIZHYN);
    },
    pressKey: (key, place = NIZHYN) => press(findButton(intoRows(chat.keyboard ?? []), key, labelOf), place),
    sendPhoto: (file) => writeFile('picture', 'photo', { contentType: 'image/jpeg', ...file }, 'photo.jpg'),
    sendVideo: (file) => writeFile('video', 'video', { contentType: 'video/mp4', ...file }, 'video.mp4'),
    sendFile: (file) => writeFile('file', 'document', file, 'file.bin'),
    sendSticker: (stickerId) =>
      write({ type: 'sticker', sticker_id: stickerId }, { kind: 'sticker', text: '' }),
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

  function press({ actionType, actionBody, silent }: ViberButton, place: GeoPlace): PressResult {
    if (actionType === 'none') return { did: 'nothing' };
    if (actionType === 'open-url') return { did: 'opened-url', url: actionBody };
    if (actionType === 'share-phone') shareContact(chat.person.name, chat.person.phone);
    else if (actionType === 'location-picker') shareLocation(place.latitude, place.longitude);
    // the body comes back as the text of an ordinary message; a silent key leaves no bubble
    else write({ type: 'text', text: actionBody }, { text: actionBody }, silent);
    return { did: 'told-bot' };
  }
}
