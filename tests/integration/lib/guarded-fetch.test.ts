import { once } from 'node:events';
import http, { type RequestListener } from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { type GuardedFetchOptions, guardedFetch } from '../../../src/lib/guarded-fetch.js';
import { GuardedFetchError } from '../../../src/lib/guarded-fetch-error.js';
import { until } from '../../support/until.js';

const servers: net.Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    if (server instanceof http.Server) server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }
});

/** Starts a server and says where: `http://<host>:<port>`. */
async function serve(listener: RequestListener, host = '127.0.0.1', port = 0) {
  return listen(http.createServer(listener), host, port);
}

async function listen(server: net.Server, host = '127.0.0.1', port = 0) {
  server.listen(port, host);
  await once(server, 'listening');
  servers.push(server);
  const { port: chosen } = server.address() as AddressInfo;
  return { server, port: chosen, url: `http://${host}:${chosen}` };
}

/** Resolves when every connection of the server is closed. */
async function drained(server: net.Server) {
  const count = () =>
    new Promise<number>((resolve, reject) =>
      server.getConnections((error, n) => (error ? reject(error) : resolve(n))),
    );
  await until('every connection to close', async () => (await count()) === 0);
}

const limits = { maxBytes: 1_000, timeoutMs: 5_000, maxRedirects: 3 };
const onlyTestServer: GuardedFetchOptions = {
  ...limits,
  allowHttp: true,
  isAllowedAddress: (address) => address === '127.0.0.1',
};

async function failure(url: string, options: GuardedFetchOptions = onlyTestServer) {
  const error = await guardedFetch(url, options).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof GuardedFetchError ? error.kind : error;
}

describe('guarded fetch', () => {
  it('brings the bytes, the declared type and the last address', async () => {
    const { url, server } = await serve((request, response) => {
      if (request.url === '/a') response.writeHead(302, { location: '/b' }).end('moved');
      else response.writeHead(200, { 'content-type': 'image/png' }).end('bytes');
    });
    const result = await guardedFetch(`${url}/a`, onlyTestServer);
    expect(result).toMatchObject({ status: 200, contentType: 'image/png', finalUrl: `${url}/b` });
    expect(Buffer.from(result.bytes).toString()).toBe('bytes');
    await drained(server);
  });

  it('passes conditional headers on and takes 304 for an answer', async () => {
    const { url } = await serve((request, response) => {
      response.writeHead(request.headers['if-none-match'] === '"x"' ? 304 : 500).end();
    });
    const result = await guardedFetch(url, { ...onlyTestServer, headers: { 'if-none-match': '"x"' } });
    expect(result).toMatchObject({ status: 304, bytes: Buffer.alloc(0) });
  });

  it('asks for uncompressed bytes and does not unpack what comes compressed', async () => {
    const packed = gzipSync(Buffer.alloc(500_000));
    const { url } = await serve((request, response) => {
      expect(request.headers['accept-encoding']).toBe('identity');
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed);
    });
    const { bytes } = await guardedFetch(url, onlyTestServer);
    expect(bytes.length).toBe(packed.length);
  });
});

describe('what guarded fetch refuses to connect to', () => {
  it.each([
    'http://127.0.0.1/',
    'http://0x7f000001/',
    'http://2130706433/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'http://①②⑦.0.0.1/',
    'http://127.0.0.1./',
    'http://0/',
    'http://[::1]/',
    'http://[::]/',
    'http://[::ffff:10.0.0.1]/',
    'http://[::127.0.0.1]/',
    'http://[64:ff9b::a9fe:a9fe]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://localhost/',
    'https://8.8.8.8:22/',
  ])('%s', async (url) => {
    expect(await failure(url, { ...limits, allowHttp: true })).toBe('forbiddenAddress');
  });

  it.each(['127.0.0.1', '10.1.2.3', '::1', 'fd12::1', '::ffff:192.168.0.1'])(
    'a name that resolves to %s',
    async (address) => {
      const resolve = async () => [address];
      expect(await failure('https://news.example/', { ...limits, resolve })).toBe('forbiddenAddress');
    },
  );

  it('the forbidden one of several addresses of a name', async () => {
    let reached = 0;
    const { port } = await serve((_request, response) => response.end('fine'));
    await serve(() => reached++, '127.0.0.2', port);
    const resolve = async () => ['127.0.0.2', '127.0.0.1'];
    const { bytes } = await guardedFetch(`http://news.example:${port}/`, { ...onlyTestServer, resolve });
    expect(Buffer.from(bytes).toString()).toBe('fine');
    expect(reached).toBe(0);
  });

  it('an address that DNS gives only after the check', async () => {
    let reached = 0;
    const { port } = await serve((_request, response) =>
      response.writeHead(302, { location: '/again' }).end(),
    );
    await serve(() => reached++, '127.0.0.2', port);
    const answers = [['127.0.0.1'], ['127.0.0.2']];
    const resolve = async () => answers.shift() ?? ['127.0.0.2'];
    expect(await failure(`http://rebind.example:${port}/`, { ...onlyTestServer, resolve })).toBe(
      'forbiddenAddress',
    );
    expect(answers).toEqual([]); // one look-up for each connection, none beside it
    expect(reached).toBe(0);
  });

  it.each([
    ['a private address', 'http://10.0.0.1/', 'forbiddenAddress'],
    ['the metadata service', 'http://169.254.169.254/', 'forbiddenAddress'],
    ['a file', 'file:///etc/passwd', 'scheme'],
    ['a URL with a password', 'http://a:b@127.0.0.1/', 'url'],
    ['nowhere', 'http://[', 'url'],
  ])('%s after a redirect', async (_what, location, kind) => {
    const { url, server } = await serve((_request, response) => response.writeHead(301, { location }).end());
    expect(await failure(url)).toBe(kind);
    await drained(server);
  });

  it('plain http unless allowed, other schemes, credentials, nonsense', async () => {
    expect(await failure('http://news.example/', limits)).toBe('scheme');
    expect(await failure('ftp://news.example/')).toBe('scheme');
    expect(await failure('https://editor:secret@news.example/')).toBe('url');
    expect(await failure('не адреса')).toBe('url');
  });
});

