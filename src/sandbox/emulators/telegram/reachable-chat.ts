import { badRequest, forbidden } from './api-error.js';
import type { Chat } from './chat.js';
import { type CallParameters, textParameter } from './parameters.js';
import type { ServerState } from './server-state.js';

/**
 * The chat a call names.
 *
 * @throws {ApiError} 400 when there is none, or its person never wrote to the bot
 */
export function knownChat(state: ServerState, parameters: CallParameters): Chat {
  const chatId = textParameter(parameters, 'chat_id') ?? '';
  if (chatId === '') throw badRequest('chat_id is empty');
  const chat = state.chats.chat(chatId);
  if (chat === undefined || chat.person.status === 'stranger') throw badRequest('chat not found');
  return chat;
}

/**
 * The same, for a person who can be written to now.
 *
 * @throws {ApiError} 403 when they blocked the bot or deleted the account
 * @see https://github.com/tdlib/telegram-bot-api/blob/master/telegram-bot-api/Client.cpp fail_query_with_error
 */
export function requireReachable({ person }: Chat): void {
  if (person.status === 'blocked') throw forbidden('bot was blocked by the user');
  if (person.status === 'deactivated') throw forbidden('user is deactivated');
}
