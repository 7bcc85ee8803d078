import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../../../../src/sandbox/emulators/telegram/html.js';

describe('what Telegram formats', () => {
  it.each([
    ['<b>Увага</b>', 'bold'],
    ['<strong>Увага</strong>', 'bold'],
    ['<i>Увага</i>', 'italic'],
    ['<em>Увага</em>', 'italic'],
    ['<u>Увага</u>', 'underline'],
    ['<ins>Увага</ins>', 'underline'],
    ['<s>Увага</s>', 'strikethrough'],
    ['<strike>Увага</strike>', 'strikethrough'],
    ['<del>Увага</del>', 'strikethrough'],
    ['<tg-spoiler>Увага</tg-spoiler>', 'spoiler'],
    ['<span class="tg-spoiler">Увага</span>', 'spoiler'],
    ['<code>Увага</code>', 'code'],
    ['<pre>Увага</pre>', 'pre'],
    ['<blockquote>Увага</blockquote>', 'blockquote'],
    ['<blockquote expandable>Увага</blockquote>', 'expandable_blockquote'],
    ['<B>Увага</b >', 'bold'],
  ])('%s', (html, type) => {
    expect(parseHtml(html)).toEqual({ text: 'Увага', entities: [{ type, offset: 0, length: 5 }] });
  });

  it.each([
    [
      '<a href="https://nizhynrada.gov.ua/?a=1&amp;b=2">сайт</a>',
      { type: 'text_link', url: 'https://nizhynrada.gov.ua/?a=1&b=2' },
    ],
    ["<a href='https://nizhynrada.gov.ua'>сайт</a>", { type: 'text_link', url: 'https://nizhynrada.gov.ua' }],
    [
      '<tg-emoji emoji-id="5368324170671202286">сайт</tg-emoji>',
      { type: 'custom_emoji', custom_emoji_id: '5368324170671202286' },
    ],
    [
      '<tg-time unix="1647531900" format="wDT">сайт</tg-time>',
      { type: 'date_time', unix_time: 1647531900, date_time_format: 'wDT' },
    ],
    ['<pre><code class="language-sql">сайт</code></pre>', { type: 'pre', language: 'sql' }],
  ])('%s', (html, entity) => {
    expect(parseHtml(html)).toEqual({ text: 'сайт', entities: [{ offset: 0, length: 4, ...entity }] });
  });

  it('counts offsets in UTF-16 units', () => {
    expect(parseHtml('💧💧 <b>вода</b>')).toEqual({
      text: '💧💧 вода',
      entities: [{ type: 'bold', offset: 5, length: 4 }],
    });
  });

  it('keeps nested formatting, outer first', () => {
    expect(parseHtml('<b>так <i>і ні</i></b>').entities).toEqual([
      { type: 'bold', offset: 0, length: 8 },
      { type: 'italic', offset: 4, length: 4 },
    ]);
  });

  it('drops formatting inside code, and empty elements', () => {
    expect(parseHtml('<code>a<b>b</b></code><i></i>').entities).toEqual([
      { type: 'code', offset: 0, length: 2 },
    ]);
  });

  it('leaves the text of a link nobody could open', () => {
    expect(parseHtml('<a href="http://localhost:3000">сайт</a>')).toEqual({ text: 'сайт', entities: [] });
  });
});

describe('character references', () => {
  it.each([
    ['&lt;&gt;&amp;&quot;', '<>&"'],
    ['&#8470;&#x2116;', '№№'],
    ['&#128167', '💧'],
    ['&nbsp;&laquo;', '&nbsp;&laquo;'],
    ['5 & 6 && 7', '5 & 6 && 7'],
  ])('%s', (html, text) => {
    expect(parseHtml(html).text).toBe(text);
  });
});

describe('what Telegram refuses, in its words', () => {
  it.each([
    ['<br>', 'Unsupported start tag "br" at byte offset 0'],
    ['Так<p>ні</p>', 'Unsupported start tag "p" at byte offset 6'],
    ['<b>Увага', 'Can\'t find end tag corresponding to start tag "b"'],
    ['Увага</b>', 'Unexpected end tag at byte offset 10'],
    ['<b><i>test</b></i>', 'Unmatched end tag at byte offset 10, expected "</i>", found "</b>"'],
    ['<b', 'Unclosed start tag at byte offset 0'],
    ['2 < 3', 'Unsupported start tag "" at byte offset 2'],
    ['<b>Увага</b', 'Unclosed end tag at byte offset 13'],
    ['<span>Увага</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ['<a href>x</a>', 'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0'],
    ['<a href="x>y</a>', 'Unclosed start tag at byte offset 0'],
    ['<a href=x"y">z</a>', 'Unexpected end of name token at byte offset 8'],
    ['<tg-emoji emoji-id="9999999999999999999">x</tg-emoji>', 'Invalid custom emoji identifier specified'],
  ])('%s', (html, problem) => {
    expect(() => parseHtml(html)).toThrow(`Bad Request: can't parse entities: ${problem}`);
  });
});

it('gives back any text that was escaped', () => {
  const escapeHtml = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(parseHtml(`<b>${escapeHtml(text)}</b>`).text).toBe(text);
    }),
  );
});
