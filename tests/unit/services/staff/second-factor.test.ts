import { describe, expect, it } from 'vitest';
import { codeAt } from '../../../support/code-at.js';
import { enableSecondFactor, firstAccount, staffServices, tokenOf } from '../../../support/staff-services.js';

const STEP_MS = 30_000;
const MINUTE_MS = 60_000;
const ADDRESS = '10.0.0.1';

describe('a second factor', () => {
  it('counts only once a code has shown that the phone has the secret', async () => {
    const { staff, id, real, audit } = await withHead();
    const { sealed, secret } = await staff.secondFactor.offer(id);
    expect((await staff.secondFactor.offer(id, sealed)).secret).toBe(secret);
    await expect(staff.secondFactor.enable(id, sealed, '000000')).rejects.toMatchObject({
      code: 'login.code',
    });
    expect(await staff.secondFactor.of(id)).toBeUndefined();
    const codes = await staff.secondFactor.enable(id, sealed, codeAt(secret, real()));
    expect(codes).toHaveLength(10);
    expect(await staff.secondFactor.of(id)).toEqual({ recoveryCodesLeft: 10 });
    expect(audit.entries.at(-1)).toMatchObject({ action: 'staff.enable-second-factor', subject: id });
  });

  it('is neither set up by an old offer, nor by somebody else’s, nor a second time', async () => {
    const { staff, id, real, advance } = await withHead();
    const refusal = (offer: string, staffId = id) =>
      staff.secondFactor.enable(staffId, offer, '000000').catch(({ code }) => code);
    const old = await staff.secondFactor.offer(id);
    const { id: other } = await staff.accounts.add(MODERATOR, HEAD);
    expect(await refusal(old.sealed, other)).toBe('second-factor.offer');
    expect(await refusal('made up')).toBe('second-factor.offer');
    advance(30 * MINUTE_MS);
    expect(await refusal(old.sealed)).toBe('second-factor.offer');
    const second = await staff.secondFactor.offer(id);
    await enableSecondFactor(staff, id, real());
    const again = staff.secondFactor.enable(id, second.sealed, codeAt(second.secret, real()));
    await expect(again).rejects.toMatchObject({ code: 'second-factor.on' });
  });

  it('keeps neither the secret nor a recovery code readable in the database', async () => {
    const { stores, id, secret, recoveryCodes } = await withFactor();
    const stored = JSON.stringify(await stores.secondFactors.get(id));
    for (const hidden of [secret, ...recoveryCodes]) expect(stored).not.toContain(hidden);
  });

  it('accepts each code once, also the one it was set up with, and none older than the newest', async () => {
    const { staff, id, secret, real, advance } = await withFactor();
    const check = (code: string) => staff.secondFactor.check(id, code, ADDRESS).catch(({ code: no }) => no);
    expect(await check(codeAt(secret, real()))).toBe('login.code');
    const before = codeAt(secret, real());
    advance(STEP_MS);
    const shown = codeAt(secret, real());
    expect(await check(` ${shown.slice(0, 3)} ${shown.slice(3)} `)).toBeUndefined();
    expect(await check(shown)).toBe('login.code');
    expect(await check(before)).toBe('login.code');
    const twice = await Promise.all([1, 2].map(() => check(codeAt(secret, new Date(+real() + STEP_MS)))));
    expect(twice.sort()).toEqual(['login.code', undefined]);
  });

  it('accepts each recovery code once, however it is typed, and writes it down', async () => {
    const { staff, id, recoveryCodes, audit } = await withFactor();
    const [code = ''] = recoveryCodes;
    await staff.secondFactor.check(id, code.toUpperCase().replace('-', ' '), ADDRESS);
    expect(await staff.secondFactor.of(id)).toEqual({ recoveryCodesLeft: 9 });
    expect(audit.entries.at(-1)).toMatchObject({ action: 'staff.use-recovery-code', after: '{"left":9}' });
    await expect(staff.secondFactor.check(id, code, ADDRESS)).rejects.toMatchObject({ code: 'login.code' });
    const renewed = await staff.secondFactor.renewRecoveryCodes(id);
    const old = staff.secondFactor.check(id, recoveryCodes[1] ?? '', ADDRESS);
    await expect(old).rejects.toMatchObject({ code: 'login.code' });
    await expect(staff.secondFactor.check(id, renewed[1] ?? '', ADDRESS)).resolves.toBeUndefined();
  });

  it('cannot be guessed at: after five wrong codes one waits, also with the right one', async () => {
    const { staff, id, secret, real, advance } = await withFactor();
    advance(STEP_MS);
    for (let guess = 0; guess < 5; guess += 1) {
      await expect(staff.secondFactor.check(id, '000000', ADDRESS)).rejects.toMatchObject({
        code: 'login.code',
      });
    }
    const right = () => staff.secondFactor.check(id, codeAt(secret, real()), ADDRESS);
    await expect(right()).rejects.toMatchObject({ code: 'login.throttled' });
    advance(STEP_MS);
    await expect(right()).resolves.toBeUndefined();
  });

  it('says what to do when the service’s key is another one', async () => {
    const { stores, id, secret, real } = await withFactor();
    const factor = await stores.secondFactors.get(id);
    await stores.secondFactors.remove(id);
    if (factor) await stores.secondFactors.insert({ ...factor, sealedSecret: 'AAAA', lastStep: 0 });
    const { staff } = staffServices(stores);
    await expect(staff.secondFactor.check(id, codeAt(secret, real()), ADDRESS)).rejects.toMatchObject({
      code: 'second-factor.key',
    });
  });

  it('is taken off by the administrator’s link from the terminal, and by nothing else of the kind', async () => {
    const { staff, id } = await withFactor();
    const form = { email: '', name: '', position: '', password: 'зовсім інший пароль' };
    await staff.access.use(tokenOf(await staff.accounts.renewLink(id, HEAD)), form);
    expect(await staff.secondFactor.of(id)).toBeDefined();
    await staff.access.use(tokenOf(await staff.access.restoreLink('head@rada.gov.ua')), form);
    expect(await staff.secondFactor.of(id)).toBeUndefined();
  });
});

