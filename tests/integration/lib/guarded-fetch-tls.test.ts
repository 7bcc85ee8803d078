import { once } from 'node:events';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { guardedFetch } from '../../../src/lib/guarded-fetch.js';
import { CERTIFICATE, KEY } from '../../support/news-example.js';

const server = https.createServer({ key: KEY, cert: CERTIFICATE }, (request, response) => {
  if (request.url === '/downgrade') response.writeHead(302, { location: 'http://news.example/' });
  response.end(request.headers.host);
});
let url: string;
const options = {
  maxBytes: 100,
  timeoutMs: 5_000,
  maxRedirects: 3,
  isAllowedAddress: () => true,
  resolve: async () => ['127.0.0.1'],
};

beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  url = `https://news.example:${(server.address() as AddressInfo).port}`;
});

afterEach(() => {
  delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
});

afterAll(() => {
  server.close();
});

it('refuses a certificate that nobody vouches for', async () => {
  await expect(guardedFetch(url, options)).rejects.toMatchObject({ kind: 'network' });
});

it('keeps the name in TLS and in the Host header while connecting to the judged address', async () => {
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
  const { bytes } = await guardedFetch(url, options);
  expect(`https://${Buffer.from(bytes)}`).toBe(url);
});

it('refuses a redirect from https to http', async () => {
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
  await expect(guardedFetch(`${url}/downgrade`, options)).rejects.toMatchObject({ kind: 'scheme' });
});
