import { type Api, InputFile } from 'grammy';
import type { Message } from 'grammy/types';
import {
  SendError,
  type SendReceipt,
  type SendRequest,
  type UploadSource,
} from '../../services/outbox/channel.js';
import { changeTelegram, isChange } from './change.js';
import { type TelegramSignal, telegramSignal } from './connection.js';
import type { TelegramChange, TelegramPayload } from './payload.js';
import { toSendError } from './send-error.js';

const NOBODY_REFUSED: ReadonlyMap<string, SendError> = new Map();

/**
 * Makes one call of the Bot API. Bytes go up only while Telegram has given no reference for the file.
 *
 * @throws {SendError}
 */
export async function sendTelegram(
  api: Api,
  request: SendRequest,
  signal: AbortSignal,
): Promise<SendReceipt> {
  const [address] = request.addresses;
  if (address === undefined || request.addresses.length > 1)
    throw new RangeError('Telegram takes one address');
  // The part was made by renderTelegram: the outbox hands it back untouched.
  const payload = request.part.payload as TelegramPayload | TelegramChange;
  if (isChange(payload)) {
    const where = { chat_id: chatId(address), messageId: request.messageId };
    await changeTelegram(api, where, payload, telegramSignal(signal));
    return { messageIds: [], references: new Map(), refused: NOBODY_REFUSED };
  }
  const files = await inputFiles(payload, request.part.uploads, request.uploads);
  try {
    const messages = await call(api, chatId(address), payload, files, telegramSignal(signal));
    return {
      messageIds: messages
        .filter(({ message_id }) => Number.isInteger(message_id))
        .map(({ message_id }) => String(message_id)),
      references: newReferences(request, messages),
      refused: NOBODY_REFUSED,
    };
  } catch (error) {
    throw toSendError(error);
  }
}

type Files = ReadonlyMap<string, string | InputFile>;

async function inputFiles(
  payload: TelegramPayload,
  ids: readonly string[],
  source: UploadSource,
): Promise<Files> {
  const files = new Map<string, string | InputFile>();
  for (const id of ids) files.set(id, source.reference(id) ?? (await bytesOf(id, payload, source)));
  return files;
}

async function bytesOf(id: string, payload: TelegramPayload, source: UploadSource): Promise<InputFile> {
  try {
    const { bytes, contentType } = await source.read(id);
    const name = payload.method === 'sendDocument' ? payload.fileName : pictureName(contentType);
    return new InputFile(bytes, quoted(name));
  } catch (cause) {
    throw new SendError('file.unreadable', { kind: 'retry' }, { cause });
  }
}

function pictureName(contentType: string): string {
  return contentType === 'image/png' ? 'picture.png' : 'picture.jpg';
}

/** grammY writes the name into the header as it is; unquoted, it would end at the first space or semicolon. */
function quoted(name: string): string {
  return `"${name.replace(/[\r\n]/g, ' ').replace(/["\\]/g, '_')}"`;
}

/** Ids of private chats are numbers of at most 52 bits; anything else goes as it was written. */
function chatId(address: string): number | string {
  return /^-?\d{1,15}$/.test(address) ? Number(address) : address;
}

async function call(
  { raw }: Api,
  chat_id: number | string,
  payload: TelegramPayload,
  files: Files,
  signal: TelegramSignal,
): Promise<readonly Message[]> {
  const html = { chat_id, parse_mode: 'HTML' } as const;
  const reply = 'markup' in payload && payload.markup ? { reply_markup: payload.markup } : {};
  const file = (id: string): string | InputFile => files.get(id) ?? id;
  switch (payload.method) {
    case 'sendMessage':
      return [await raw.sendMessage({ ...html, ...reply, text: payload.text }, signal)];
    case 'sendPhoto':
      return [
        await raw.sendPhoto(
          { ...html, ...reply, photo: file(payload.fileId), caption: payload.caption },
          signal,
        ),
      ];
    case 'sendDocument':
      return [await raw.sendDocument({ ...html, ...reply, document: file(payload.fileId) }, signal)];
    case 'sendMediaGroup': {
      const media = payload.fileIds.map((id, index) => ({
        type: 'photo' as const,
        media: file(id),
        ...(index === 0 && payload.caption ? { caption: payload.caption, parse_mode: 'HTML' as const } : {}),
      }));
      return raw.sendMediaGroup({ chat_id, media }, signal);
    }
  }
}

function newReferences(
  { part, uploads }: SendRequest,
  messages: readonly Message[],
): ReadonlyMap<string, string> {
  const references = new Map<string, string>();
  for (const [index, fileId] of part.uploads.entries()) {
    const reference = messages[index] && referenceIn(messages[index]);
    if (reference !== undefined && uploads.reference(fileId) === undefined) references.set(fileId, reference);
  }
  return references;
}

/** Telegram keeps a sent document as what it found in it: a video, an animation, a piece of music. */
function referenceIn({ photo, document, animation, video, audio }: Message): string | undefined {
  const largest = photo?.at(-1);
  return (largest ?? document ?? animation ?? video ?? audio)?.file_id;
}
