import type { ViberChat } from '../chat.js';
import { PHONE_API_VERSION } from '../events.js';
import { requireText } from '../field-rules.js';
import { type CheckedMessage, checkMessage } from '../message-rules.js';
import type { ViberState } from '../server-state.js';
import { showMessage } from '../show-message.js';
import { type StatusName, ViberRefusal } from '../status.js';
import { subscribedChat } from '../subscribed-chat.js';
import { CHAT_HOSTNAME, type ViberMethodTable } from './method.js';

/** @see https://creators.viber.com/docs/bots-api/resources/messaging/broadcast-message */
const BROADCAST_LIST_MAX = 300;
const ID_MAX = 100;
/** How failed_list words its statuses. */
const FAILED_LIST_WORDS: Partial<Record<StatusName, string>> = {
  receiverNotRegistered: 'Not found',
  receiverNotSubscribed: 'Not subscribed',
};

/** Messages to one person and to many. */
export const messagingMethods: ViberMethodTable = {
  /** @see https://creators.viber.com/docs/bots-api/resources/messaging/send-message */
  send_message(state, fields) {
    requireWebhook(state);
    const receiver = requireText(fields, 'receiver', ID_MAX);
    const message = checkMessage(fields);
    const chat = subscribedChat(state, receiver);
    requireApiLevel(message);
    if (!state.limits.mayMessage(receiver)) throw new ViberRefusal('tooManyRequests');
    const token = state.nextToken();
    const billing = state.billing.take([chat]);
    showMessage(state, chat, message, token);
    return { fields: { chat_hostname: CHAT_HOSTNAME, billing_status: billing }, token };
  },

  /** One token for all; who could not be reached is listed, the others are accepted. */
  broadcast_message(state, fields) {
    requireWebhook(state);
    if (!state.mayBroadcast) throw new ViberRefusal('broadcastNotAllowed');
    const { broadcast_list: list } = fields;
    if (!Array.isArray(list) || list.length === 0) throw new ViberRefusal('missingData', 'broadcast_list');
    if (list.length > BROADCAST_LIST_MAX) throw new ViberRefusal('badData', 'broadcast_list is over 300');
    const message = checkMessage(fields);
    requireApiLevel(message);
    if (!state.limits.mayBroadcast()) throw new ViberRefusal('tooManyRequests');
    const token = state.nextToken();
    const reached: ViberChat[] = [];
    const failedList: object[] = [];
    for (const receiver of list.map(String)) {
      const found = chatOrRefusal(state, receiver);
      if (found instanceof ViberRefusal) failedList.push(failedEntry(receiver, found));
      else reached.push(found);
    }
    const billing = state.billing.take(reached);
    for (const chat of reached) showMessage(state, chat, message, token);
    return {
      fields: { chat_hostname: CHAT_HOSTNAME, billing_status: billing, failed_list: failedList },
      token,
    };
  },
};

function requireWebhook({ callbacks }: ViberState): void {
  if (callbacks.webhook() === undefined) throw new ViberRefusal('webhookNotSet');
}

function requireApiLevel({ apiLevel }: CheckedMessage): void {
  if (apiLevel > PHONE_API_VERSION) throw new ViberRefusal('apiVersionNotSupported');
}

function chatOrRefusal(state: ViberState, receiver: string): ViberChat | ViberRefusal {
  try {
    return subscribedChat(state, receiver);
  } catch (error) {
    if (error instanceof ViberRefusal) return error;
    throw error;
  }
}

function failedEntry(receiver: string, { status, statusName, message }: ViberRefusal): object {
  return { receiver, status, status_message: FAILED_LIST_WORDS[statusName] ?? message };
}
