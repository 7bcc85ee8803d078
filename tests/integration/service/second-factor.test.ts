import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeAt } from '../../support/code-at.js';
import { aService, type ServiceProcess } from '../../support/service.js';

const PASSWORD = 'кінь батарея скоба';
const dataDir = mkdtempSync(join(tmpdir(), 'visnyk-second-factor-'));
let service: ServiceProcess;

beforeAll(async () => {
  service = await aService({ DATA_DIR: dataDir, SANDBOX: 'false' });
  await service.start();
}, 60_000);

afterAll(async () => {
  await service.kill();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('an approver of the running service', { timeout: 60_000 }, () => {
  it('sets the second factor up, and signs in with it also after a restart', async () => {
    const input = { email: 'a@rada.gov.ua', name: 'Затверджувачка', roles: ['approver'] };
    const { body } = await service.api<{ id: string; link: string }>('POST', '/staff', input);
    const link = new URL(body.link).pathname;
    const first = browser();
    expect((await first(link, { password: PASSWORD })).headers.get('location')).toBe('/login/setup?next=%2F');
    expect((await first('/broadcasts')).status).toBe(302);
    const page = await (await first('/login/setup')).text();
    const secret = /<code class="setup-secret">([^<]+)/.exec(page)?.[1] ?? '';
    const offer = /name="offer" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const now = new Date();
    expect((await first('/login/setup', { offer, code: codeAt(secret, now) })).status).toBe(200);
    expect((await first('/broadcasts')).status).toBe(200);
    expect(statSync(join(dataDir, 'secret.key')).mode & 0o777).toBe(0o600);

    await service.stop();
    await service.start();
    expect((await first('/broadcasts')).status).toBe(200);
    const second = browser();
    const login = await second('/login', { email: input.email, password: PASSWORD });
    expect(login.headers.get('location')).toBe('/login/code?next=%2F');
    const nextCode = codeAt(secret, new Date(now.getTime() + 30_000));
    expect((await second('/login/code', { code: nextCode })).status).toBe(303);
    expect((await second('/broadcasts')).status).toBe(200);

    expect((await service.api('DELETE', `/staff/${body.id}/second-factor`)).status).toBe(204);
    expect((await second('/broadcasts')).status).toBe(302);
  });
});

/** Requests with a jar of cookies; with fields a form is sent. */
function browser() {
  const cookies = new Map<string, string>();
  return async (path: string, fields?: Record<string, string>) => {
    const response = await fetch(`${service.url}${path}`, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return response;
  };
}
