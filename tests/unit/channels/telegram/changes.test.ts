import { describe, expect, it } from 'vitest';
import { telegramChanges } from '../../../../src/channels/telegram/changes.js';
import type { OutgoingContent } from '../../../../src/domain/content.js';

const picture = (fileId: string) => ({ fileId, publicName: `${fileId}.jpg`, alt: 'Міст' });
const content = (text: string, more: Partial<OutgoingContent> = {}): OutgoingContent => ({
  format: 'markup',
  title: 'Міст',
  text,
  ...more,
});
const keyboard = {
  placement: 'message',
  rows: [[{ label: 'Читати', action: { kind: 'url', url: 'https://example.org' } }]],
} as const;
const LONG = 'слово '.repeat(400);

/** What each call changes: method and which message. */
function calls(original: OutgoingContent, corrected: OutgoingContent) {
  return telegramChanges
    .edit(original, corrected)
    ?.map(({ payload, target, cost }) => [(payload as { method: string }).method, target, cost]);
}

describe('a correction in Telegram', () => {
  it('edits a text, with its buttons', () => {
    const [part] =
      telegramChanges.edit(content('вівторок', { keyboard }), content('середа', { keyboard })) ?? [];
    expect(part).toMatchObject({
      payload: {
        method: 'editMessageText',
        text: '<b>Міст</b>\n\nсереда',
        markup: { inline_keyboard: [[{ text: 'Читати' }]] },
      },
      target: 0,
      cost: 1,
      uploads: [],
    });
  });

  it('edits the words under a picture', () => {
    const pictures = [picture('a')];
    expect(calls(content('так', { pictures }), content('не так', { pictures }))).toEqual([
      ['editMessageCaption', 0, 1],
    ]);
  });

  it('edits the words under the first picture of an album', () => {
    const pictures = [picture('a'), picture('b')];
    expect(calls(content('так', { pictures }), content('не так', { pictures }))).toEqual([
      ['editMessageCaption', 0, 1],
    ]);
  });

  it('edits the text after an album, which has as many messages as pictures', () => {
    const pictures = [picture('a'), picture('b')];
    expect(calls(content('так', { pictures, keyboard }), content('ні', { pictures, keyboard }))).toEqual([
      ['editMessageText', 2, 1],
    ]);
  });

  it('edits every part of a long text', () => {
    expect(calls(content(LONG.repeat(2)), content(`${LONG.repeat(2)}.`))).toEqual([
      ['editMessageText', 0, 1],
      ['editMessageText', 1, 1],
    ]);
  });

  it.each([
    ['more messages', content('коротко'), content(LONG.repeat(2))],
    ['fewer messages', content(LONG.repeat(2)), content('коротко')],
    [
      'a text where there was a caption',
      content('коротко', { pictures: [picture('a')] }),
      content(LONG, { pictures: [picture('a')] }),
    ],
  ])('does not fit: %s', (_case, original, corrected) => {
    expect(telegramChanges.edit(original, corrected)).toBeUndefined();
  });
});
