import { badRequest } from '../api-error.js';
import { captionText, messageText } from '../formatted-text.js';
import { inputFile } from '../input-file.js';
import { albumMedia, documentContent, MEDIA_METHODS, photoContent } from '../media-content.js';
import { textParameter } from '../parameters.js';
import { send } from '../send.js';
import type { Call, MethodTable } from './method.js';

/** @see https://core.telegram.org/bots/api#sendmessage and the other send methods */
export const sendingMethods: MethodTable = {
  sendMessage({ state, parameters }) {
    const { text, entities } = messageText(parameters);
    return first(send(state, parameters, [{ text, ...(entities.length > 0 && { entities }) }]));
  },

  async sendPhoto({ state, parameters }) {
    const caption = captionText(parameters);
    const file = await inputFile(state, parameters, 'photo', 'photo');
    return first(send(state, parameters, [{ ...photoContent(file), ...captionFields(caption) }]));
  },

  async sendMediaGroup(call) {
    const items = await albumMedia(call.state, call.parameters);
    const albumId = String(call.state.messageIds.peek()) + '7'.repeat(8);
    const contents = items.map((content) => ({ ...content, media_group_id: albumId }));
    return send(call.state, withoutMarkup(call), contents);
  },

  sendLocation({ state, parameters }) {
    const latitude = coordinate(parameters, 'latitude', 90);
    const longitude = coordinate(parameters, 'longitude', 180);
    return first(send(state, parameters, [{ location: { latitude, longitude } }]));
  },

  ...Object.fromEntries(
    MEDIA_METHODS.map(({ method, field }) => [
      method,
      async ({ state, parameters }: Call) => {
        const caption = captionText(parameters);
        const file = await inputFile(state, parameters, field, field);
        return first(
          send(state, parameters, [{ ...documentContent(field, file), ...captionFields(caption) }]),
        );
      },
    ]),
  ),
};

/** Albums carry no keyboard. @see https://core.telegram.org/bots/api#sendmediagroup */
function withoutMarkup({ parameters }: Call): Call['parameters'] {
  const { reply_markup: _ignored, ...values } = parameters.values;
  return { ...parameters, values };
}

function captionFields({ text, entities }: ReturnType<typeof captionText>) {
  if (text === '') return {};
  return { caption: text, ...(entities.length > 0 && { caption_entities: entities }) };
}

function coordinate(parameters: Call['parameters'], name: string, max: number): number {
  const value = Number(textParameter(parameters, name) ?? Number.NaN);
  if (!(Math.abs(value) <= max)) throw badRequest(`invalid ${name} specified`);
  return value;
}

function first<T>(items: readonly T[]): T | undefined {
  return items[0];
}
