import { badRequest } from './api-error.js';
import { type Chat, chatOf } from './chat.js';
import { isRecord } from './markup-fields.js';
import type { MessageContent, TelegramMessage } from './message.js';
import { type CallParameters, jsonParameter } from './parameters.js';
import { toPhoneKeyboard, toPhoneMessage } from './phone-view.js';
import { knownChat, requireReachable } from './reachable-chat.js';
import { parseReplyMarkup, type ReplyMarkup } from './reply-markup.js';
import type { ServerState } from './server-state.js';

/**
 * Sends what is already checked: the chat must exist, the bot must not be too fast, the person must
 * be reachable; then the messages appear on the phone.
 *
 * @param contents one message, or the items of an album
 * @throws {ApiError} 400, 403 or 429 in the server's words
 */
export function send(
  state: ServerState,
  parameters: CallParameters,
  contents: readonly MessageContent[],
): readonly TelegramMessage[] {
  const replyMarkup = parseReplyMarkup(parameters);
  const chat = knownChat(state, parameters);
  const repliedTo = repliedMessage(chat, parameters);
  state.floods.spend(Number(chat.person.id), contents.length);
  requireReachable(chat);
  const inline = replyMarkup?.kind === 'inline' ? { reply_markup: replyMarkup.markup } : {};
  const reply = repliedTo === undefined ? {} : { reply_to_message: repliedTo };
  const sent = contents.map((content) => deliver(state, chat, { ...content, ...reply, ...inline }));
  applyKeyboard(state, chat, replyMarkup);
  return sent;
}

function deliver(state: ServerState, chat: Chat, content: MessageContent): TelegramMessage {
  const message: TelegramMessage = {
    message_id: state.messageIds.next(),
    from: state.bot.user,
    chat: chatOf(chat.person),
    date: Math.floor(state.now().getTime() / 1000),
    ...content,
  };
  const { id: personId } = chat.person;
  state.chats.append(chat, message);
  chat.receivedCount += 1;
  state.journal.recordReceipt(personId, message.text ?? message.caption ?? '', JSON.stringify(content));
  state.feed.emit({
    messenger: 'telegram',
    personId,
    type: 'message',
    message: toPhoneMessage(message),
  });
  return message;
}

/** A new reply keyboard replaces the one before; an inline keyboard leaves it alone. */
function applyKeyboard(state: ServerState, chat: Chat, markup: ReplyMarkup | undefined): void {
  if (markup?.kind !== 'keyboard' && markup?.kind !== 'remove') return;
  chat.keyboard = markup.kind === 'keyboard' ? markup : null;
  state.feed.emit({
    messenger: 'telegram',
    personId: chat.person.id,
    type: 'keyboard',
    keyboard: toPhoneKeyboard(chat.keyboard),
  });
}

/** @see https://core.telegram.org/bots/api#replyparameters */
function repliedMessage(chat: Chat, parameters: CallParameters): TelegramMessage | undefined {
  const reply = jsonParameter(parameters, 'reply_parameters');
  if (!isRecord(reply)) return undefined;
  if (reply.message_id === undefined) throw badRequest('can\'t find field "message_id"');
  const found = chat.messages.find(({ message_id: id }) => id === Number(reply.message_id));
  if (found === undefined && reply.allow_sending_without_reply !== true) {
    throw badRequest('message to be replied not found');
  }
  if (found === undefined) return undefined;
  const { reply_to_message: _nested, ...message } = found;
  return message;
}
