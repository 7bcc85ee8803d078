import { PhoneError, type PressResult } from '../phone-actions.js';
import type { ViberPhone } from '../viber/phone.js';
import type { PhoneAction } from './action.js';

/** "Thumbs up" of the default set. @see https://developers.viber.com/docs/tools/sticker-ids/ */
const VIBER_STICKER = 40_133;

/**
 * Does on a Viber phone what an action says: `start` opens the conversation, `unblock` subscribes again.
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
      break;
    case 'say':
      phone.say(action.text);
      break;
    case 'photo':
      phone.sendPhoto(action);
      break;
    case 'album':
      for (const photo of action.photos) phone.sendPhoto(photo);
      break;
    case 'video':
      phone.sendVideo(action);
      break;
    case 'document':
      phone.sendFile(action);
      break;
    case 'voice':
      phone.sendFile({ contentType: 'audio/mp4', fileName: 'voice.m4a', ...action });
      break;
    case 'sticker':
      phone.sendSticker(VIBER_STICKER);
      break;
    case 'place':
      phone.sendLocation(action.latitude, action.longitude);
      break;
    case 'contact':
      phone.sendContact(action.other);
      break;
    case 'edit':
      throw new PhoneError('Viber has no editing', 'action');
    case 'other':
      phone.sendOther(action.content);
      break;
    case 'block':
      phone.unsubscribe();
      break;
    case 'unblock':
      phone.subscribe();
      break;
    case 'seen':
      phone.markSeen();
      break;
  }
  return { did: 'told-bot' };
}
