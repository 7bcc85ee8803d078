import { XMLParser } from 'fast-xml-parser';
import { FeedError } from '../services/feeds/reader.js';
import { decodeEntities } from './entities.js';

/** An element as the parser gives it: its text as it was written, attributes with `@`, elements by name. */
export type XmlElement = Readonly<Record<string, unknown>>;

/** Elements below each other; feeds have about six. */
const DEPTH_MAX = 40;

/** Names whose content is read as it stands: HTML that is not well-formed must not confuse the rest. */
const RAW = ['title', 'subtitle', 'description', 'summary', 'content', 'content:encoded'];

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  alwaysCreateTextNode: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  // We decode them ourselves, by a fixed table: what a document defines is never expanded.
  processEntities: false,
  jPath: false,
  stopNodes: RAW.map((name) => `..${name}`),
  maxNestedTags: DEPTH_MAX,
});

/** A `<` that begins no tag: «вода < 5 грн». */
const LONE = /<(?![a-zA-Z_/!?])/g;

/** @throws {FeedError} `broken` */
export function parseXml(xml: string): XmlElement {
  try {
    return elementOf(parser.parse(xml.replaceAll(LONE, '&lt;'))) ?? {};
  } catch (error) {
    throw new FeedError('broken', 'the markup cannot be read', { cause: error });
  }
}

/** Every element of that name directly below, in their order. */
export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  const found = element && Object.hasOwn(element, name) ? element[name] : [];
  return (Array.isArray(found) ? found : [found]).map(elementOf).filter((child) => child !== undefined);
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return childrenOf(element, name)[0];
}

const CDATA = '<![CDATA[';

/** What stands between the tags, as it was written. */
export function rawText(element: XmlElement | undefined): string {
  const text = element?.['#text'];
  return typeof text === 'string' ? text : '';
}

/** What stands between the tags, as XML means it: entities decoded once, CDATA as it is. */
export function xmlText(element: XmlElement | undefined): string {
  const raw = rawText(element);
  let text = '';
  let place = 0;
  for (;;) {
    const start = raw.indexOf(CDATA, place);
    if (start === -1) return (text + decodeEntities(raw.slice(place))).trim();
    const end = raw.indexOf(']]>', start);
    const inside = raw.slice(start + CDATA.length, end === -1 ? raw.length : end);
    text += decodeEntities(raw.slice(place, start)) + inside;
    if (end === -1) return text.trim();
    place = end + 3;
  }
}

/** Undefined when the element has none of that name. */
export function attribute(element: XmlElement | undefined, name: string): string | undefined {
  const value = element?.[`@${name}`];
  return typeof value === 'string' ? decodeEntities(value).trim() : undefined;
}

function elementOf(value: unknown): XmlElement | undefined {
  // The parser makes plain objects of elements and texts of nothing else (`alwaysCreateTextNode`).
  return typeof value === 'object' && value !== null ? (value as XmlElement) : undefined;
}
