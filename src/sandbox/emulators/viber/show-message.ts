import type { ViberChat } from './chat.js';
import { tellBot } from './events.js';
import type { CheckedMessage } from './message-rules.js';
import { toPhoneKeyboard, toPhoneMessage } from './phone-view.js';
import type { ViberState } from './server-state.js';

/**
 * Brings an accepted message to the phone, or fails there if a test ordered that.
 *
 * The keyboard is always the last message's: one without a keyboard takes the old one away.
 * @see https://creators.viber.com/docs/bots-api/resources/messaging/keyboards
 */
export function showMessage(
  state: ViberState,
  chat: ViberChat,
  message: CheckedMessage,
  token: string,
): void {
  const { id: personId } = chat.person;
  const failure = state.clientFailures.take(personId);
  if (failure !== undefined) {
    tellBot(state, 'failed', personId, { user_id: personId, desc: failure }, token);
    return;
  }
  chat.trackingData = message.trackingData;
  chat.keyboard = message.keyboard ?? null;
  if (message.type !== 'keyboard') addBubble(state, chat, message, token);
  state.feed.emit({
    messenger: 'viber',
    personId,
    type: 'keyboard',
    keyboard: toPhoneKeyboard(chat.keyboard),
  });
  tellBot(state, 'delivered', personId, { user_id: personId }, token);
}

function addBubble(state: ViberState, chat: ViberChat, checked: CheckedMessage, token: string): void {
  const { id: personId } = chat.person;
  const message = toPhoneMessage(checked, token, state.now());
  const {
    keyboard: _keyboard,
    receiver: _receiver,
    broadcast_list: _list,
    auth_token: _token,
    ...content
  } = checked.fields;
  state.chats.append(chat, { ...message, richMedia: checked.richMedia });
  chat.receivedCount += 1;
  chat.unseenToken = token;
  state.journal.recordReceipt(personId, message.text, JSON.stringify(content));
  state.feed.emit({ messenger: 'viber', personId, type: 'message', message });
}
