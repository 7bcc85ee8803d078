import type { OutgoingContent } from '../../domain/content.js';
import type { MessageChanges, RenderedPart } from '../../services/outbox/channel.js';
import type { TelegramChange, TelegramPayload } from './payload.js';
import { renderTelegram } from './render.js';

/** What Telegram lets a bot do with its messages. @see https://core.telegram.org/bots/api#updating-messages */
export const telegramChanges: MessageChanges = {
  edit(original, corrected) {
    const before = partsOf(original);
    const after = partsOf(corrected);
    const fits =
      before.length === after.length && before.every((part, index) => isSameMessage(part, after[index]));
    return fits ? after.flatMap((part, index) => toEdit(part, firstMessage(before, index))) : undefined;
  },

  remove: (target) => ({
    payload: { method: 'deleteMessage' } satisfies TelegramChange,
    cost: 1,
    uploads: [],
    target,
    shown: { words: [], pictures: [], file: undefined, buttons: [] },
  }),
};

function partsOf(content: OutgoingContent): readonly RenderedPart[] {
  return renderTelegram(content).parts;
}

/** A text stays a text, and pictures stay what they are: only words are edited. */
function isSameMessage(before: RenderedPart, after: RenderedPart | undefined): boolean {
  return (
    after !== undefined &&
    payloadOf(before).method === payloadOf(after).method &&
    before.uploads.join() === after.uploads.join()
  );
}

/** Where the message of a part stands among all; an album's words are under its first picture. */
function firstMessage(parts: readonly RenderedPart[], index: number): number {
  return parts.slice(0, index).reduce((count, { cost }) => count + cost, 0);
}

/** All words are edited, also those that stay: an earlier correction may have changed them. */
function toEdit(part: RenderedPart, target: number): RenderedPart[] {
  const change = toChange(payloadOf(part));
  return change && part.shown.words.length > 0
    ? [{ ...part, payload: change, cost: 1, uploads: [], target }]
    : [];
}

function toChange(payload: TelegramPayload): TelegramChange | undefined {
  switch (payload.method) {
    case 'sendMessage':
      return { method: 'editMessageText', text: payload.text, markup: payload.markup };
    case 'sendPhoto':
      return { method: 'editMessageCaption', caption: payload.caption, markup: payload.markup };
    case 'sendMediaGroup':
      return { method: 'editMessageCaption', caption: payload.caption };
    default:
      return undefined;
  }
}

function payloadOf({ payload }: RenderedPart): TelegramPayload {
  // Made by renderTelegram, just above.
  return payload as TelegramPayload;
}
