import { describe, expect, it } from 'vitest';
import { codeAt } from '../../support/code-at.js';
import { browser } from '../../support/console/staff-browser.js';
import {
  enableSecondFactor,
  firstAccount,
  HEAD_EMAIL,
  PASSWORD,
  staffServices,
  tokenOf,
} from '../../support/staff-services.js';

const NEW_PASSWORD = 'зелений чайник летить додому';
const EMAIL = 'm@rada.gov.ua';

describe('/account', () => {
  it('changes the password for who knows the old one; other devices sign in anew', async () => {
    const { here, elsewhere, staff, audit } = await aModerator();
    const wrong = await here.submit('/account/password', { current: 'не той', next: NEW_PASSWORD });
    expect([wrong.status, await wrong.text()]).toEqual([
      422,
      expect.stringContaining('Теперішній пароль неправильний.'),
    ]);
    const weak = await here.submit('/account/password', { current: PASSWORD, next: 'короткий' });
    expect([weak.status, await weak.text()]).toEqual([422, expect.stringContaining('Пароль закороткий')]);
    const done = await here.submit('/account/password', { current: PASSWORD, next: NEW_PASSWORD });
    expect([done.status, done.headers.get('location')]).toEqual([303, '/account?done=password']);
    expect((await here.open('/account')).status).toBe(200);
    expect((await elsewhere.open('/account')).status).toBe(302);
    await staff.signIn({ email: EMAIL, password: NEW_PASSWORD, clientAddress: '::1' });
    expect(audit.entries.at(-1)?.action).toBe('staff.change-password');
  });

  it('gives no more attempts at the password than the login does', async () => {
    const { here } = await aModerator();
    for (let guess = 0; guess < 5; guess += 1)
      await here.submit('/account/password', { current: 'не той', next: NEW_PASSWORD });
    const answer = await here.submit('/account/password', { current: PASSWORD, next: NEW_PASSWORD });
    expect(await answer.text()).toContain('Забагато невдалих спроб.');
  });

  it('switches the second factor on with password and code, renews its codes, and off again', async () => {
    const { here, elsewhere, id, staff, real, advance } = await aModerator();
    const page = await (await here.open('/account/second-factor')).text();
    const secret = /<code class="setup-secret">([^<]+)/.exec(page)?.[1] ?? '';
    const offer = /name="offer" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const enable = (password: string) =>
      here.submit('/account/second-factor', { offer, password, code: codeAt(secret, real()) });
    const refused = await enable('не той');
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining(secret)]);
    const codes = codesOf(await (await enable(PASSWORD)).text());
    expect(codes).toHaveLength(10);
    expect((await elsewhere.open('/account')).status).toBe(302);

    const renewed = codesOf(
      await (await here.submit('/account/recovery-codes', { 'recovery-codes-code': codes[0] ?? '' })).text(),
    );
    expect(renewed.filter((code) => codes.includes(code))).toEqual([]);
    expect(await (await here.open('/account')).text()).toContain('залишилося: 10 кодів');

    const off = (code: string) =>
      here.submit('/account/disable-second-factor', { 'disable-second-factor-code': code });
    expect((await off('000000')).status).toBe(422);
    advance(30_000);
    expect((await off(codeAt(secret, real()))).headers.get('location')).toContain(
      'done=disable-second-factor',
    );
    expect(await staff.secondFactor.of(id)).toBeUndefined();
  });

  it('never switches it off where the roles ask for it', async () => {
    const world = staffServices();
    const id = await firstAccount(world.staff);
    const { secret } = await enableSecondFactor(world.staff, id, world.real());
    const head = browser(world.staff);
    await head.submit('/login', { email: HEAD_EMAIL, password: PASSWORD });
    world.advance(30_000);
    await head.submit('/login/code', { code: codeAt(secret, world.real()) });
    expect(await (await head.open('/account')).text()).not.toContain('Вимкнути другий фактор');
    world.advance(30_000);
    const code = codeAt(secret, world.real());
    const answer = await head.submit('/account/disable-second-factor', {
      'disable-second-factor-code': code,
    });
    expect(answer.status).toBe(403);
    expect(await world.staff.secondFactor.of(id)).toBeDefined();
  });

  it('lists own sessions by browser and region, ends one, and all of them', async () => {
    const { here, elsewhere, id, staff } = await aModerator();
    const text = await (await here.open('/account')).text();
    expect(text).toContain('Firefox, Windows · цей комп’ютер');
    expect(text).toContain('Chrome, Android · цей комп’ютер');
    const other = (await staff.sessions.find(elsewhere.cookies.get('visnyk') ?? ''))?.id ?? '';
    await here.submit('/account/end-session', { session: other });
    expect((await elsewhere.open('/account')).status).toBe(302);

    const out = await here.submit('/account/sign-out-everywhere', {});
    expect(out.headers.get('location')).toBe('/login');
    expect(await staff.sessions.listOf(id)).toEqual([]);
  });

  it('cannot end somebody else’s session', async () => {
    const { here, staff } = await aModerator();
    const { id: other } = await staff.accounts.add(
      { email: 'v@rada.ua', name: 'В', roles: ['viewer'] },
      ADMIN,
    );
    const secret = await staff.sessions.start(other, { proof: 'password', from: '' });
    await here.submit('/account/end-session', { session: (await staff.sessions.find(secret))?.id ?? '' });
    expect(await staff.sessions.find(secret)).toBeDefined();
  });
});

const ADMIN = { kind: 'token', id: 'admin', name: 'admin', roles: ['administrator'] } as const;

/** A moderator signed in on two devices. */
async function aModerator() {
  const world = staffServices();
  const { staff } = world;
  const { id, link } = await staff.accounts.add(
    { email: EMAIL, name: 'Модератор', roles: ['moderator'] },
    ADMIN,
  );
  await staff.access.use(tokenOf(link), { email: '', name: '', position: '', password: PASSWORD });
  const here = browser(staff);
  const elsewhere = browser(staff, 'Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537.36');
  for (const device of [here, elsewhere]) await device.submit('/login', { email: EMAIL, password: PASSWORD });
  return { ...world, id, here, elsewhere };
}

function codesOf(html: string): readonly string[] {
  return [...html.matchAll(/<code>([0-9a-z-]+)<\/code>/g)].map(([, code]) => code ?? '');
}
