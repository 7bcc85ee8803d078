import { describe, expect, it } from 'vitest';
import { consoleApp } from '../../support/console/console-app.js';

const WRITTEN = 'Шановна Ольго Петрівно! Яму на дорозі засиплють до п’ятниці.';

function send(headers: Record<string, string>) {
  return consoleApp().app.request('/appeals/1/reply', {
    method: 'POST',
    headers: { referer: 'http://localhost/appeals/1?from=queue', ...headers },
    body: new URLSearchParams({
      text: WRITTEN,
      csrf: 'long-secret-of-the-session-that-ended',
      password: WRITTEN,
    }),
  });
}

describe('a form sent after the session has ended', () => {
  it('gives back what was written, and the way back to the page', async () => {
    const response = await send({ 'sec-fetch-site': 'same-origin' });
    const html = await response.text();
    expect(response.status).toBe(401);
    expect(html.split(WRITTEN)).toHaveLength(2);
    expect(html).not.toContain('long-secret');
    expect(html).toContain('href="/login?next=%2Fappeals%2F1%3Ffrom%3Dqueue"');
  });

  it('repeats nothing of what another site has sent', async () => {
    const response = await send({ 'sec-fetch-site': 'cross-site' });
    expect(response.status).toBe(401);
    expect(await response.text()).not.toContain(WRITTEN);
  });
});

describe('the menu', () => {
  it('marks where one is, once for a wide screen and once for a phone', async () => {
    const { app } = consoleApp();
    const html = await (await app.request('/', { headers: { cookie: 'visnyk=viewer' } })).text();
    const marked = [...html.matchAll(/href="([^"]+)" aria-current="page"/g)].map(([, href]) => href);
    expect(marked).toEqual(['/', '/']);
    expect(html).not.toContain('href="/settings"');
  });

  it('stands beside a search that looks through all appeals', async () => {
    const { app } = consoleApp();
    const html = await (await app.request('/', { headers: { cookie: 'visnyk=viewer' } })).text();
    expect(html).toContain('<search class="site-search"><form action="/appeals">');
  });
});

describe('an error', () => {
  it.each([
    ['/broadcasts/none', 'viewer', 404, 'Не знайдено'],
    ['/settings', 'viewer', 403, 'Немає доступу'],
  ])('of %s says what happened and what to do', async (path, role, status, title) => {
    const { app } = consoleApp();
    const response = await app.request(path, { headers: { cookie: `visnyk=${role}` } });
    expect(response.status).toBe(status);
    const html = await response.text();
    expect(html).toContain(`<h1>${title}</h1>`);
    expect(html).toContain('На головну');
  });
});
