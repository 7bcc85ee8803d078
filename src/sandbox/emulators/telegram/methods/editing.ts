import { badRequest } from '../api-error.js';
import type { Chat } from '../chat.js';
import { captionText, messageText } from '../formatted-text.js';
import type { MessageContent, TelegramMessage } from '../message.js';
import { type CallParameters, integerParameter, listParameter } from '../parameters.js';
import { toPhoneMessage } from '../phone-view.js';
import { knownChat, requireReachable } from '../reachable-chat.js';
import { parseInlineMarkup } from '../reply-markup.js';
import type { ServerState } from '../server-state.js';
import type { Call, MethodTable } from './method.js';

/** @see https://core.telegram.org/bots/api#deletemessage */
const DELETE_WITHIN_SECONDS = 48 * 3600;
/** @see https://core.telegram.org/bots/api#deletemessages */
const DELETE_MAX = 100;

/** @see https://core.telegram.org/bots/api#updating-messages */
export const editingMethods: MethodTable = {
  editMessageText({ state, parameters }) {
    const { text, entities } = messageText(parameters);
    return edit(state, parameters, (message) => {
      if (message.text === undefined) throw badRequest('there is no text in the message to edit');
      return { text, entities: entities.length > 0 ? entities : undefined };
    });
  },

  editMessageCaption({ state, parameters }) {
    const { text, entities } = captionText(parameters);
    return edit(state, parameters, (message) => {
      if (message.text !== undefined) throw badRequest('there is no caption in the message to edit');
      return {
        caption: text === '' ? undefined : text,
        caption_entities: entities.length > 0 ? entities : undefined,
      };
    });
  },

  editMessageReplyMarkup: ({ state, parameters }) => edit(state, parameters, () => ({})),

  deleteMessage(call) {
    const chat = knownChat(call.state, call.parameters);
    const messageId = integerParameter(call.parameters, 'message_id');
    const message = chat.messages.find(({ message_id: id }) => id === messageId);
    if (message === undefined) throw badRequest('message to delete not found');
    if (isTooOld(call.state, message)) throw badRequest("message can't be deleted for everyone");
    removeMessages(call.state, chat, [message.message_id]);
    return true;
  },

  deleteMessages({ state, parameters }: Call) {
    const chat = knownChat(state, parameters);
    const ids = (listParameter(parameters, 'message_ids') ?? []).map(Number);
    if (ids.length === 0) throw badRequest('message identifiers are not specified');
    if (ids.length > DELETE_MAX) throw badRequest('too many message identifiers specified');
    const found = chat.messages.filter((message) => ids.includes(message.message_id));
    const deletable = found.filter((message) => !isTooOld(state, message));
    removeMessages(
      state,
      chat,
      deletable.map(({ message_id: id }) => id),
    );
    return true;
  },
};

/** Changes one of the bot's own messages; without `reply_markup` its inline keyboard goes. */
function edit(
  state: ServerState,
  parameters: CallParameters,
  change: (message: TelegramMessage) => MessageContent,
): TelegramMessage {
  const markup = parseInlineMarkup(parameters);
  const chat = knownChat(state, parameters);
  const messageId = integerParameter(parameters, 'message_id');
  const index = chat.messages.findIndex(({ message_id: id }) => id === messageId);
  const message = chat.messages[index];
  if (message === undefined) throw badRequest('message to edit not found');
  if (!message.from.is_bot) throw badRequest("message can't be edited");
  const changed = { ...message, ...change(message), reply_markup: markup };
  if (isSame(message, changed)) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  }
  state.floods.spend(Number(chat.person.id), 1);
  requireReachable(chat);
  const edited = { ...changed, edit_date: Math.floor(state.now().getTime() / 1000) };
  chat.messages[index] = edited;
  state.feed.emit({
    messenger: 'telegram',
    personId: chat.person.id,
    type: 'message-edited',
    message: toPhoneMessage(edited),
  });
  return edited;
}

function isSame(a: TelegramMessage, b: TelegramMessage): boolean {
  const visible = ({ text, entities, caption, caption_entities, reply_markup }: TelegramMessage) =>
    JSON.stringify([text, entities, caption, caption_entities, reply_markup]);
  return visible(a) === visible(b);
}

function isTooOld({ now }: ServerState, { date }: TelegramMessage): boolean {
  return now().getTime() / 1000 - date > DELETE_WITHIN_SECONDS;
}

function removeMessages(state: ServerState, chat: Chat, ids: readonly number[]): void {
  chat.messages = chat.messages.filter(({ message_id: id }) => !ids.includes(id));
  state.feed.emit({
    messenger: 'telegram',
    personId: chat.person.id,
    type: 'messages-deleted',
    messageIds: ids.map(String),
  });
}
