import { describe, expect, it } from 'vitest';
import { captionText, messageText } from '../../../../../src/sandbox/emulators/telegram/formatted-text.js';

function message(values: Record<string, unknown>) {
  return messageText({ values, files: new Map() });
}

describe('the length of a message', () => {
  it('does not count tags', () => {
    const text = `<b>${'а'.repeat(4096)}</b>`;
    expect(message({ text, parse_mode: 'HTML' }).text).toHaveLength(4096);
  });

  it('counts an emoji as two units', () => {
    expect(message({ text: '💧'.repeat(2048) }).text).toHaveLength(4096);
    expect(() => message({ text: `${'💧'.repeat(2048)}!` })).toThrow('Bad Request: message is too long');
  });

  it('may not be nothing, nor white space', () => {
    expect(() => message({})).toThrow('Bad Request: message text is empty');
    expect(() => message({ text: ' \n ' })).toThrow('Bad Request: text must be non-empty');
  });

  it('of a caption is 1,024 at most, and may be nothing', () => {
    const caption = (text: string) => captionText({ values: { caption: text }, files: new Map() });
    expect(caption('').text).toBe('');
    expect(caption('а'.repeat(1024)).text).toHaveLength(1024);
    expect(() => caption('а'.repeat(1025))).toThrow('Bad Request: message caption is too long');
  });
});

it('trims white space and moves the formatting with it', () => {
  expect(message({ text: '\n <b> Увага </b>\n', parse_mode: 'html' })).toEqual({
    text: 'Увага',
    entities: [{ type: 'bold', offset: 0, length: 5 }],
  });
});

it('knows no other parse mode than HTML', () => {
  expect(() => message({ text: '*x*', parse_mode: 'Fancy' })).toThrow('Bad Request: unsupported parse_mode');
});

describe('explicit entities', () => {
  const withEntity = (entity: object) => message({ text: 'Увага', entities: [entity] });

  it('format the text', () => {
    const entity = { type: 'text_link', offset: 0, length: 5, url: 'https://nizhynrada.gov.ua' };
    expect(withEntity(entity).entities).toEqual([entity]);
  });

  it.each([
    [
      { type: 'bold', offset: 100, length: 1 },
      'entity begins after the end of the text at UTF-16 offset 100',
    ],
    [
      { type: 'bold', offset: 0, length: 100 },
      'entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 100',
    ],
    [{ type: 'shout', offset: 0, length: 1 }, "can't parse MessageEntity: Unsupported type specified"],
    [{ type: 'text_link', offset: 0, length: 4 }, 'can\'t parse MessageEntity: Can\'t find field "url"'],
    [
      { type: 'text_link', offset: 0, length: 4, url: 'not-a-url' },
      "entity URL 'not-a-url' is invalid: Wrong HTTP URL",
    ],
    [{ type: 'bold', offset: -1, length: 1 }, 'receive an entity with incorrect offset -1'],
  ])('%j are refused', (entity, problem) => {
    expect(() => withEntity(entity)).toThrow(`Bad Request: ${problem}`);
  });
});

it('finds links, commands, mentions, hashtags and e-mails by itself', () => {
  const text = '/help https://nizhynrada.gov.ua/news, @visnyk #вода rada@nizhyn.ua';
  expect(
    message({ text }).entities.map(({ type, offset, length }) => [type, text.slice(offset, offset + length)]),
  ).toEqual([
    ['bot_command', '/help'],
    ['url', 'https://nizhynrada.gov.ua/news'],
    ['mention', '@visnyk'],
    ['hashtag', '#вода'],
    ['email', 'rada@nizhyn.ua'],
  ]);
});
