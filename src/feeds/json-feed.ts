import { z } from 'zod';
import { type FeedDocument, FeedError } from '../services/feeds/reader.js';
import { htmlToLine, htmlToMarkup } from './html-to-markup.js';
import { isPictureType, picturesOf, type WrittenPicture } from './pictures.js';
import { type Reading, toItem } from './to-item.js';

const text = z.string().optional().catch(undefined);

/** What has another type than it should is as if it were not there. */
const item = z.object({
  id: z
    .union([z.string(), z.number().transform(String)])
    .optional()
    .catch(undefined),
  url: text,
  external_url: text,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  date_published: text,
  date_modified: text,
  image: text,
  attachments: z.array(z.object({ url: text, mime_type: text, title: text })).catch([]),
});

const feed = z.object({ version: z.string().regex(/jsonfeed/i), title: text, items: z.array(z.unknown()) });

/**
 * JSON Feed. @see https://www.jsonfeed.org/version/1.1/
 * @throws {FeedError} `broken` for what is no JSON, `format` for other JSON
 */
export function readJsonFeed(source: string, reading: Reading): FeedDocument {
  const parsed = feed.safeParse(parseJson(source));
  if (!parsed.success) throw new FeedError('format', 'JSON, but no JSON Feed');
  return {
    title: htmlToLine(parsed.data.title ?? ''),
    items: parsed.data.items.flatMap((given) => {
      const { data } = item.safeParse(given);
      return data ? (readItem(data, reading) ?? []) : [];
    }),
  };
}

function readItem(given: z.infer<typeof item>, reading: Reading) {
  const words = given.content_text ?? given.summary ?? '';
  return toItem(
    {
      guid: given.id,
      links: [given.url, given.external_url],
      base: reading.url,
      title: (given.title ?? '').replaceAll(/\s+/g, ' ').trim(),
      text: given.content_html === undefined ? words.trim() : htmlToMarkup(given.content_html, reading.url),
      dates: [given.date_published, given.date_modified],
      pictures: picturesOf(pictures(given), given.content_html, reading.url),
    },
    reading,
  );
}

function pictures({ image, attachments }: z.infer<typeof item>): WrittenPicture[] {
  const attached = attachments.filter((one) => isPictureType(one.mime_type));
  return [{ url: image }, ...attached.map(({ url, title }) => ({ url, alt: title }))];
}

function parseJson(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch (error) {
    throw new FeedError('broken', 'the JSON cannot be read', { cause: error });
  }
}
