import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/domain/role.js';
import { PASSWORD, staffServices, tokenOf } from '../../../support/staff-services.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const STRONG = { proof: 'second-factor', from: 'Firefox, Windows · 10.0.*.*' } as const;
const admin: Actor = { kind: 'token', id: 'admin', name: 'admin', roles: ['administrator'] };

describe('the first account', () => {
  it('is made by a one-time link: administrator and head', async () => {
    const { staff, audit } = staffServices();
    const token = tokenOf(await staff.access.firstLink());
    expect(await staff.access.open(token)).toEqual({ kind: 'first' });
    const id = await staff.access.use(token, {
      email: ' Head@Rada.gov.ua ',
      name: 'Ольга Коваль',
      position: ' Начальниця відділу ',
      password: PASSWORD,
    });
    expect(await staff.accounts.get(id)).toMatchObject({
      email: 'head@rada.gov.ua',
      name: 'Ольга Коваль',
      position: 'Начальниця відділу',
      roles: ['administrator', 'head'],
    });
    expect(audit.entries.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['staff.set-password', id],
    ]);
    expect(await staff.access.open(token)).toBeUndefined();
    expect(await staff.access.firstLink()).toBeUndefined();
  });

  it('cannot be made by a link that was replaced, is an hour old, or came before an account existed', async () => {
    const { staff, advance, stores } = staffServices();
    const replaced = tokenOf(await staff.access.firstLink());
    const link = tokenOf(await staff.access.firstLink());
    expect(await staff.access.open(replaced)).toBeUndefined();
    advance(59 * MINUTE_MS);
    expect(await staff.access.open(link)).toBeDefined();
    advance(MINUTE_MS);
    expect(await staff.access.open(link)).toBeUndefined();

    const early = tokenOf(await staff.access.firstLink());
    await stores.accounts.insert({
      email: 'a@b.ua',
      name: 'А',
      position: '',
      roles: ['viewer'],
      departmentIds: [],
      active: true,
      passwordHash: undefined,
      createdAt: new Date(),
    });
    await expect(staff.access.use(early, form(PASSWORD))).rejects.toMatchObject({ code: 'link.void' });
  });

  it.each([
    ['короткий', 'password.short'],
    ['123456789012', 'password.common'],
    ['QwertyUiop12', 'password.common'],
    ['абвабвабвабв', 'password.common'],
    ['P@ssw0rd-2026!', 'password.common'],
    ['Ніжин-2026-2026', 'password.common'],
    ['+380501234567', 'password.common'],
    ['Йцукенгш-2026', 'password.common'],
    ['x head@rada.gov.ua', 'password.common'],
    ['п'.repeat(201), 'password.long'],
  ])('refuses the password %s and leaves the link valid', async (password, code) => {
    const { staff } = staffServices();
    const token = tokenOf(await staff.access.firstLink());
    await expect(staff.access.use(token, form(password))).rejects.toMatchObject({ kind: 'invalid', code });
    expect(await staff.access.open(token)).toEqual({ kind: 'first' });
  });

  it('is made once when two people use the link at the same moment', async () => {
    const { staff } = staffServices();
    const token = tokenOf(await staff.access.firstLink());
    const both = await Promise.allSettled([
      staff.access.use(token, form(PASSWORD)),
      staff.access.use(token, form(PASSWORD)),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('an administrator who lost the password', () => {
  it('gets a link by e-mail, chooses a new one and is signed out everywhere', async () => {
    const { staff, id } = await withFirst();
    const session = await staff.sessions.start(id, STRONG);
    const token = tokenOf(await staff.access.restoreLink('HEAD@rada.gov.ua'));
    expect(await staff.access.open(token)).toEqual({
      kind: 'restore',
      email: 'head@rada.gov.ua',
      name: 'Ольга',
    });
    await staff.access.use(token, form('зовсім інший пароль'));
    expect(await staff.sessions.find(session)).toBeUndefined();
    await expect(signIn(staff, PASSWORD)).rejects.toMatchObject({ code: 'login.wrong' });
    expect(await signIn(staff, 'зовсім інший пароль')).toBe(id);
  });

  it('is the only one who can be restored so', async () => {
    const { staff } = await withFirst();
    await staff.accounts.add({ email: 'm@rada.gov.ua', name: 'Модератор', roles: ['moderator'] }, admin);
    await expect(staff.access.restoreLink('m@rada.gov.ua')).rejects.toMatchObject({ kind: 'notFound' });
    await expect(staff.access.restoreLink('nobody@rada.gov.ua')).rejects.toMatchObject({ kind: 'notFound' });
  });
});

describe('colleagues', () => {
  it('are added with a link to choose a password', async () => {
    const { staff } = await withFirst();
    const { id, link } = await staff.accounts.add(moderator, admin);
    const token = tokenOf(link);
    expect(await staff.access.use(token, form(PASSWORD))).toBe(id);
    expect(await staff.signIn({ email: 'm@rada.gov.ua', password: PASSWORD, clientAddress: '::1' })).toBe(id);
  });

  it('cannot share an e-mail', async () => {
    const { staff } = await withFirst();
    await staff.accounts.add(moderator, admin);
    await expect(staff.accounts.add(moderator, admin)).rejects.toMatchObject({ code: 'staff.email-taken' });
  });

  it('lose access at once when removed, and come back with a new link', async () => {
    const { staff } = await withFirst();
    const { id, link } = await staff.accounts.add(moderator, admin);
    await staff.access.use(tokenOf(link), form(PASSWORD));
    const session = await staff.sessions.start(id, STRONG);
    await staff.accounts.remove(id, admin);
    expect(await staff.sessions.find(session)).toBeUndefined();
    await expect(
      staff.signIn({ email: 'm@rada.gov.ua', password: PASSWORD, clientAddress: '::1' }),
    ).rejects.toMatchObject({ code: 'login.wrong' });
    expect(await staff.accounts.add({ ...moderator, roles: ['viewer'] }, admin)).toMatchObject({ id });
  });

  it('get a new link when they lost the password, which works until they choose another', async () => {
    const { staff } = await withFirst();
    const { id, link } = await staff.accounts.add(moderator, admin);
    await staff.access.use(tokenOf(link), form(PASSWORD));
    const renewed = tokenOf(await staff.accounts.renewLink(id, admin));
    expect(await staff.signIn({ email: 'm@rada.gov.ua', password: PASSWORD, clientAddress: '::1' })).toBe(id);
    expect(await staff.access.use(renewed, form('інші чотири випадкові слова'))).toBe(id);
    await staff.accounts.remove(id, admin);
    await expect(staff.accounts.renewLink(id, admin)).rejects.toMatchObject({ code: 'staff.unknown' });
  });

  it('keep at least one administrator', async () => {
    const { staff, id } = await withFirst();
    await expect(staff.accounts.remove(id, admin)).rejects.toMatchObject({
      code: 'staff.last-administrator',
    });
  });
});

describe('sessions', () => {
  it('end after eight idle hours, and after a day whatever happens', async () => {
    const { staff, advance, id } = await withFirst();
    const idle = await staff.sessions.start(id, STRONG);
    advance(8 * HOUR_MS);
    expect(await staff.sessions.find(idle)).toBeUndefined();

    const busy = await staff.sessions.start(id, STRONG);
    for (let hour = 0; hour < 23; hour += 1) {
      advance(HOUR_MS);
      expect(await staff.sessions.find(busy)).toBeDefined();
    }
    advance(HOUR_MS);
    expect(await staff.sessions.find(busy)).toBeUndefined();
  });

  it('carry the rights of now and a secret of their own', async () => {
    const { staff, stores, id } = await withFirst();
    const [one, two] = [await staff.sessions.start(id, STRONG), await staff.sessions.start(id, STRONG)];
    await stores.accounts.change(id, { roles: ['viewer'] });
    const session = await staff.sessions.find(one);
    expect(session?.actor).toEqual({ kind: 'staff', id, name: 'Ольга', roles: ['viewer'] });
    expect(session?.csrfToken).not.toBe((await staff.sessions.find(two))?.csrfToken);
    await staff.sessions.end(one);
    expect(await staff.sessions.find(one)).toBeUndefined();
    expect(await staff.sessions.find(two)).toBeDefined();
  });
});

describe('guessing passwords', () => {
  it('is slowed down from the sixth time on, also with the right one', async () => {
    const { staff, advance } = await withFirst();
    for (let guess = 0; guess < 5; guess += 1) {
      await expect(signIn(staff, 'wrong password')).rejects.toMatchObject({ code: 'login.wrong' });
    }
    await expect(signIn(staff, PASSWORD)).rejects.toMatchObject({ code: 'login.throttled' });
    advance(30_000);
    await expect(signIn(staff, PASSWORD)).resolves.toBeTypeOf('string');
  });

  it('does not keep the owner out, who asks from elsewhere', async () => {
    const { staff } = await withFirst();
    for (let guess = 0; guess < 6; guess += 1) await signIn(staff, 'wrong password').catch(() => undefined);
    await expect(signIn(staff, PASSWORD)).rejects.toMatchObject({ code: 'login.throttled' });
    await expect(signIn(staff, PASSWORD, '10.0.0.9')).resolves.toBeTypeOf('string');
  });

  it('is bounded from many addresses together, and still the owner gets in from the usual one', {
    timeout: 60_000,
  }, async () => {
    const { staff, advance } = await withFirst();
    await signIn(staff, PASSWORD, '10.0.0.9');
    const guesses = Array.from({ length: 32 }, (_, i) => signIn(staff, 'wrong password', `10.1.0.${i}`));
    const codes = (await Promise.allSettled(guesses)).map(
      (guess) => guess.status === 'rejected' && guess.reason.code,
    );
    expect(codes.filter((code) => code === 'login.throttled').length).toBeGreaterThanOrEqual(2);
    await expect(signIn(staff, PASSWORD, '10.2.0.1')).rejects.toMatchObject({ code: 'login.throttled' });
    await expect(signIn(staff, PASSWORD, '10.0.0.9')).resolves.toBeTypeOf('string');
    advance(HOUR_MS);
    await expect(signIn(staff, PASSWORD, '10.2.0.1')).resolves.toBeTypeOf('string');
  });

  it('is not free for many at once', async () => {
    const { staff } = await withFirst();
    const guesses = await Promise.allSettled(
      Array.from({ length: 8 }, () => signIn(staff, 'wrong password')),
    );
    const codes = guesses.map((guess) => (guess.status === 'rejected' ? guess.reason.code : ''));
    expect(codes.filter((code) => code === 'login.wrong')).toHaveLength(5);
  });

  it('says the same of an unknown e-mail', async () => {
    const { staff } = await withFirst();
    await expect(
      staff.signIn({ email: 'x@y.ua', password: 'whatever it is', clientAddress: '::1' }),
    ).rejects.toMatchObject({ code: 'login.wrong' });
  });
});

describe('API tokens', () => {
  it('are shown once, work until removed, and are kept as a hash', async () => {
    const { staff, stores } = staffServices();
    const created = await staff.apiTokens.create({ name: 'Сайт', roles: ['editor'] }, admin);
    expect(await staff.apiTokens.authenticate(created.token)).toEqual({
      kind: 'token',
      id: created.id,
      name: 'Сайт',
      roles: ['editor'],
    });
    const page = { limit: 10 };
    expect(JSON.stringify(await staff.apiTokens.list(page))).not.toMatch(/token|hash/i);
    expect(JSON.stringify(await stores.apiTokens.list(page))).not.toContain(created.token);
    await staff.apiTokens.remove(created.id, admin);
    expect(await staff.apiTokens.authenticate(created.token)).toBeUndefined();
    await expect(staff.apiTokens.remove(created.id, admin)).rejects.toMatchObject({ kind: 'notFound' });
  });

  it('know the configured one, with every right', async () => {
    const { staff } = staffServices();
    expect(await staff.apiTokens.authenticate('a'.repeat(32))).toMatchObject({
      kind: 'token',
      id: 'admin-api-token',
    });
    expect(await staff.apiTokens.authenticate('a'.repeat(31))).toBeUndefined();
  });
});

const moderator = { email: 'm@rada.gov.ua', name: 'Модератор', roles: ['moderator' as const] };

async function withFirst() {
  const world = staffServices();
  const token = tokenOf(await world.staff.access.firstLink());
  const id = await world.staff.access.use(token, form(PASSWORD));
  return { ...world, id };
}

function signIn(
  staff: ReturnType<typeof staffServices>['staff'],
  password: string,
  clientAddress = '10.0.0.1',
) {
  return staff.signIn({ email: 'head@rada.gov.ua', password, clientAddress });
}

function form(password: string) {
  return { email: 'head@rada.gov.ua', name: 'Ольга', position: '', password };
}
