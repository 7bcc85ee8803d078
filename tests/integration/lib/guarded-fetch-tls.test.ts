import { once } from 'node:events';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { guardedFetch } from '../../../src/lib/guarded-fetch.js';

/** Made for these tests, signed by itself, for news.example; used nowhere else. */
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgTDEvkIGT8Obwh0K+
B0wX4zEta+RyE1/PlvGAl7db+TKhRANCAARxFddpDMthIVOdDpH7QPl03IhFqonJ
2uyAKGtYff0iTt1G30cXxgHNH1u3hzvwDxuhGi/5nN3N4jR03msX0f2H
-----END PRIVATE KEY-----`;
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBnzCCAUSgAwIBAgIUPNULdwL+DT4xCiz7ONWt94eMSdEwCgYIKoZIzj0EAwIw
FzEVMBMGA1UEAwwMbmV3cy5leGFtcGxlMCAXDTI2MTEyMzEwNDIyOVoYDzIxMjYx
MDMwMTA0MjI5WjAXMRUwEwYDVQQDDAxuZXdzLmV4YW1wbGUwWTATBgcqhkjOPQIB
BggqhkjOPQMBBwNCAARxFddpDMthIVOdDpH7QPl03IhFqonJ2uyAKGtYff0iTt1G
30cXxgHNH1u3hzvwDxuhGi/5nN3N4jR03msX0f2Ho2wwajAdBgNVHQ4EFgQUc7lE
ndVjrPtfGRrAYqvnbsQX7aEwHwYDVR0jBBgwFoAUc7lEndVjrPtfGRrAYqvnbsQX
7aEwDwYDVR0TAQH/BAUwAwEB/zAXBgNVHREEEDAOggxuZXdzLmV4YW1wbGUwCgYI
KoZIzj0EAwIDSQAwRgIhAOYjcdoQv2J54YHXCPdx8qWMHQQ8v9hl6VX2M6OJ9V4O
AiEA9ly+EBlXb+gTqhQgkyGR+SWkHdDpOofN4O0o3bUJxOM=
-----END CERTIFICATE-----`;

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
