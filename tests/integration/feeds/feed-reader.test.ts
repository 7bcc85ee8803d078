import { once } from 'node:events';
import http, { type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { createFeedReader, FEED_FETCH_LIMITS } from '../../../src/feeds/feed-reader.js';
import { guardedFetch } from '../../../src/lib/guarded-fetch.js';

const RSS = '<rss><channel><title>Сайт</title><item><title>А</title><link>n/1</link></item></channel></rss>';
const NONE = { etag: undefined, lastModified: undefined };
const servers: http.Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = http.createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  servers.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** @param resolve what the names of the test stand for */
const aReader = (resolve: Record<string, string> = {}) =>
  createFeedReader({
    fetch: (url, headers) =>
      guardedFetch(url, {
        ...FEED_FETCH_LIMITS,
        headers,
        isAllowedAddress: (address) => address === '127.0.0.1',
        resolve: async (host) => [resolve[host] ?? '127.0.0.1'],
      }),
    timeZone: 'Europe/Kyiv',
  });

it('asks only for what is newer than the version it has', async () => {
  const asked: (string | undefined)[] = [];
  const url = await serve((request, response) => {
    asked.push(request.headers['if-none-match'], request.headers['if-modified-since']);
    if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end();
    else response.writeHead(200, { etag: '"v1"', 'last-modified': 'Mon, 01 Mar 2021 10:00:00 GMT' }).end(RSS);
  });
  const reader = aReader();
  const first = await reader.read(url, NONE);
  expect(first).toMatchObject({ etag: '"v1"', lastModified: 'Mon, 01 Mar 2021 10:00:00 GMT' });
  if (first.kind !== 'document') throw new Error('the first answer is a document');
  expect(await reader.read(url, first)).toEqual({ kind: 'unchanged' });
  expect(asked).toEqual([undefined, undefined, '"v1"', 'Mon, 01 Mar 2021 10:00:00 GMT']);
});

it('takes relative links from where it was redirected to', async () => {
  const url = await serve((request, response) => {
    if (request.url === '/rss') response.writeHead(301, { location: '/news/feed.xml' }).end();
    else response.end(RSS);
  });
  const answer = await aReader().read(`${url}/rss`, NONE);
  expect(answer.kind === 'document' && answer.document.items[0]?.url).toBe(`${url}/news/n/1`);
});

it('refuses private addresses: written, resolved, and at every redirect', async () => {
  const reader = aReader({ 'inside.example': '10.0.0.5' });
  const url = await serve((request, response) => {
    response.writeHead(302, { location: `http://${request.url?.slice(1)}/` }).end();
  });
  for (const target of [
    'http://169.254.169.254/',
    'http://inside.example/',
    `${url}/192.168.0.1`,
    `${url}/inside.example`,
    'file:///etc/passwd',
  ])
    await expect(reader.read(target, NONE)).rejects.toMatchObject({ kind: 'address' });
});

it('has an end: of redirects and of bytes', async () => {
  const url = await serve((request, response) => {
    if (request.url === '/round') response.writeHead(302, { location: '/round' }).end();
    else response.end(Buffer.alloc(FEED_FETCH_LIMITS.maxBytes + 1, 'x'));
  });
  await expect(aReader().read(`${url}/round`, NONE)).rejects.toMatchObject({ kind: 'redirects' });
  await expect(aReader().read(`${url}/big`, NONE)).rejects.toMatchObject({ kind: 'tooLarge' });
});
