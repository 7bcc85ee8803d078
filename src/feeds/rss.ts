import type { FeedDocument } from '../services/feeds/reader.js';
import { htmlToLine, htmlToMarkup } from './html-to-markup.js';
import { isPictureType, picturesOf, type WrittenPicture } from './pictures.js';
import { resolveUrl } from './resolve-url.js';
import { type Reading, toItem, type WrittenItem } from './to-item.js';
import { attribute, childOf, childrenOf, type XmlElement, xmlText } from './xml-tree.js';

/** RSS 2.0 and its elders. @param root `<rss>`, or `<rdf:RDF>` whose items stand beside the channel */
export function readRss(root: XmlElement, reading: Reading): FeedDocument {
  const channel = childOf(root, 'channel');
  const site = resolveUrl(xmlText(childOf(channel, 'link')), reading.url) ?? reading.url;
  const items = [...childrenOf(channel, 'item'), ...childrenOf(root, 'item')];
  return {
    title: htmlToLine(xmlText(childOf(channel, 'title'))),
    items: items.flatMap((item) => toItem(written(item, site), reading) ?? []),
  };
}

function written(item: XmlElement, site: string): WrittenItem {
  const guid = childOf(item, 'guid');
  const id = xmlText(guid);
  const isAddress = attribute(guid, 'isPermaLink') !== 'false' && /^https?:\/\//i.test(id);
  const links = childrenOf(item, 'link').map((link) => xmlText(link));
  const base = attribute(item, 'xml:base') ?? site;
  const html = xmlText(childOf(item, 'content:encoded')) || xmlText(childOf(item, 'description'));
  return {
    guid: id,
    links: [...links, attribute(childOf(item, 'atom:link'), 'href'), isAddress ? id : undefined],
    base,
    title: htmlToLine(xmlText(childOf(item, 'title'))),
    text: htmlToMarkup(html, base),
    dates: [xmlText(childOf(item, 'pubDate')), xmlText(childOf(item, 'dc:date'))],
    pictures: picturesOf(pictures(item), html, base),
  };
}

/** `<enclosure>`, and Media RSS. @see https://www.rssboard.org/media-rss */
function pictures(item: XmlElement): WrittenPicture[] {
  const media = [item, ...childrenOf(item, 'media:group')].flatMap((one) => childrenOf(one, 'media:content'));
  return [...childrenOf(item, 'enclosure'), ...media]
    .filter((one) => attribute(one, 'medium') === 'image' || isPictureType(attribute(one, 'type')))
    .map((one) => ({
      url: attribute(one, 'url'),
      alt: xmlText(childOf(one, 'media:description')) || xmlText(childOf(one, 'media:title')),
    }));
}
