import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureIndexes } from '../../../src/storage/connection.js';
import { createStaffStores } from '../../../src/storage/staff/staff-stores.js';
import { codeAt } from '../../support/code-at.js';
import { browser } from '../../support/console/staff-browser.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { HEAD_EMAIL, PASSWORD, staffServices, tokenOf } from '../../support/staff-services.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(() => database.close());

describe('signing in with a second factor, over the database', () => {
  it('leads the first account from the password to the codes, and the next time asks for one', async () => {
    const { staff, real, advance } = await services();
    const first = browser(staff);
    const link = `/link/${tokenOf(await staff.access.firstLink())}`;
    const begun = await first.submit(link, { name: 'Ольга', email: HEAD_EMAIL, password: PASSWORD });
    expect(begun.headers.get('location')).toBe('/login/setup?next=%2F');

    // Nothing else opens before the second factor is there.
    for (const path of ['/', '/appeals', '/staff', '/settings', '/broadcasts/new'])
      expect((await first.open(path)).headers.get('location')).toBe(
        `/login?next=${encodeURIComponent(path)}`,
      );
    expect((await first.open('/login/code')).headers.get('location')).toBe('/login/setup?next=%2F');

    const page = await (await first.open('/login/setup?next=%2Fappeals')).text();
    const secret = /<code class="setup-secret">([^<]+)/.exec(page)?.[1] ?? '';
    expect(secret).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
    const offer = /name="offer" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const wrong = await first.submit('/login/setup', { offer, code: '000000', next: '/appeals' });
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining(secret)]);

    const done = await first.submit('/login/setup', {
      offer,
      code: codeAt(secret, real()),
      next: '/appeals',
    });
    const codes = [...(await done.text()).matchAll(/<code>([0-9a-z-]+)<\/code>/g)].map(
      ([, code]) => code ?? '',
    );
    expect([done.status, codes.length]).toEqual([200, 10]);
    expect((await first.open('/staff')).status).toBe(200);
    expect((await first.open('/login/setup')).headers.get('location')).toBe('/login?next=%2F');

    const second = browser(staff);
    const login = { email: HEAD_EMAIL, password: PASSWORD, next: '/appeals' };
    expect((await second.submit('/login', login)).headers.get('location')).toBe(
      '/login/code?next=%2Fappeals',
    );
    expect((await second.open('/appeals')).status).toBe(302);
    expect((await second.submit('/login/setup', { offer, code: '1' })).headers.get('location')).toBe(
      '/login/code?next=%2F',
    );
    const used = await second.submit('/login/code', { code: codeAt(secret, real()), next: '/appeals' });
    expect([used.status, await used.text()]).toEqual([422, expect.stringContaining('Код не підійшов')]);
    advance(30_000);
    const right = await second.submit('/login/code', { code: codeAt(secret, real()), next: '/appeals' });
    expect([right.status, right.headers.get('location')]).toEqual([303, '/appeals']);
    expect((await second.open('/appeals')).status).toBe(200);

    const third = browser(staff);
    await third.submit('/login', login);
    const byPaper = await third.submit('/login/code', { code: codes[0] ?? '', next: '//evil.example' });
    expect([byPaper.status, byPaper.headers.get('location')]).toEqual([303, '/']);
  });

  it('starts a new session only after the second step, whatever cookie the browser came with', async () => {
    const { staff } = await services();
    const stranger = browser(staff);
    stranger.cookies.set('visnyk', 'planted');
    const waiting = await stranger.submit('/login', { email: HEAD_EMAIL, password: PASSWORD });
    expect(waiting.headers.get('set-cookie')).toMatch(
      /^visnyk-step=[\w-]{43}; Max-Age=900; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect(stranger.cookies.get('visnyk')).toBe('planted');
    // The waiting cookie is no session, wherever it is put.
    stranger.cookies.set('visnyk', stranger.cookies.get('visnyk-step') ?? '');
    expect((await stranger.open('/appeals')).status).toBe(302);
  });

  it('refuses a code that another site sends', async () => {
    const { staff } = await services();
    const person = browser(staff);
    await person.submit('/login', { email: HEAD_EMAIL, password: PASSWORD });
    const answer = await person.submit('/login/code', { code: '1' }, { 'sec-fetch-site': 'cross-site' });
    expect(answer.status).toBe(403);
  });

  it('sends whoever comes without a password back to it', async () => {
    const { staff } = await services();
    for (const path of ['/login/code', '/login/setup']) {
      expect((await browser(staff).open(path)).headers.get('location')).toBe('/login?next=%2F');
      expect((await browser(staff).submit(path, { code: '123456' })).headers.get('location')).toBe(
        '/login?next=%2F',
      );
    }
  });
});

async function services() {
  const world = staffServices(createStaffStores(database.connection));
  await ensureIndexes(database.connection);
  return world;
}
