import { badRequest } from '../api-error.js';
import { chatOf } from '../chat.js';
import { DOWNLOAD_MAX_BYTES } from '../file-download.js';
import { filePath } from '../file-path.js';
import { flagParameter, textParameter } from '../parameters.js';
import { knownChat, requireReachable } from '../reachable-chat.js';
import type { MethodTable } from './method.js';

/** @see https://core.telegram.org/bots/api#sendchataction */
const CHAT_ACTIONS = new Set(
  'typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker find_location record_video_note upload_video_note'.split(
    ' ',
  ),
);
/** @see https://core.telegram.org/bots/api#answercallbackquery */
const NOTICE_MAX = 200;

/** Answers to presses, chat actions, files and chats. */
export const conversationMethods: MethodTable = {
  answerCallbackQuery({ state, parameters }) {
    const text = textParameter(parameters, 'text') ?? '';
    if (text.length > NOTICE_MAX) throw badRequest('MESSAGE_TOO_LONG');
    const personId = state.callbackQueries.personOf(textParameter(parameters, 'callback_query_id') ?? '');
    if (personId === undefined) {
      throw badRequest('query is too old and response timeout expired or query ID is invalid');
    }
    if (text !== '') {
      const alert = flagParameter(parameters, 'show_alert');
      state.feed.emit({ messenger: 'telegram', personId, type: 'notice', text, alert });
    }
    return true;
  },

  sendChatAction({ state, parameters }) {
    const chat = knownChat(state, parameters);
    if (!CHAT_ACTIONS.has(textParameter(parameters, 'action') ?? '')) {
      throw badRequest('wrong parameter action in request');
    }
    requireReachable(chat);
    state.feed.emit({ messenger: 'telegram', personId: chat.person.id, type: 'typing' });
    return true;
  },

  getChat({ state, parameters }) {
    const { person } = knownChat(state, parameters);
    return { ...chatOf(person), accent_color_id: 0, max_reaction_count: 11 };
  },

  getFile({ state, parameters }) {
    const file = state.files.get(textParameter(parameters, 'file_id') ?? '');
    if (file === undefined) throw badRequest('invalid file_id');
    if (file.bytes.length > DOWNLOAD_MAX_BYTES) throw badRequest('file is too big');
    return {
      file_id: file.id,
      file_unique_id: file.uniqueId,
      file_size: file.bytes.length,
      file_path: filePath(file),
    };
  },
};
