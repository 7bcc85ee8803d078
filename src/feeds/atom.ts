import type { FeedDocument } from '../services/feeds/reader.js';
import { htmlToLine, htmlToMarkup } from './html-to-markup.js';
import { isPictureType, picturesOf } from './pictures.js';
import { resolveUrl } from './resolve-url.js';
import { type Reading, toItem, type WrittenItem } from './to-item.js';
import { attribute, childOf, childrenOf, rawText, type XmlElement, xmlText } from './xml-tree.js';

/** Atom. @see https://www.rfc-editor.org/rfc/rfc4287 */
export function readAtom(feed: XmlElement, reading: Reading): FeedDocument {
  const base = baseOf(feed, reading.url);
  return {
    title: line(childOf(feed, 'title')),
    items: childrenOf(feed, 'entry').flatMap(
      (entry) => toItem(written(entry, baseOf(entry, base)), reading) ?? [],
    ),
  };
}

function written(entry: XmlElement, base: string): WrittenItem {
  const linked = (rel: string) =>
    childrenOf(entry, 'link').filter((link) => (attribute(link, 'rel') ?? 'alternate') === rel);
  const pictures = linked('enclosure').filter((link) => isPictureType(attribute(link, 'type')));
  return {
    guid: xmlText(childOf(entry, 'id')),
    links: linked('alternate').map((link) => attribute(link, 'href')),
    base,
    title: line(childOf(entry, 'title')),
    text: paragraphs(childOf(entry, 'content'), base) || paragraphs(childOf(entry, 'summary'), base),
    dates: [xmlText(childOf(entry, 'published')), xmlText(childOf(entry, 'updated'))],
    pictures: picturesOf(
      pictures.map((link) => ({ url: attribute(link, 'href') })),
      htmlOf(childOf(entry, 'content')) ?? htmlOf(childOf(entry, 'summary')),
      base,
    ),
  };
}

function baseOf(element: XmlElement, around: string): string {
  return resolveUrl(attribute(element, 'xml:base') ?? '', around) ?? around;
}

/** A text construct in one line. */
function line(element: XmlElement | undefined): string {
  const text = htmlOf(element);
  return text === undefined ? xmlText(element).replaceAll(/\s+/g, ' ') : htmlToLine(text);
}

/** A text construct as markup; what is no text (a picture, a page elsewhere) is ''. */
function paragraphs(element: XmlElement | undefined, base: string): string {
  const html = htmlOf(element);
  if (html !== undefined) return htmlToMarkup(html, baseOf(element ?? {}, base));
  return ['text', 'text/plain', undefined].includes(attribute(element, 'type')) ? xmlText(element) : '';
}

/** The HTML of a construct that is HTML. */
function htmlOf(element: XmlElement | undefined): string | undefined {
  const type = attribute(element, 'type');
  if (type === 'xhtml' || type === 'application/xhtml+xml') return rawText(element);
  return type === 'html' || type === 'text/html' ? xmlText(element) : undefined;
}
