import type { Person } from '../person.js';
import { type ButtonPlace, findButton, PhoneError, type PressResult } from '../phone-actions.js';
import { type Chat, chatOf, userOf } from './chat.js';
import { findEntities } from './find-entities.js';
import type { MessageContent, TelegramMessage } from './message.js';
import { toPhoneMessage } from './phone-view.js';
import type { ServerState } from './server-state.js';

/** A message of the person: on their screen, and on its way to the bot. Writing unblocks the bot. */
export function writeToBot(state: ServerState, chat: Chat, content: MessageContent): void {
  if (chat.person.status === 'blocked') changeMembership(state, chat, 'active');
  setStatus(state, chat, 'active');
  const message: TelegramMessage = {
    message_id: state.messageIds.next(),
    from: userOf(chat.person),
    chat: chatOf(chat.person),
    date: unixSeconds(state),
    ...content,
  };
  state.chats.append(chat, message);
  state.updates.push('message', message, message.chat.id);
  emitMessage(state, chat, 'message', message);
}

/** The person changes the text of an own message. */
export function editOwn(state: ServerState, chat: Chat, original: TelegramMessage, text: string): void {
  if (original.from.is_bot) throw new PhoneError("only one's own messages can be edited", 'message');
  const entities = findEntities(text, []);
  const edited = { ...original, text, entities, edit_date: unixSeconds(state) };
  chat.messages[chat.messages.indexOf(original)] = edited;
  state.updates.push('edited_message', edited, edited.chat.id);
  emitMessage(state, chat, 'message-edited', edited);
}

/** A press under a message: a link opens, callback data goes to the bot. */
export function pressInline(
  state: ServerState,
  chat: Chat,
  message: TelegramMessage,
  place: ButtonPlace,
): PressResult {
  const button = findButton(message.reply_markup?.inline_keyboard ?? [], place, ({ text }) => text);
  if (button.url !== undefined) return { did: 'opened-url', url: button.url };
  if (button.callback_data === undefined) return { did: 'nothing' };
  const query = {
    id: state.callbackQueries.open(chat.person.id),
    from: userOf(chat.person),
    message,
    chat_instance: String(BigInt(chat.person.id) * 7_919n),
    data: button.callback_data,
  };
  state.updates.push('callback_query', query, message.chat.id);
  return { did: 'told-bot' };
}

/**
 * The person blocks or unblocks the bot.
 *
 * @see https://core.telegram.org/bots/api#chatmemberupdated in a private chat nothing else is told
 */
export function changeMembership(state: ServerState, chat: Chat, status: 'active' | 'blocked'): void {
  if (chat.person.status === status) return;
  const user = state.bot.user;
  const blocked = { user, status: 'kicked', until_date: 0 };
  const member = { user, status: 'member' };
  const isBlocking = status === 'blocked';
  const change = {
    chat: chatOf(chat.person),
    from: userOf(chat.person),
    date: unixSeconds(state),
    old_chat_member: isBlocking ? member : blocked,
    new_chat_member: isBlocking ? blocked : member,
  };
  setStatus(state, chat, status);
  state.updates.push('my_chat_member', change, change.chat.id);
}

/** Whether the person can be written to from now on. */
export function setStatus(state: ServerState, chat: Chat, status: Person['status']): void {
  if (chat.person.status === status) return;
  chat.person = { ...chat.person, status };
  const { person } = chat;
  state.feed.emit({ messenger: 'telegram', personId: person.id, type: 'person', person });
}

/** @throws {PhoneError} when the chat has no such message */
export function findMessage(chat: Chat, messageId: string): TelegramMessage {
  const found = chat.messages.find(({ message_id: id }) => String(id) === messageId);
  if (found === undefined) throw new PhoneError(`no message ${messageId} in the chat`, 'message');
  return found;
}

/** The person's own card, as the "share my number" button sends it. */
export function ownContact({ id, name, phone }: Person) {
  return { phone_number: phone, first_name: name, user_id: Number(id) };
}

function emitMessage(
  { feed }: ServerState,
  chat: Chat,
  type: 'message' | 'message-edited',
  message: TelegramMessage,
): void {
  feed.emit({ messenger: 'telegram', personId: chat.person.id, type, message: toPhoneMessage(message) });
}

function unixSeconds({ now }: ServerState): number {
  return Math.floor(now().getTime() / 1000);
}
