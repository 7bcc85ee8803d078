import type { PressResult } from '../phone-actions.js';
import type { TelegramPhone } from '../telegram/phone.js';
import type { PhoneAction } from './action.js';

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
      break;
    case 'say':
      phone.say(action.text, action);
      break;
    case 'photo':
      phone.sendPhoto(action);
      break;
    case 'album':
      phone.sendAlbum(action.photos);
      break;
    case 'video':
      phone.sendVideo(action);
      break;
    case 'document':
      phone.sendDocument(action);
      break;
    case 'voice':
      phone.sendVoice(action, action.durationSeconds);
      break;
    case 'sticker':
      phone.sendSticker('👍');
      break;
    case 'place':
      phone.sendLocation(action.latitude, action.longitude);
      break;
    case 'contact':
      phone.sendContact(action.other);
      break;
    case 'edit':
      phone.editMessage(action.messageId, action.text);
      break;
    case 'other':
      phone.sendOther(action.content);
      break;
    case 'block':
      phone.block();
      break;
    case 'unblock':
      phone.unblock();
      break;
    case 'seen':
      return { did: 'nothing' };
  }
  return { did: 'told-bot' };
}
