import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import type { Broadcast } from '../../../src/domain/broadcast.js';
import { createPublicPages } from '../../../src/public/create-public-pages.js';
import type { CopyPages, PublicMedia } from '../../../src/public/parts.js';
import type { WebEnv } from '../../../src/web/env.js';
import { aBroadcast } from '../../support/console/builders.js';
import { publicParts } from '../../support/public-parts.js';

const SENT = aBroadcast({
  status: 'finished',
  startedAt: new Date('2026-11-22T22:30:00Z'),
  pictures: [{ fileId: 'f', publicName: 'k3x.jpg', alt: 'Новий ліхтар «LED»' }],
});

function publicApp(
  broadcast: Broadcast | undefined,
  media?: PublicMedia,
  followed: boolean[] = [],
  copies: CopyPages = publicParts().copies,
) {
  const pages = createPublicPages({
    ...publicParts(),
    findSent: async (id) => (id === 'b1' && broadcast ? { broadcast, amendments: [] } : undefined),
    openMedia: async (name) => (name === 'k3x.jpg' ? media : undefined),
    follow: async (code, isCounted) => {
      if (code !== 'bridge1234') return undefined;
      followed.push(isCounted);
      return 'https://nizhynrada.gov.ua/bridge?a=1&b=2';
    },
    copies,
  });
  return new Hono<WebEnv>().route('/', pages);
}

describe('/n/{id}', () => {
  it('shows title, day, text, pictures with their words, and the link', async () => {
    const response = await publicApp(SENT).request('/n/b1');
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(html).toContain('<h1>У Ніжині відновили освітлення на восьми вулицях</h1>');
    expect(html).toContain('<time datetime="2026-11-23">23 листопада 2026 року</time>');
    expect(html).toContain('<strong>завершили роботи</strong>');
    expect(html).toContain('<img src="/media/k3x.jpg" alt="Новий ліхтар «LED»"/>');
    expect(html).toContain('<a href="https://nizhynrada.gov.ua/news" rel="noreferrer">Читати на сайті</a>');
  });

  it('does not find drafts and unknown ids', async () => {
    expect((await publicApp(undefined).request('/n/b1')).status).toBe(404);
    expect((await publicApp(SENT).request('/n/b2')).status).toBe(404);
  });

  it('escapes everything an editor typed', async () => {
    const hostile = '<script>alert(1)</script>" onerror="alert(2)';
    const pictures = [{ fileId: 'f', publicName: 'k3x.jpg', alt: hostile }];
    const response = await publicApp({ ...SENT, title: hostile, text: hostile, pictures }).request('/n/b1');
    const html = await response.text();
    expect(html).not.toContain('<script>');
    expect(html).not.toContain('" onerror');
  });
});

describe('/media/{name}', () => {
  const picture: PublicMedia = {
    id: 'a1b2',
    contentType: 'image/jpeg',
    read: async () => new TextEncoder().encode('bytes'),
  };

  it('gives a picture for ever, to any site', async () => {
    const response = await publicApp(SENT, picture).request('/media/k3x.jpg');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': 'inline',
      'cache-control': 'public, max-age=31536000, immutable',
      etag: '"a1b2"',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
    });
    expect(await response.text()).toBe('bytes');
  });

  it.each(['"a1b2"', 'W/"a1b2"', '"other", "a1b2"', '*'])(
    'reads nothing for who has the bytes already: %s',
    async (tag) => {
      const read = () => Promise.reject(new Error('read'));
      const response = await publicApp(SENT, { ...picture, read }).request('/media/k3x.jpg', {
        headers: { 'if-none-match': tag },
      });
      expect([response.status, await response.text()]).toEqual([304, '']);
      expect(response.headers.get('cache-control')).toContain('immutable');
    },
  );

  it('gives new bytes to who has others', async () => {
    const headers = { 'if-none-match': '"a1b3"' };
    expect((await publicApp(SENT, picture).request('/media/k3x.jpg', { headers })).status).toBe(200);
  });

  it('never shows what is not a picture', async () => {
    const page = { ...picture, contentType: 'text/html' };
    const response = await publicApp(SENT, page).request('/media/k3x.jpg');
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(response.headers.get('content-disposition')).toBe('attachment');
  });

  it('does not find other names', async () => {
    expect((await publicApp(SENT).request('/media/..%2Fk3x.jpg')).status).toBe(404);
  });
});

describe('/r/{code}', () => {
  it('leads to the address of the link and counts the opening, with no cookie', async () => {
    const followed: boolean[] = [];
    const response = await publicApp(undefined, undefined, followed).request('/r/bridge1234');
    expect([response.status, response.headers.get('location')]).toEqual([
      302,
      'https://nizhynrada.gov.ua/bridge?a=1&b=2',
    ]);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(followed).toEqual([true]);
  });

  it('does not count who only asks what is there', async () => {
    const followed: boolean[] = [];
    await publicApp(undefined, undefined, followed).request('/r/bridge1234', { method: 'HEAD' });
    expect(followed).toEqual([false]);
  });

  it('leads nowhere else, whatever the address says', async () => {
    for (const path of ['/r/unknown123', '/r/https:%2F%2Fevil.example', '/r/x?url=https://evil.example'])
      expect((await publicApp(undefined).request(path)).status).toBe(404);
  });
});

describe('/copy/{token}', () => {
  const until = new Date('2026-11-24T12:05:00Z');
  const left = new Set<'text' | 'json'>(['text', 'json']);
  const copies: CopyPages = {
    look: async (token) => (token === 'secret' ? { parts: [...left], until } : undefined),
    take: async (token, part) => {
      if (token !== 'secret' || !left.delete(part)) return undefined;
      return { name: 'мої-дані.txt', contentType: 'text/plain; charset=utf-8', bytes: Buffer.from('Марія') };
    },
  };
  const app = publicApp(undefined, undefined, [], copies);

  it('shows until when each file can be taken, and takes none by being looked at', async () => {
    const answer = await app.request('/copy/secret');
    expect(await answer.text()).toContain('один раз, до 24 листопада 2026 року о 14:05');
    expect([answer.headers.get('referrer-policy'), answer.headers.get('x-robots-tag')]).toEqual([
      'no-referrer',
      'noindex',
    ]);
    expect(left.size).toBe(2);
  });

  it('hands a file out once', async () => {
    const first = await app.request('/copy/secret?part=text', { method: 'POST' });
    expect([first.status, await first.text()]).toEqual([200, 'Марія']);
    expect(first.headers.get('content-disposition')).toContain('attachment');
    expect((await app.request('/copy/secret?part=text', { method: 'POST' })).status).toBe(404);
    expect(await (await app.request('/copy/secret')).text()).not.toContain('для читання');
  });

  it.each(['/copy/other', '/copy/secret?part=passwords', '/copy/secret'])(
    'knows nothing of %s',
    async (path) => {
      expect((await app.request(path, { method: 'POST' })).status).toBe(404);
    },
  );
});
