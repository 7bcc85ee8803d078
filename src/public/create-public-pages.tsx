import { Hono } from 'hono';
import { parseTopic } from '../domain/topic.js';
import { attachment } from '../web/content-disposition.js';
import type { WebEnv } from '../web/env.js';
import { archiveModel } from './archive-model.js';
import { ArchivePage } from './archive-view.js';
import { articleModel, articleMoment } from './article-model.js';
import { ArticlePage } from './article-view.js';
import { CopyPage } from './copy-view.js';
import { rssFeed } from './feed.js';
import type { PublicMedia, PublicParts } from './parts.js';

/** A correction of a sent broadcast must reach readers soon. */
const PAGE_CACHE = 'public, max-age=60';
/** Broadcasts on one page of the list. */
const ARCHIVE_PAGE = 20;
/** Newest broadcasts in the feed: readers ask at least once a day. */
const FEED_ITEMS = 50;
const FEED_TYPE = 'application/rss+xml; charset=utf-8';
/** A public name stands for its bytes for ever. */
const MEDIA_CACHE = 'public, max-age=31536000, immutable';
/** What our re-encoding makes; anything else (a letter sent with an answer) is downloaded, never shown. */
const PICTURE_TYPES = /^image\/(jpeg|png|gif)$/;

const COPY_PARTS = ['text', 'json'] as const;
/** Who knows the address has the copy: it goes to nobody else. */
const SECRET_ADDRESS = { 'Referrer-Policy': 'no-referrer', 'X-Robots-Tag': 'noindex' };

/** Permanent pages of broadcasts, their pictures, and files that staff sent: for everybody, without sessions and cookies. */
export function createPublicPages({
  archive,
  topics,
  organisation,
  origin,
  findSent,
  openMedia,
  follow,
  copies,
  timeZone,
}: PublicParts): Hono<WebEnv> {
  return new Hono<WebEnv>()
    .get('/n', async (c) => {
      const asked = await chosenTopic(c.req.query('topic'));
      if (!asked) return c.notFound();
      const { chosen, known } = asked;
      const cursor = c.req.query('cursor');
      const page = await archive({ topic: chosen?.id, cursor, limit: ARCHIVE_PAGE });
      const { councilNameGenitive } = await organisation();
      const model = archiveModel({ councilNameGenitive, topics: known, chosen, cursor, page, timeZone });
      return c.html(<ArchivePage archive={model} />, 200, { 'Cache-Control': PAGE_CACHE });
    })
    .get('/n/feed.xml', async (c) => {
      const asked = await chosenTopic(c.req.query('topic'));
      if (!asked) return c.notFound();
      const { chosen, known } = asked;
      const { items } = await archive({ topic: chosen?.id, limit: FEED_ITEMS });
      const { councilName } = await organisation();
      const feed = rssFeed({ councilName, topics: known, chosen, broadcasts: items, origin: origin() });
      const headers = { 'Content-Type': FEED_TYPE, 'Cache-Control': PAGE_CACHE };
      return c.body(feed, 200, headers);
    })
    .get('/n/:id', async (c) => {
      const sent = await findSent(c.req.param('id'));
      if (sent === undefined) return c.notFound();
      const article = articleModel(sent, timeZone);
      return c.html(<ArticlePage article={article} />, 200, { 'Cache-Control': PAGE_CACHE });
    })
    .get('/r/:code', async (c) => {
      // A HEAD only asks what is there: messengers and mail filters do, people do not.
      const url = await follow(c.req.param('code'), c.req.method === 'GET');
      if (url === undefined) return c.notFound();
      c.header('Cache-Control', 'no-store');
      c.header('Referrer-Policy', 'no-referrer');
      return c.redirect(url, 302);
    })
    .get('/copy/:token', async (c) => {
      const copy = await copies.look(c.req.param('token'));
      if (copy === undefined) return c.notFound();
      const until = articleMoment(copy.until, timeZone).words;
      return c.html(<CopyPage parts={copy.parts} until={until} />, 200, SECRET_ADDRESS);
    })
    .post('/copy/:token', async (c) => {
      const part = COPY_PARTS.find((one) => one === c.req.query('part'));
      const file = part && (await copies.take(c.req.param('token'), part));
      if (!file) return c.notFound();
      return c.body(new Uint8Array(file.bytes), 200, {
        ...SECRET_ADDRESS,
        'Content-Type': file.contentType,
        'Content-Disposition': attachment({ name: file.name, latin: `my-data.${part}` }),
      });
    })
    .get('/media/:publicName', async (c) => {
      const media = await openMedia(c.req.param('publicName'));
      if (media === undefined) return c.notFound();
      const headers = mediaHeaders(media);
      if (isKnown(c.req.header('if-none-match'), headers.ETag)) return c.body(null, 304, headers);
      return c.body(new Uint8Array(await media.read()), 200, headers);
    });

  /** @returns undefined for a topic that the city has not */
  async function chosenTopic(word: string | undefined) {
    const known = await topics();
    const id = word === undefined ? undefined : parseTopic(word);
    const chosen = known.find((topic) => topic.id === id);
    return word !== undefined && !chosen ? undefined : { known, chosen };
  }
}

function mediaHeaders({ id, contentType }: PublicMedia) {
  const isPicture = PICTURE_TYPES.test(contentType);
  return {
    'Content-Type': isPicture ? contentType : 'application/octet-stream',
    'Content-Disposition': isPicture ? 'inline' : 'attachment',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': MEDIA_CACHE,
    ETag: `"${id}"`,
    // Messengers and the city's site show them on their own pages.
    'Cross-Origin-Resource-Policy': 'cross-origin',
  };
}

/** Whether the reader has these bytes already. @param given value of If-None-Match, a list of tags */
function isKnown(given: string | undefined, etag: string): boolean {
  return (given ?? '').split(',').some((tag) => ['*', etag, `W/${etag}`].includes(tag.trim()));
}
