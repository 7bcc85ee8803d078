import { userFields } from '../events.js';
import { requireText } from '../field-rules.js';
import type { ViberState } from '../server-state.js';
import { ViberRefusal } from '../status.js';
import { subscribedChat } from '../subscribed-chat.js';
import { CHAT_HOSTNAME, type ViberMethodTable } from './method.js';

/** @see https://creators.viber.com/docs/bots-api/resources/subscribers/get-subscribers-status */
const ONLINE_IDS_MAX = 100;
const ONLINE = { online_status: 0, online_status_message: 'online' };
const UNAVAILABLE = { online_status: 4, online_status_message: 'unavailable' };
const ID_MAX = 100;

/** What the bot may learn about its people. */
export const subscriberMethods: ViberMethodTable = {
  /** @see https://creators.viber.com/docs/bots-api/resources/subscribers/get-subscriber-details */
  get_user_details(state, fields) {
    const chat = subscribedChat(state, requireText(fields, 'id', ID_MAX));
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

  get_online(state, { ids }) {
    if (!Array.isArray(ids)) throw new ViberRefusal('missingData', 'ids');
    if (ids.length > ONLINE_IDS_MAX) throw new ViberRefusal('badData', 'ids is over 100');
    return { fields: { users: ids.map((id) => onlineStatus(state, String(id))) } };
  },
};

function onlineStatus({ chats }: ViberState, id: string): object {
  return { id, ...(chats.chat(id)?.person.status === 'active' ? ONLINE : UNAVAILABLE) };
}
