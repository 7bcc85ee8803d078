import { Hono } from 'hono';
import { Registry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../src/domain/refusal.js';
import type { Logger } from '../../../src/lib/log.js';
import { bodyLimit } from '../../../src/web/body-limit.js';
import type { WebEnv } from '../../../src/web/env.js';
import { createServer, type ServerParts } from '../../../src/web/server.js';

const pages = new Hono<WebEnv>()
  .get('/hello', (c) => c.text('Вітаю'))
  .get('/missing', () => {
    throw new Refusal('notFound', 'appeal.unknown', 'Такого звернення немає.');
  })
  .get('/secret/:token', () => {
    throw new TypeError('x is not a function');
  })
  .get('/database', () => {
    throw new Error('duplicate key { email: "olena@example.ua" }');
  })
  .post('/form', async (c) => c.text(String((await c.req.text()).length)));

describe('the HTTP shell', () => {
  it('adds the strict headers to every answer', async () => {
    const { headers } = await aServer().request('/hello');
    expect(headers.get('content-security-policy')).toContain("script-src 'self'; style-src 'self'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  it('asks browsers for https once there is an outside address, on errors too', async () => {
    const { headers } = await aServer({ publicUrl: 'https://visnyk.example.ua' }).request('/nothing');
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
  });

  it('serves its style sheet, and 304 while it has not changed', async () => {
    const first = await aServer().request('/assets/site.css');
    expect([first.status, first.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
    const etag = first.headers.get('etag') ?? '';
    const second = await aServer().request('/assets/site.css', { headers: { 'if-none-match': etag } });
    expect(second.status).toBe(304);
    expect((await aServer().request('/assets/..%2Fserver.ts')).status).toBe(404);
  });

  it('answers a refusal with its sentence and an unknown path with a page', async () => {
    const refused = await aServer().request('/missing');
    expect([refused.status, await refused.text()]).toEqual([
      404,
      expect.stringContaining('Такого звернення немає.'),
    ]);
    const unknown = await aServer().request('/nothing');
    expect([unknown.status, await unknown.text()]).toEqual([
      404,
      expect.stringContaining('Такої сторінки немає'),
    ]);
  });

  it('answers a bug with a reference number, logged once without addresses', async () => {
    const { log, lines } = aLog();
    const answer = await aServer({ log }).request('/secret/one-time-token');
    expect(answer.status).toBe(500);
    expect(lines).toEqual([
      expect.objectContaining({
        method: 'GET',
        route: '/secret/:token',
        err: new TypeError('x is not a function'),
      }),
    ]);
    expect(await answer.text()).toContain(String(Reflect.get(lines[0] ?? {}, 'requestId')));
  });

  it('refuses bodies over the limit, which a part may set for itself', async () => {
    const photos = new Hono<WebEnv>()
      .use('/photos', bodyLimit(1_000_000))
      .post('/photos', async (c) => c.text(String((await c.req.text()).length)));
    const server = aServer({ guarded: [photos] });
    const send = (path: string, size: number) =>
      server.request(path, { method: 'POST', body: 'x'.repeat(size) });
    expect((await send('/form', 256 * 1024)).status).toBe(200);
    expect((await send('/form', 256 * 1024 + 1)).status).toBe(413);
    expect(await (await send('/photos', 1_000_000)).text()).toBe('1000000');
    expect((await send('/photos', 1_000_001)).status).toBe(413);
  });

  it.each([
    ['localhost:3000', 200],
    ['127.0.0.1:3000', 200],
    ['[::1]:3000', 200],
    ['127.8.8.8:3000', 200],
    ['127.0.0.1.evil.example', 403],
    ['evil.example', 403],
    ['localhost.evil.example:3000', 403],
    ['192.168.1.5:3000', 403],
  ])('in the sandbox answers Host %s with %i', async (host, status) => {
    const server = aServer({ localhostOnly: true });
    expect((await server.request('/hello', { headers: { host } })).status).toBe(status);
    expect((await server.request(`http://${host}/hello`)).status).toBe(status);
  });
});

describe('health', () => {
  it('says what is wrong to its own machine', async () => {
    const server = aServer();
    expect(await (await server.request('/healthz')).json()).toEqual({ status: 'alive' });
    const ready = await server.request('/readyz');
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { status: 'degraded', reasons: ['viber: no answer'] },
    ]);
    expect(await (await server.request('/metrics')).text()).toContain('http_request_duration_seconds');
  });

  it('measures by the pattern of the route, in parts that bring middleware as well', async () => {
    const part = new Hono<WebEnv>()
      .use('/api/*', async (_, next) => next())
      .get('/api/:id', (c) => c.text('one'));
    const server = aServer({ guarded: [part] });
    await server.request('/api/42');
    const metrics = await (await server.request('/metrics')).text();
    expect(metrics).toContain('count{method="GET",route="/api/:id",status="200"} 1');
  });

  it('is 503 only when it is not ready', async () => {
    const server = aServer({ readiness: async () => ({ status: 'unready', reasons: ['database'] }) });
    expect((await server.request('/readyz')).status).toBe(503);
  });

  it('tells strangers no reasons and no metrics once there is an outside address', async () => {
    const server = aServer({ publicUrl: 'https://visnyk.example.ua' });
    expect(await (await server.request('/readyz')).json()).toEqual({ status: 'degraded' });
    expect((await server.request('/metrics')).status).toBe(401);
    const headers = { authorization: 'Bearer good' };
    expect((await server.request('/metrics', { headers })).status).toBe(200);
    expect(await (await server.request('/readyz', { headers })).json()).toHaveProperty('reasons');
  });
});

function aServer(parts: Partial<ServerParts> = {}) {
  return createServer({
    guarded: [],
    pages: [pages],
    assets: [],
    publicUrl: undefined,
    trustedProxies: [],
    localhostOnly: false,
    log: aLog().log,
    readiness: async () => ({ status: 'degraded', reasons: ['viber: no answer'] }),
    registry: new Registry(),
    authenticate: async (token) =>
      token === 'good' ? { kind: 'token', id: 't', name: 'watch', roles: ['viewer'] } : undefined,
    ...parts,
  });
}

function aLog(): { readonly log: Logger; readonly lines: object[] } {
  const lines: object[] = [];
  const quiet = () => {};
  return { lines, log: { debug: quiet, info: quiet, warn: quiet, error: (fields) => lines.push(fields) } };
}