describe('between the password and the session', () => {
  it('whoever approves or administers sets a second factor up; others may', async () => {
    const { staff, id } = await withHead();
    const steps = await Promise.all(
      (['moderator', 'editor', 'viewer', 'approver', 'head', 'administrator'] as const).map(async (role) => {
        const { id: added } = await staff.accounts.add(
          { ...MODERATOR, email: `${role}@r.ua`, roles: [role] },
          HEAD,
        );
        return (await staff.pendingSignIns.begin(added))?.step;
      }),
    );
    expect(steps).toEqual([undefined, undefined, undefined, 'setup', 'setup', 'setup']);
    expect((await staff.pendingSignIns.begin(id))?.step).toBe('setup');
  });

  it('whoever has one is asked for a code, and the waiting ends after a quarter of an hour or one use', async () => {
    const { staff, id, advance } = await withFactor();
    const { secret = '', step } = (await staff.pendingSignIns.begin(id)) ?? {};
    expect([step, await staff.pendingSignIns.find(secret)]).toEqual(['code', { staffId: id, step: 'code' }]);
    expect(await Promise.all([staff.pendingSignIns.take(secret), staff.pendingSignIns.take(secret)])).toEqual(
      [true, false],
    );
    const late = (await staff.pendingSignIns.begin(id))?.secret ?? '';
    advance(15 * MINUTE_MS);
    expect(await staff.pendingSignIns.find(late)).toBeUndefined();
    expect(await staff.pendingSignIns.take(late)).toBe(false);
  });

  it('a session secret is no waiting one, nor the other way round', async () => {
    const { staff, id } = await withFactor();
    const session = await staff.sessions.start(id, { proof: 'second-factor', from: '' });
    const waiting = (await staff.pendingSignIns.begin(id))?.secret ?? '';
    expect(await staff.pendingSignIns.find(session)).toBeUndefined();
    expect(await staff.sessions.find(waiting)).toBeUndefined();
  });

  it('a new password ends it', async () => {
    const { staff, id } = await withFactor();
    const waiting = (await staff.pendingSignIns.begin(id))?.secret ?? '';
    await staff.sessions.endAllOf(id);
    expect(await staff.pendingSignIns.find(waiting)).toBeUndefined();
  });

  it('a session by password alone opens nothing once the roles ask for more', async () => {
    const { staff, stores } = await withHead();
    const { id } = await staff.accounts.add(MODERATOR, HEAD);
    const byPassword = await staff.sessions.start(id, { proof: 'password', from: '' });
    expect(await staff.sessions.find(byPassword)).toBeDefined();
    await stores.accounts.change(id, { roles: ['moderator', 'approver'] });
    expect(await staff.sessions.find(byPassword)).toBeUndefined();
    const demonstration = await staff.sessions.start(id, { proof: 'demonstration', from: '' });
    expect(await staff.sessions.find(demonstration)).toBeDefined();
  });
});

const MODERATOR = { email: 'm@rada.gov.ua', name: 'Модератор', roles: ['moderator' as const] };
const HEAD = { kind: 'token', id: 'head', name: 'head', roles: ['administrator'] } as const;

async function withHead() {
  const world = staffServices();
  return { ...world, id: await firstAccount(world.staff) };
}

async function withFactor() {
  const world = await withHead();
  return { ...world, ...(await enableSecondFactor(world.staff, world.id, world.real())) };
}
