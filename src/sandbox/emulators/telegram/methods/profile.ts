import { badRequest } from '../api-error.js';
import type { BotCommand } from '../bot-profile.js';
import { isRecord } from '../markup-fields.js';
import { type CallParameters, jsonParameter, listParameter, textParameter } from '../parameters.js';
import type { MethodTable } from './method.js';

/** @see https://core.telegram.org/bots/api#setmycommands */
const COMMANDS_MAX = 100;
const COMMAND_NAME = /^[a-z0-9_]{1,32}$/;
const COMMAND_DESCRIPTION_MAX = 256;
/** @see https://core.telegram.org/bots/api#setmyname and its neighbours */
const NAME_MAX = 64;
const DESCRIPTION_MAX = 512;
const SHORT_DESCRIPTION_MAX = 120;

/** Names, descriptions, commands and the menu button of the bot. */
export const profileMethods: MethodTable = {
  getMe: ({ state }) => ({
    ...state.bot.user,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
  }),

  setMyCommands({ state, parameters }) {
    const commands = (listParameter(parameters, 'commands') ?? []).map(parseCommand);
    if (commands.length > COMMANDS_MAX) throw badRequest('BOT_COMMANDS_TOO_MUCH');
    state.bot.commands.set(commandsKey(parameters), commands);
    return true;
  },
  getMyCommands: ({ state, parameters }) => state.bot.commands.get(commandsKey(parameters)) ?? [],
  deleteMyCommands: ({ state, parameters }) => {
    state.bot.commands.delete(commandsKey(parameters));
    return true;
  },

  setChatMenuButton({ state, parameters }) {
    const button = jsonParameter(parameters, 'menu_button') ?? { type: 'default' };
    if (!isRecord(button) || !['commands', 'web_app', 'default'].includes(String(button.type))) {
      throw badRequest("can't parse menu button: MenuButton has unsupported type");
    }
    state.bot.menuButtons.set(textParameter(parameters, 'chat_id') ?? '', button);
    return true;
  },
  getChatMenuButton: ({ state, parameters }) =>
    state.bot.menuButtons.get(textParameter(parameters, 'chat_id') ?? '') ??
    state.bot.menuButtons.get('') ?? { type: 'commands' },

  setMyName: ({ state, parameters }) => setText(state.bot.names, parameters, 'name', NAME_MAX),
  setMyDescription: ({ state, parameters }) =>
    setText(state.bot.descriptions, parameters, 'description', DESCRIPTION_MAX),
  setMyShortDescription: ({ state, parameters }) =>
    setText(state.bot.shortDescriptions, parameters, 'short_description', SHORT_DESCRIPTION_MAX),
  getMyName: ({ state, parameters }) => ({ name: localised(state.bot.names, parameters) }),
  getMyDescription: ({ state, parameters }) => ({
    description: localised(state.bot.descriptions, parameters),
  }),
  getMyShortDescription: ({ state, parameters }) => ({
    short_description: localised(state.bot.shortDescriptions, parameters),
  }),
};

function parseCommand(item: unknown): BotCommand {
  if (!isRecord(item)) throw badRequest("can't parse BotCommand: expected an Object");
  const command = String(item.command ?? '').replace(/^\//, '');
  const description = String(item.description ?? '');
  if (!COMMAND_NAME.test(command)) throw badRequest('BOT_COMMAND_INVALID');
  if (description === '' || description.length > COMMAND_DESCRIPTION_MAX) {
    throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
  }
  return { command, description };
}

/** One list for each scope and language. @see https://core.telegram.org/bots/api#botcommandscope */
function commandsKey(parameters: CallParameters): string {
  const scope = jsonParameter(parameters, 'scope') ?? { type: 'default' };
  return `${JSON.stringify(scope)} ${textParameter(parameters, 'language_code') ?? ''}`;
}

function setText(texts: Map<string, string>, parameters: CallParameters, field: string, max: number): true {
  const text = textParameter(parameters, field) ?? '';
  if (text.length > max) throw badRequest(`bot ${field.replaceAll('_', ' ')} is too long`);
  texts.set(textParameter(parameters, 'language_code') ?? '', text);
  return true;
}

function localised(texts: ReadonlyMap<string, string>, parameters: CallParameters): string {
  return texts.get(textParameter(parameters, 'language_code') ?? '') ?? texts.get('') ?? '';
}
