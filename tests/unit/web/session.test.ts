import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import type { Role } from '../../../src/domain/role.js';
import type { Sessions } from '../../../src/services/staff/sessions.js';
import { findClientAddress } from '../../../src/web/client-address.js';
import { crossSiteGuard } from '../../../src/web/csrf.js';
import type { WebEnv } from '../../../src/web/env.js';
import {
  allow,
  createSessionCookies,
  currentSession,
  requireSession,
  safeNext,
} from '../../../src/web/session-cookie.js';

const HOST = 'visnyk.local:3000';

describe('sessions', () => {
  it('are started and ended by the cookie; the one from before is ended', async () => {
    const { app, ended } = aConsole();
    const answer = await app.request('/login', { method: 'POST', headers: { cookie: 'visnyk=old' } });
    expect(answer.headers.get('set-cookie')).toBe(
      'visnyk=new; Max-Age=86400; Path=/; HttpOnly; SameSite=Lax',
    );
    expect(ended).toEqual(['old']);
    const body = new URLSearchParams({ csrf: 'token' });
    const out = await app.request('/logout', { method: 'POST', headers: { cookie: 'visnyk=good' }, body });
    expect([out.status, out.headers.get('set-cookie'), ended]).toEqual([
      200,
      expect.stringContaining('visnyk=; Max-Age=0'),
      ['old', 'good'],
    ]);
  });

  it('live in a cookie that only https carries once there is an outside address', async () => {
    const { app } = aConsole({ publicUrl: 'https://visnyk.example.ua' });
    const answer = await app.request('/login', { method: 'POST' });
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-visnyk=new;.*; Secure/);
  });

  it('are asked for: a page sends to the login and back, a change is 401', async () => {
    const { app } = aConsole();
    const page = await app.request('/appeals?status=received');
    expect([page.status, page.headers.get('location')]).toEqual([
      302,
      '/login?next=%2Fappeals%3Fstatus%3Dreceived',
    ]);
    expect((await app.request('/appeals', { method: 'POST' })).status).toBe(401);
    expect(await (await signedIn(app, '/appeals')).text()).toBe('Ольга');
  });

  it('open only what the role grants', async () => {
    expect((await signedIn(aConsole({ roles: ['viewer'] }).app, '/staff')).status).toBe(403);
    expect((await signedIn(aConsole({ roles: ['administrator'] }).app, '/staff')).status).toBe(200);
  });
});

describe('a change asked for by a page', () => {
  it.each([
    ['our form', {}, 'token', 200],
    [
      'our form, by the browser’s word',
      { 'sec-fetch-site': 'same-origin', origin: `http://${HOST}` },
      'token',
      200,
    ],
    ['a form without the token', {}, '', 403],
    ['a form with another token', {}, 'guess', 403],
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, 'token', 403],
    ['a neighbouring site', { 'sec-fetch-site': 'same-site' }, 'token', 403],
    ['another site in an old browser', { origin: 'https://evil.example' }, 'token', 403],
    ['a page without an address', { origin: 'null' }, 'token', 403],
    ['our page in an old browser', { origin: `http://${HOST}` }, 'token', 200],
  ])('%s', async (_, headers, csrf, status) => {
    const answer = await aConsole().app.request(`http://${HOST}/appeals`, {
      method: 'POST',
      headers: { ...headers, host: HOST, cookie: 'visnyk=good' },
      body: new URLSearchParams({ csrf }),
    });
    expect(answer.status).toBe(status);
  });

  it('may send the token as a header from a script', async () => {
    const headers = { cookie: 'visnyk=good', 'x-csrf-token': 'token' };
    expect((await aConsole().app.request('/appeals', { method: 'POST', headers })).status).toBe(200);
  });

  it('must come from the outside address once there is one', async () => {
    const { app } = aConsole({ publicUrl: 'https://visnyk.example.ua' });
    const login = (origin: string) => app.request('/login', { method: 'POST', headers: { origin } });
    expect((await login('https://visnyk.example.ua')).status).toBe(200);
    expect((await login('http://localhost')).status).toBe(403);
  });
});

describe('safeNext', () => {
  it.each([
    ['/appeals?x=1', '/appeals?x=1'],
    [undefined, '/'],
    ['', '/'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['https://evil.example', '/'],
    ['/a\r\nSet-Cookie: x=1', '/'],
    ['/\t/evil.example', '/'],
    ['/\0', '/'],
    ['/appeals?q=яма', '/appeals?q=яма'],
  ])('%s leads to %s', (next, expected) => {
    expect(safeNext(next)).toBe(expected);
  });
});

function aConsole({ publicUrl, roles = ['moderator'] }: { publicUrl?: string; roles?: Role[] } = {}) {
  const ended: string[] = [];
  const sessions: Sessions = {
    start: async () => 'new',
    find: async (secret) =>
      secret === 'good'
        ? { id: 'good', actor: { kind: 'staff', id: 's1', name: 'Ольга', roles }, csrfToken: 'token' }
        : undefined,
    end: async (secret) => void ended.push(secret),
    endAllOf: async () => {},
    endOne: async () => {},
    listOf: async () => [],
  };
  const cookies = createSessionCookies(sessions, publicUrl !== undefined);
  const app = new Hono<WebEnv>();
  app.use(findClientAddress([]), cookies.read, crossSiteGuard(publicUrl));
  app.post('/login', async (c) => {
    await cookies.start(c, 's1', 'password');
    return c.text('');
  });
  app.post('/logout', async (c) => {
    await cookies.end(c);
    return c.text('');
  });
  app.use(requireSession);
  app.all('/appeals', (c) => c.text(currentSession(c).actor.name));
  app.get('/staff', allow('staff.manage'), (c) => c.text(''));
  return { app, ended };
}

function signedIn(app: Hono<WebEnv>, path: string) {
  return app.request(path, { headers: { cookie: 'visnyk=good' } });
}
