import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, type Inline, parseMarkup } from '../../../src/domain/markup.js';
import { htmlToMarkup } from '../../../src/feeds/html-to-markup.js';
import { parseFeed } from '../../../src/feeds/parse-feed.js';
import { TEXT_MAX, TITLE_MAX } from '../../../src/services/broadcasts/input.js';
import { FeedError } from '../../../src/services/feeds/reader.js';

const reading = { url: 'https://city.ua/feed', timeZone: 'Europe/Kyiv' };
/** What parsers stumble over. */
const PIECES =
  '<rss><channel>|<item>|</item>|</channel></rss>|<feed>|</feed>|<entry>|</entry>|<title>|</title>|<description>|</description>|<![CDATA[|]]>|<!--|-->|<!DOCTYPE x [|<!ENTITY a "b">|]>|&a;|&amp;|&#0;|&#xD800;|&#1114112;|<script>|</script|<a href="|">|</a>|<b>|<li>|<p|\'|"|<|>|/|=|<__proto__>|<constructor>|<pubDate>|</pubDate>|<link>|</link>|<link href="javascript:x"/>|[|](|)|**|_|слово|2021-03-01| |\n|\u0000|{"version":"jsonfeed","items":[|]}|{}|,'.split(
    '|',
  );
const soup = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''));
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  soup.map((text) => new TextEncoder().encode(text)),
  soup.map((text) => new TextEncoder().encode(`<rss><channel>${text}</channel></rss>`)),
  soup.map((text) =>
    new TextEncoder().encode(`<feed><entry><title type="html">${text}</title></entry></feed>`),
  ),
);

describe('any bytes', () => {
  it('are a feed within its limits, or fail by a kind', () => {
    fc.assert(
      fc.property(bytes, fc.option(fc.string(), { nil: undefined }), (given, contentType) => {
        try {
          for (const { title, text, url } of parseFeed(given, contentType, reading).items) {
            expect(title.length).toBeGreaterThan(0);
            expect(title.length).toBeLessThanOrEqual(TITLE_MAX);
            expect(text.length).toBeLessThanOrEqual(TEXT_MAX);
            if (url !== undefined) expect(url).toMatch(/^https?:\/\//);
          }
        } catch (error) {
          if (!(error instanceof FeedError)) throw error;
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('never become a link that leads elsewhere than to the web', () => {
    fc.assert(
      fc.property(soup, (html) => {
        for (const url of parseMarkup(htmlToMarkup(html, reading.url)).flatMap(linksOf))
          expect(url).toMatch(/^https?:\/\//);
      }),
      { numRuns: 1_000 },
    );
  });

  it('take time proportional to their length', () => {
    for (const piece of [
      '<',
      '<a ',
      '<!--',
      '<![CDATA[',
      '<script>',
      '<script></script',
      '<a href="',
      '&',
      '<b>',
      '[',
      '<item>',
      "<p '",
    ]) {
      const document = `<rss><channel><item><description>${piece.repeat(300_000 / piece.length)}</description></item></channel></rss>`;
      const began = performance.now();
      try {
        parseFeed(new TextEncoder().encode(document), undefined, reading);
      } catch (error) {
        if (!(error instanceof FeedError)) throw error;
      }
      expect({ piece, isQuick: performance.now() - began < 4_000 }).toEqual({ piece, isQuick: true });
    }
  });
});

function linksOf(block: Block): string[] {
  return block.kind === 'list'
    ? block.items.flatMap(({ children }) => inLinks(children))
    : inLinks(block.children);
}

function inLinks(children: readonly Inline[]): string[] {
  return children.flatMap((child) => {
    if (child.kind === 'text') return [];
    return [...(child.kind === 'link' ? [child.url] : []), ...inLinks(child.children)];
  });
}
