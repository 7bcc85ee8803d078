import type { ViberChat } from './chat-book.js';
import { PHONE_API_VERSION, userFields } from './events.js';
import { type Fields, requireText } from './field-rules.js';
import { checkMessage } from './message-rules.js';
import { jsonWithToken } from './message-tokens.js';
import type { ViberState } from './server-state.js';
import { showMessage } from './show-message.js';
import { STATUS, type StatusName, ViberRefusal } from './status.js';

/** Fields of a successful answer beside `status`, and the token of what it made. */
export interface MethodResult {
  readonly fields: object;
  readonly token?: string | undefined;
}

/** A REST method: gives the answer, or throws ViberRefusal. */
export type ViberMethod = (state: ViberState, fields: Fields) => MethodResult | Promise<MethodResult>;

const ALL_EVENTS = ['delivered', 'seen', 'failed', 'subscribed', 'unsubscribed', 'conversation_started'];
const CHAT_HOSTNAME = 'SN-CHAT-05_';
/** @see https://creators.viber.com/docs/bots-api/resources/messaging/broadcast-message */
const BROADCAST_LIST_MAX = 300;
/** @see https://creators.viber.com/docs/bots-api/resources/subscribers/get-subscribers-status */
const ONLINE_IDS_MAX = 100;
const SESSION_MS = 24 * 3600_000;
/** @see https://creators.viber.com/docs/bots-api/resources/messaging/send-message#billing-statuses */
const BILLING = { inSessionForBillableBot: 2, outOfSessionBilledMessage: 5 } as const;
/** How failed_list words its statuses. */
const FAILED_LIST_WORDS: Partial<Record<StatusName, string>> = {
  receiverNotRegistered: 'Not found',
  receiverNotSubscribed: 'Not subscribed',
};

/** @see https://creators.viber.com/docs/bots-api/resources/ */
export const viberMethods: Readonly<Record<string, ViberMethod>> = {
  async set_webhook(state, fields) {
    const url = requireText(fields, 'url', 2000);
    if (url === '') {
      state.callbacks.setWebhook(undefined);
      return { fields: {} };
    }
    const probe = jsonWithToken({ event: 'webhook', timestamp: state.now().getTime() }, state.nextToken());
    if ((await state.callbacks.post(url, probe)) === undefined) throw new ViberRefusal('invalidUrl');
    const eventTypes = eventList(fields.event_types);
    state.callbacks.setWebhook({
      url,
      eventTypes,
      sendName: fields.send_name === true,
      sendPhoto: fields.send_photo === true,
    });
    return { fields: { chat_hostname: CHAT_HOSTNAME, event_types: eventTypes } };
  },

  send_message(state, fields) {
    requireWebhook(state);
    const receiver = requireText(fields, 'receiver', 100);
    const message = checkMessage(fields);
    const chat = subscribedChat(state, receiver);
    requireApiLevel(message.apiLevel);
    const token = state.nextToken();
    if (!state.limits.mayMessage(receiver)) throw new ViberRefusal('tooManyRequests');
    const billing = billingStatus(state, chat);
    showMessage(state, chat, message, token);
    return { fields: { chat_hostname: CHAT_HOSTNAME, billing_status: billing }, token };
  },

  broadcast_message(state, fields) {
    requireWebhook(state);
    const list = fields.broadcast_list;
    if (!Array.isArray(list) || list.length === 0) throw new ViberRefusal('missingData', 'broadcast_list');
    if (list.length > BROADCAST_LIST_MAX) throw new ViberRefusal('badData', 'broadcast_list is over 300');
    const message = checkMessage(fields);
    requireApiLevel(message.apiLevel);
    if (!state.limits.mayBroadcast()) throw new ViberRefusal('tooManyRequests');
    const token = state.nextToken();
    const failedList: object[] = [];
    let billing: number = BILLING.inSessionForBillableBot;
    for (const receiver of list.map(String)) {
      try {
        const chat = subscribedChat(state, receiver);
        billing = Math.max(billing, billingStatus(state, chat));
        showMessage(state, chat, message, token);
      } catch (error) {
        if (!(error instanceof ViberRefusal)) throw error;
        const words = FAILED_LIST_WORDS[error.statusName] ?? error.message;
        failedList.push({ receiver, status: error.status, status_message: words });
      }
    }
    return {
      fields: { chat_hostname: CHAT_HOSTNAME, billing_status: billing, failed_list: failedList },
      token,
    };
  },

  get_account_info(state) {
    const webhook = state.callbacks.webhook();
    const people = state.chats.people();
    return {
      fields: {
        id: 'pa:5200000000000000001',
        name: 'Вісник',
        uri: 'visnyk-sandbox',
        icon: '',
        background: '',
        category: 'Government',
        subcategory: 'City',
        location: { lon: 31.8869, lat: 51.048 },
        country: 'UA',
        webhook: webhook?.url ?? '',
        event_types: webhook?.eventTypes ?? [],
        subscribers_count: people.filter(({ status }) => status === 'active').length,
        chat_hostname: CHAT_HOSTNAME,
      },
    };
  },

  get_user_details(state, fields) {
    const chat = subscribedChat(state, requireText(fields, 'id', 100));
    if (!state.limits.mayReadDetails(chat.person.id)) throw new ViberRefusal('tooManyRequests');
    const device = {
      primary_device_os: 'android 14',
      viber_version: '22.0.0',
      mcc: 255,
      mnc: 1,
      device_type: 'sandbox',
    };
    const user = { ...userFields(state, chat.person), ...device };
    return { fields: { chat_hostname: CHAT_HOSTNAME, user }, token: state.nextToken() };
  },

  get_online(state, fields) {
    const ids = fields.ids;
    if (!Array.isArray(ids)) throw new ViberRefusal('missingData', 'ids');
    if (ids.length > ONLINE_IDS_MAX) throw new ViberRefusal('badData', 'ids is over 100');
    return { fields: { users: ids.map((id) => onlineStatus(state, String(id))) } };
  },
};

function requireWebhook({ callbacks }: ViberState): void {
  if (callbacks.webhook() === undefined) throw new ViberRefusal('webhookNotSet');
}

function requireApiLevel(apiLevel: number): void {
  if (apiLevel > PHONE_API_VERSION) throw new ViberRefusal('apiVersionNotSupported');
}

/** The conversation of a person who may be written to. */
function subscribedChat(state: ViberState, personId: string): ViberChat {
  const chat = state.chats.chat(personId);
  if (chat === undefined || chat.person.status === 'deactivated') {
    throw new ViberRefusal('receiverNotRegistered');
  }
  if (chat.person.status !== 'active') throw new ViberRefusal('receiverNotSubscribed');
  return chat;
}

/** Free within 24 hours of the person's last message, billed after. */
function billingStatus({ now }: ViberState, { heardAtMs }: ViberChat): number {
  const isInSession = heardAtMs !== null && now().getTime() - heardAtMs < SESSION_MS;
  return isInSession ? BILLING.inSessionForBillableBot : BILLING.outOfSessionBilledMessage;
}

/** All events when left out; the mandatory ones come whatever is listed. */
function eventList(given: unknown): readonly string[] {
  if (given === undefined || given === null) return ALL_EVENTS;
  if (!Array.isArray(given)) throw new ViberRefusal('badData', 'event_types');
  return given.map(String);
}

function onlineStatus(state: ViberState, id: string): object {
  const isReachable = state.chats.chat(id)?.person.status === 'active';
  return {
    id,
    online_status: isReachable ? STATUS.ok : 4,
    online_status_message: isReachable ? 'online' : 'unavailable',
  };
}