describe('the limits of guarded fetch', () => {
  it('refuses a declared size at once', async () => {
    const { url, server } = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': 1_001 }).flushHeaders();
    });
    expect(await failure(url)).toBe('tooLarge');
    await drained(server);
  });

  it('counts what arrives when no size is declared', async () => {
    const { url, server } = await serve((_request, response) => {
      response.write(Buffer.alloc(600));
      response.write(Buffer.alloc(600)); // and never ends
    });
    expect(await failure(url)).toBe('tooLarge');
    await drained(server);
  });

  it('takes exactly as much as allowed', async () => {
    const { url } = await serve((_request, response) => response.end(Buffer.alloc(1_000)));
    expect((await guardedFetch(url, onlyTestServer)).bytes.length).toBe(1_000);
  });

  it('does not take a body that breaks off for a whole one', async () => {
    const { url } = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': 900 });
      response.write(Buffer.alloc(100), () => response.destroy());
    });
    expect(await failure(url)).toBe('network');
  });

  it.each<[string, RequestListener]>([
    ['never answers', () => undefined],
    ['stops in the body', (_request, response) => void response.write('x')],
    [
      'drips bytes for ever',
      (_request, response) => {
        const timer = setInterval(() => response.write('x'), 5);
        response.on('close', () => clearInterval(timer));
      },
    ],
    [
      'redirects slowly for ever',
      (_request, response) =>
        void setTimeout(20).then(() => response.writeHead(302, { location: '/' }).end()),
    ],
  ])('gives up on a server that %s', async (_what, listener) => {
    const { url, server } = await serve(listener);
    const options = { ...onlyTestServer, timeoutMs: 200, maxRedirects: 1_000 };
    expect(await failure(url, options)).toBe('timeout');
    await drained(server);
  });

  it('gives up on a server that accepts and says nothing, and on a stalled resolver', async () => {
    const { url, server } = await listen(net.createServer((socket) => socket.resume()));
    expect(await failure(url, { ...onlyTestServer, timeoutMs: 100 })).toBe('timeout');
    await drained(server);
    const resolve = () => new Promise<string[]>(() => undefined);
    expect(await failure('https://news.example/', { ...limits, timeoutMs: 100, resolve })).toBe('timeout');
  });

  it('follows as many redirects as allowed and no more', async () => {
    const { url } = await serve((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left > 0) response.writeHead(307, { location: `/${left - 1}` });
      response.end();
    });
    expect((await guardedFetch(`${url}/3`, onlyTestServer)).status).toBe(200);
    expect(await failure(`${url}/4`)).toBe('redirects');
  });

  it('stops with the reason of a caller that gave up', async () => {
    const { url, server } = await serve(() => controller.abort(reason));
    const controller = new AbortController();
    const reason = new Error('stopping');
    expect(await failure(url, { ...onlyTestServer, signal: controller.signal })).toBe(reason);
    await drained(server);
  });

  it('tells errors of the server and of the network apart', async () => {
    const { url, server } = await serve((_request, response) => response.writeHead(404).end('no'));
    expect(await failure(url)).toBe('status');
    await drained(server);
    server.close();
    await once(server, 'close');
    servers.pop();
    expect(await failure(url)).toBe('network');
    const garbled = await listen(net.createServer((socket) => socket.resume().end('not http\r\n\r\n')));
    expect(await failure(garbled.url)).toBe('network');
    const resolve = () => Promise.reject(new Error('ENOTFOUND'));
    expect(await failure('https://news.example/', { ...limits, resolve })).toBe('network');
  });
});
