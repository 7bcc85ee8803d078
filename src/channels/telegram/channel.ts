import { GrammyError } from 'grammy';
import type { RemoteFile } from '../../domain/inbound-event.js';
import { type FetchedFile, FetchFileError, type InboundChannel } from '../../services/intake/ports.js';
import type { Channel } from '../../services/outbox/channel.js';
import { fetchFileBytes } from '../fetch-file.js';
import { telegramChanges } from './changes.js';
import { type TelegramConnection, telegramApi, telegramSignal } from './connection.js';
import { parseTelegram } from './parse.js';
import { renderTelegram, TELEGRAM_LIMITS } from './render.js';
import { sendTelegram } from './send.js';

/** Telegram as both ports see it: sends what is said to residents, understands what they send. */
export function createTelegramChannel(connection: TelegramConnection): Channel & InboundChannel {
  const api = telegramApi(connection);

  async function fetchFile(file: RemoteFile, signal: AbortSignal): Promise<FetchedFile> {
    const path = await filePath(file.ref, signal);
    const root = connection.apiRoot.replace(/\/+$/, '');
    return fetchFileBytes(`${root}/file/bot${connection.token}/${path}`, signal);
  }

  async function filePath(file_id: string, signal: AbortSignal): Promise<string> {
    try {
      const { file_path } = await api.raw.getFile({ file_id }, telegramSignal(signal));
      if (file_path !== undefined) return file_path;
    } catch (error) {
      throw new FetchFileError(refusalOf(error));
    }
    throw new FetchFileError('gone');
  }

  return {
    id: 'telegram',
    limits: TELEGRAM_LIMITS,
    render: renderTelegram,
    changes: telegramChanges,
    send: (request, signal) => sendTelegram(api, request, signal),
    parse: parseTelegram,
    fetchFile,
    acknowledge: async (callback_query_id, signal) => {
      // Best effort: after a minute Telegram answers "query is too old", and nobody waits any more.
      await api.raw.answerCallbackQuery({ callback_query_id }, telegramSignal(signal)).catch(() => {});
    },
  };
}

/** "Bad Request: file is too big" is final, and so is any other refusal of the file; the rest may be tried again. */
function refusalOf(error: unknown): FetchFileError['reason'] {
  if (!(error instanceof GrammyError) || error.error_code !== 400) return 'failed';
  return /too big/i.test(error.description) ? 'tooLarge' : 'gone';
}
