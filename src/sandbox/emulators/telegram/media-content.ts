import type { StoredFile } from '../file-store.js';
import { badRequest } from './api-error.js';
import { captionText } from './formatted-text.js';
import { type FileRole, inputFile } from './input-file.js';
import { isRecord } from './markup-fields.js';
import type { MediaFile, MessageContent, PhotoSize } from './message.js';
import { type CallParameters, listParameter } from './parameters.js';
import type { ServerState } from './server-state.js';

/** Methods that differ only in the field their file goes to. */
export const MEDIA_METHODS: readonly { readonly method: string; readonly field: FileRole }[] = [
  { method: 'sendDocument', field: 'document' },
  { method: 'sendVideo', field: 'video' },
  { method: 'sendAnimation', field: 'animation' },
  { method: 'sendAudio', field: 'audio' },
  { method: 'sendVoice', field: 'voice' },
  { method: 'sendSticker', field: 'sticker' },
];

/** @see https://core.telegram.org/bots/api#sendmediagroup */
const ALBUM_MIN = 2;
const ALBUM_MAX = 10;
/** Longest side of the sizes a photo is offered in, besides its own. */
const THUMBNAIL_SIDES = [90, 320, 800];

/**
 * A photo in several sizes, the largest last. All have the same file_id and bytes: the emulator does
 * not scale pictures.
 */
export function photoContent(file: StoredFile): MessageContent {
  const { width, height } = file.size ?? { width: 1, height: 1 };
  const longest = Math.max(width, height);
  const sides = [...THUMBNAIL_SIDES.filter((side) => side < longest), longest];
  const photo: PhotoSize[] = sides.map((side) => ({
    file_id: file.id,
    file_unique_id: file.uniqueId,
    file_size: file.bytes.length,
    width: Math.max(1, Math.round((width * side) / longest)),
    height: Math.max(1, Math.round((height * side) / longest)),
  }));
  return { photo };
}

/** A file shown as what it was sent as; `extra` adds e.g. a duration. */
export function documentContent(field: FileRole, file: StoredFile, extra: object = {}): MessageContent {
  const media: MediaFile = {
    file_id: file.id,
    file_unique_id: file.uniqueId,
    file_size: file.bytes.length,
    file_name: file.fileName,
    mime_type: file.contentType,
    ...file.size,
    ...extra,
  };
  return { [field]: media };
}

/**
 * The items of an album: 2–10 photos and videos together, or only documents, or only audios.
 *
 * @see https://core.telegram.org/bots/api#sendmediagroup
 * @throws {ApiError} 400 in the server's words
 */
export async function albumMedia(
  state: ServerState,
  parameters: CallParameters,
): Promise<readonly MessageContent[]> {
  const items = listParameter(parameters, 'media') ?? [];
  if (items.length < ALBUM_MIN) throw badRequest('too few messages to send as an album');
  if (items.length > ALBUM_MAX) throw badRequest('too many messages to send as an album');
  const contents: MessageContent[] = [];
  const groups = new Set<string>();
  for (const item of items) {
    if (!isRecord(item)) throw badRequest("can't parse InputMedia: expected an Object");
    const type = String(item.type);
    groups.add(type === 'video' ? 'photo' : type);
    contents.push(await albumItem(state, { values: item, files: parameters.files }, type));
  }
  if (groups.size > 1) throw badRequest("media of different types can't be mixed in one album");
  return contents;
}

async function albumItem(
  state: ServerState,
  parameters: CallParameters,
  type: string,
): Promise<MessageContent> {
  if (type !== 'photo' && type !== 'video' && type !== 'document' && type !== 'audio') {
    throw badRequest(`type must be one of photo, video, document, audio`);
  }
  const { text, entities } = captionText(parameters);
  const file = await inputFile(state, parameters, 'media', type);
  const caption = text === '' ? {} : { caption: text, caption_entities: entities };
  return { ...(type === 'photo' ? photoContent(file) : documentContent(type, file)), ...caption };
}
