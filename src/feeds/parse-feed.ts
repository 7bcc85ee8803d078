import { type FeedDocument, FeedError } from '../services/feeds/reader.js';
import { readAtom } from './atom.js';
import { decodeFeed } from './decode.js';
import { readJsonFeed } from './json-feed.js';
import { readRss } from './rss.js';
import type { Reading } from './to-item.js';
import { childOf, parseXml, type XmlElement } from './xml-tree.js';

/** Items of one feed that are looked at; sites give 10 to 500. */
const ITEMS_MAX = 2_000;

const READERS: Readonly<Record<string, (root: XmlElement, reading: Reading) => FeedDocument>> = {
  rss: readRss,
  'rdf:RDF': readRss,
  feed: readAtom,
};

const ROOT = /<(rss|rdf:RDF|feed)(?=[\s>])/;
const PAGE = /<(?:!doctype\s+html|html|head|body)(?=[\s>])/i;

/**
 * Reads RSS, Atom or JSON Feed, whatever the server calls it. What stands before the root (warnings of a broken site,
 * a DOCTYPE with its entities) and after it is not looked at.
 *
 * @param contentType header of the answer: only its `charset` counts
 * @throws {FeedError} `html`, `blank`, `format` or `broken`, and nothing else
 */
export function parseFeed(
  bytes: Uint8Array,
  contentType: string | undefined,
  reading: Reading,
): FeedDocument {
  const source = decodeFeed(bytes, contentType).trim();
  if (source === '') throw new FeedError('blank', 'the answer is empty');
  const document = source.startsWith('{') ? readJsonFeed(source, reading) : readXml(source, reading);
  return { ...document, items: document.items.slice(0, ITEMS_MAX) };
}

function readXml(source: string, reading: Reading): FeedDocument {
  const root = ROOT.exec(source);
  const page = PAGE.exec(source);
  if (page && (!root || page.index < root.index))
    throw new FeedError('html', 'a page came instead of a feed');
  const [, name = ''] = root ?? [];
  const read = READERS[name];
  if (!root || !read) throw new FeedError('format', 'neither RSS, Atom nor JSON Feed');
  const end = source.lastIndexOf(`</${name}`);
  if (end < root.index) throw new FeedError('broken', `<${name}> does not end`);
  const element = childOf(parseXml(`${source.slice(root.index, end)}</${name}>`), name);
  if (!element) throw new FeedError('broken', `<${name}> cannot be read`);
  return read(element, reading);
}
