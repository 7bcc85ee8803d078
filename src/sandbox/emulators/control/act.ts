import { PhoneError, type PressResult } from '../phone-actions.js';
import type { TelegramPhone } from '../telegram/phone.js';
import type { ViberPhone } from '../viber/phone.js';
import type { PhoneAction } from './action.js';

const TOLD: PressResult = { did: 'told-bot' };
/** "Thumbs up" of the default set. @see https://developers.viber.com/docs/tools/sticker-ids/ */
const VIBER_STICKER = 40_133;

/**
 * Does on a Telegram phone what an action says.
 *
 * @throws {PhoneError} for a button or message that is not there
 */
export function actOnTelegram(phone: TelegramPhone, action: PhoneAction): PressResult {
  switch (action.kind) {
    case 'press':
      return phone.press(action.messageId, action);
    case 'press-key':
      return phone.pressKey(action, action.place);
    case 'start':
      phone.start(action.payload);
      return TOLD;
    case 'say':
      phone.say(action.text, action);
      return TOLD;
    case 'photo':
      phone.sendPhoto(action);
      return TOLD;
    case 'album':
      phone.sendAlbum(action.photos);
      return TOLD;
    case 'video':
      phone.sendVideo(action);
      return TOLD;
    case 'document':
      phone.sendDocument(action);
      return TOLD;
    case 'voice':
      phone.sendVoice(action, action.durationSeconds);
      return TOLD;
    case 'sticker':
      phone.sendSticker('👍');
      return TOLD;
    case 'place':
      phone.sendLocation(action.latitude, action.longitude);
      return TOLD;
    case 'contact':
      phone.sendContact(action.other);
      return TOLD;
    case 'edit':
      phone.editMessage(action.messageId, action.text);
      return TOLD;
    case 'other':
      phone.sendOther(action.content);
      return TOLD;
    case 'block':
      phone.block();
      return TOLD;
    case 'unblock':
      phone.unblock();
      return TOLD;
    case 'seen':
      return { did: 'nothing' };
  }
}

/**
 * The same on a Viber phone: `start` opens the conversation, `unblock` subscribes again.
 *
 * @throws {PhoneError} for a button that is not there, and for editing, which Viber has not
 */
export function actOnViber(phone: ViberPhone, action: PhoneAction): PressResult {
  switch (action.kind) {
    case 'press':
      return phone.press(action.messageId, action);
    case 'press-key':
      return phone.pressKey(action, action.place);
    case 'start':
      phone.open(action.payload);
      return TOLD;
    case 'say':
      phone.say(action.text);
      return TOLD;
    case 'photo':
      phone.sendPhoto(action);
      return TOLD;
    case 'album':
      for (const photo of action.photos) phone.sendPhoto(photo);
      return TOLD;
    case 'video':
      phone.sendVideo(action);
      return TOLD;
    case 'document':
      phone.sendFile(action);
      return TOLD;
    case 'voice':
      phone.sendFile({ contentType: 'audio/mp4', fileName: 'voice.m4a', ...action });
      return TOLD;
    case 'sticker':
      phone.sendSticker(VIBER_STICKER);
      return TOLD;
    case 'place':
      phone.sendLocation(action.latitude, action.longitude);
      return TOLD;
    case 'contact':
      phone.sendContact(action.other);
      return TOLD;
    case 'edit':
      throw new PhoneError('Viber has no editing', 'action');
    case 'other':
      phone.sendOther(action.content);
      return TOLD;
    case 'block':
      phone.unsubscribe();
      return TOLD;
    case 'unblock':
      phone.subscribe();
      return TOLD;
    case 'seen':
      phone.markSeen();
      return TOLD;
  }
}
