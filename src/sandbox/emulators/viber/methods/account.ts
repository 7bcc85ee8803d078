import { requireText } from '../field-rules.js';
import { jsonWithToken } from '../message-tokens.js';
import { ViberRefusal } from '../status.js';
import { CHAT_HOSTNAME, type ViberMethodTable } from './method.js';

const ALL_EVENTS = ['delivered', 'seen', 'failed', 'subscribed', 'unsubscribed', 'conversation_started'];
const URL_MAX = 2000;

/** The bot's account and its webhook. */
export const accountMethods: ViberMethodTable = {
  /** @see https://creators.viber.com/docs/bots-api/getting-started/web-hooks */
  async set_webhook(state, fields) {
    const url = requireText(fields, 'url', URL_MAX);
    if (url === '') {
      state.callbacks.setWebhook(undefined);
      return { fields: {} };
    }
    const eventTypes = eventList(fields.event_types);
    const probe = jsonWithToken({ event: 'webhook', timestamp: state.now().getTime() }, state.nextToken());
    if ((await state.callbacks.post(url, probe)) === undefined) throw new ViberRefusal('invalidUrl');
    state.callbacks.setWebhook({
      url,
      eventTypes,
      sendName: fields.send_name === true,
      sendPhoto: fields.send_photo === true,
    });
    return { fields: { chat_hostname: CHAT_HOSTNAME, event_types: eventTypes } };
  },

  /** @see https://creators.viber.com/docs/bots-api/resources/app/get-info */
  get_account_info(state) {
    const webhook = state.callbacks.webhook();
    const people = state.chats.people();
    return {
      fields: {
        id: 'pa:5200000000000000001',
        name: 'Ніжинська міська рада',
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
};

/** All events when left out; the mandatory ones come whatever is listed. */
function eventList(given: unknown): readonly string[] {
  if (given === undefined || given === null) return ALL_EVENTS;
  if (!Array.isArray(given)) throw new ViberRefusal('badData', 'event_types');
  return given.map(String);
}
