import { XMLValidator } from 'fast-xml-parser';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Broadcast } from '../../../src/domain/broadcast.js';
import { parseFeed } from '../../../src/feeds/parse-feed.js';
import { createPublicPages } from '../../../src/public/create-public-pages.js';
import { createArchive } from '../../../src/services/broadcasts/archive.js';
import { createBroadcastStore } from '../../../src/storage/broadcasts/broadcast-store.js';
import { ensureIndexes } from '../../../src/storage/connection.js';
import type { WebEnv } from '../../../src/web/env.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { newBroadcast } from '../../support/new-broadcast.js';
import { publicParts } from '../../support/public-parts.js';

const ORIGIN = 'https://visnyk.example';
const SENT = 45;
const READING = { url: `${ORIGIN}/n/feed.xml`, timeZone: 'Europe/Kyiv' };

let database: TestDatabase;
let app: Hono<WebEnv>;
let send: (title: string, minute: number, changes?: Partial<Broadcast>) => Promise<string>;

beforeAll(async () => {
  database = await aDatabase();
  await ensureIndexes(database.connection);
  const store = createBroadcastStore(database.connection);
  send = async (title, minute, changes) => {
    const startedAt = new Date(Date.UTC(2026, 10, 23, 8, minute));
    return (await store.insert(newBroadcast({ title, status: 'finished', startedAt, ...changes }))).id;
  };
  const pages = createPublicPages(publicParts({ archive: createArchive(store), origin: () => ORIGIN }));
  app = new Hono<WebEnv>().route('/', pages);
});
afterAll(() => database.close());

/** Follows «Давніші» to the end. @returns titles as the pages show them */
async function titlesFrom(path: string): Promise<string[]> {
  const titles: string[] = [];
  for (let next: string | undefined = path; next !== undefined; ) {
    const html = await (await app.request(next)).text();
    titles.push(...[...html.matchAll(/<h2><a[^>]*>([^<]*)</g)].map(([, title]) => title ?? ''));
    next = /<a href="([^"]*)" rel="next">/.exec(html)?.[1]?.replaceAll('&amp;', '&');
  }
  return titles;
}

describe('/n and /n/feed.xml', () => {
  it('show what was sent, the newest first, with the words it has by now', async () => {
    const titles = Array.from({ length: SENT }, (_, at) => `Новина ${at}`);
    // Two leave in the same minute: neither is skipped, neither shown twice.
    for (const [at, title] of titles.entries()) await send(title, Math.floor(at / 2));
    expect(await titlesFrom('/n')).toEqual([...titles].reverse());

    const corrected = await send('Міст', 50, { text: 'Рух **обмежено** до 5 грудня.' });
    const amends = {
      broadcastId: corrected,
      number: 1,
      action: 'correction',
      sentAt: new Date(),
      ways: { telegram: 'edit', viber: 'message' },
      reason: undefined,
    } as const;
    await send('Міст', 51, { text: 'Рух **обмежено** до 9 грудня & далі.', amends });
    const html = await (await app.request('/n')).text();
    expect(html).toContain('до 9 грудня &amp; далі.');
    expect(html).not.toContain('до 5 грудня');
    expect(html).toContain('type="application/rss+xml"');

    const answer = await app.request('/n/feed.xml');
    const xml = await answer.text();
    expect(answer.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8');
    expect(XMLValidator.validate(xml)).toBe(true);
    const { items } = parseFeed(Buffer.from(xml), 'application/rss+xml', READING);
    expect(items[0]).toMatchObject({ title: 'Міст', url: `${ORIGIN}/n/${corrected}` });
    expect(items[0]?.text).toContain('до 9 грудня & далі.');
    expect(items).toHaveLength(SENT + 1);
  });

  it('show neither drafts nor what was recalled, cancelled or sent once more to the missed', async () => {
    await send('Чернетка', 0, { status: 'draft', startedAt: undefined });
    await send('Відкликане', 1, { recalledAt: new Date() });
    await send('Скасоване', 2, { status: 'cancelled' });
    await send('Ще раз', 3, { audience: { missed: { broadcastId: 'b', includeUnknown: false } } });
    const titles = await titlesFrom('/n');
    for (const title of ['Чернетка', 'Відкликане', 'Скасоване', 'Ще раз'])
      expect(titles).not.toContain(title);
  });

  it('show one topic with what went to everybody', async () => {
    await send('Афіша', 56, { audience: { topics: ['events'] } });
    await send('Вода', 57, { audience: { topics: ['utilities'] } });
    await send('Для всіх', 58, { audience: { topics: [] } });
    expect((await titlesFrom('/n?topic=events')).slice(0, 2)).toEqual(['Для всіх', 'Афіша']);
    const xml = await (await app.request('/n/feed.xml?topic=events')).text();
    expect(xml).toContain('Афіша');
    expect(xml).not.toContain('<title>Вода</title>');
  });

  it.each(['/n?topic=unknown', '/n/feed.xml?topic=%3Cscript%3E'])('do not know of %s', async (path) => {
    expect((await app.request(path)).status).toBe(404);
  });

  it('escape what an editor typed', async () => {
    await send('<script>alert(1)</script>', 59, { text: ']]><script>alert(2)</script>' });
    expect(await (await app.request('/n')).text()).not.toContain('<script>');
    const xml = await (await app.request('/n/feed.xml')).text();
    expect(XMLValidator.validate(xml)).toBe(true);
    expect(xml).not.toContain('<script>');
  });
});
