import type { TelegramMessage } from './update.js';

/** Fields of messages that nobody wrote (https://core.telegram.org/bots/api#message, «Service message»). */
const SERVICE_FIELDS: ReadonlySet<string> = new Set([
  'pinned_message',
  'message_auto_delete_timer_changed',
  'chat_background_set',
  'connected_website',
  'write_access_allowed',
  'proximity_alert_triggered',
  'new_chat_members',
  'left_chat_member',
  'new_chat_title',
  'new_chat_photo',
  'delete_chat_photo',
  'group_chat_created',
  'supergroup_chat_created',
  'channel_chat_created',
  'migrate_to_chat_id',
  'migrate_from_chat_id',
  'boost_added',
  'direct_message_price_changed',
  'paid_message_price_changed',
  'giveaway_created',
  'giveaway_completed',
]);

/** Families of such fields: topics, video chats, posts suggested to a channel, ticks in a checklist. */
const SERVICE_FAMILIES = /^(?:(?:general_)?forum_topic|video_chat|suggested_post|checklist_tasks)_/;

/**
 * Whether Telegram itself wrote the message: something was pinned, a timer set, a chat renamed. The person said
 * nothing, so nothing is answered.
 */
export function isServiceMessage(message: TelegramMessage): boolean {
  return Object.keys(message).some((field) => SERVICE_FIELDS.has(field) || SERVICE_FAMILIES.test(field));
}
