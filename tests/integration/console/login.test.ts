import { describe, expect, it } from 'vitest';
import { consoleApp } from '../../support/console/console-app.js';
import { PASSWORD } from '../../support/console/fake-staff.js';
import { open, submit } from '../../support/console/request-as.js';

const EMAIL = 'moderator@nizhyn.example';

describe('/login', () => {
  it('signs in and leads to where the person wanted to go', async () => {
    const { app } = consoleApp();
    const answer = await submit(app, '/login', {
      email: EMAIL,
      password: PASSWORD,
      next: '/appeals?view=mine',
    });
    expect([answer.status, answer.location]).toEqual([303, '/appeals?view=mine']);
    expect(answer.headers.get('set-cookie')).toMatch(/^visnyk=moderator; .*HttpOnly; SameSite=Lax$/);
  });

  it('keeps the e-mail and never the password when they do not fit', async () => {
    const { status, html } = await submit(consoleApp().app, '/login', {
      email: EMAIL,
      password: 'wrong-one',
    });
    expect(status).toBe(422);
    expect(html).toContain('Пошта або пароль неправильні.');
    expect(html).toContain(`value="${EMAIL}"`);
    expect(html).not.toContain('wrong-one');
  });

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'never leads to %s',
    async (next) => {
      const answer = await submit(consoleApp().app, '/login', { email: EMAIL, password: PASSWORD, next });
      expect(answer.location).toBe('/');
    },
  );

  it('does not ask again who is signed in', async () => {
    expect((await open(consoleApp().app, '/login?next=/appeals', 'moderator')).location).toBe('/appeals');
  });

  it('knows no roles outside the sandbox', async () => {
    const { app } = consoleApp();
    expect((await open(app, '/login')).html).not.toContain('name="role"');
    expect((await submit(app, '/login', { role: 'administrator' })).status).toBe(422);
  });

  it('refuses a form from another site', async () => {
    const { app } = consoleApp();
    const response = await app.request('/login', {
      method: 'POST',
      headers: { 'sec-fetch-site': 'cross-site' },
      body: new URLSearchParams({ email: EMAIL, password: PASSWORD }),
    });
    expect(response.status).toBe(403);
  });

  it('signs out', async () => {
    const { app } = consoleApp();
    expect((await submit(app, '/logout', {}, 'moderator')).location).toBe('/login');
    expect((await open(app, '/appeals', 'moderator')).status).toBe(302);
  });
});

describe('/login in the sandbox', () => {
  const sandbox = { roles: ['moderator', 'editor'] as const, staffId: async (role: string) => role };

  it('shows the red band and one button per role', async () => {
    const { html } = await open(consoleApp({ sandbox }).app, '/login');
    expect(html).toContain('Демонстраційний режим');
    expect(html.match(/name="role" value="\w+"/g)).toEqual([
      'name="role" value="moderator"',
      'name="role" value="editor"',
    ]);
  });

  it('signs in with one click, also when somebody else is signed in', async () => {
    const { app } = consoleApp({ sandbox });
    const answer = await app.request('/login', {
      method: 'POST',
      headers: { cookie: 'visnyk=moderator' },
      body: new URLSearchParams({ role: 'editor', next: '/broadcasts' }),
    });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/broadcasts']);
    expect(answer.headers.get('set-cookie')).toContain('visnyk=editor');
  });

  it('knows only the demonstration roles', async () => {
    expect((await submit(consoleApp({ sandbox }).app, '/login', { role: 'administrator' })).status).toBe(422);
  });
});

describe('/link/{token}', () => {
  it('asks for name, position, e-mail and password of the first account, then for a second factor', async () => {
    const { app } = consoleApp();
    const { html } = await open(app, '/link/first');
    expect(html.match(/<input type="\w+" id="(\w+)"/g)).toHaveLength(4);
    const fields = { name: 'Петро Гриценко', email: 'petro@nizhyn.example', password: PASSWORD };
    const answer = await submit(app, '/link/first', fields);
    expect([answer.status, answer.location]).toEqual([303, '/login/setup?next=%2F']);
    expect(answer.headers.get('set-cookie')).toMatch(/^visnyk-step=administrator; Max-Age=900; .*HttpOnly/);
  });

  it('signs a moderator in after choosing a password', async () => {
    const answer = await submit(consoleApp().app, '/link/new', { password: PASSWORD });
    expect([answer.status, answer.location]).toEqual([303, '/']);
    expect(answer.headers.get('set-cookie')).toContain('visnyk=moderator');
  });

  it('keeps name and e-mail when the password is too weak', async () => {
    const fields = { name: 'Петро «Гриць»', email: 'petro@nizhyn.example', password: 'short' };
    const { status, html } = await submit(consoleApp().app, '/link/first', fields);
    expect(status).toBe(422);
    expect(html).toContain('Пароль закороткий.');
    expect(html).toContain('value="Петро «Гриць»"');
    expect(html).not.toContain('short');
  });

  it('asks somebody who was added for a password only', async () => {
    const { html } = await open(consoleApp().app, '/link/new');
    expect(html).toContain('Обліковий запис: Олена Коваль, moderator@nizhyn.example.');
    expect(html).not.toContain('name="name"');
  });

  it('says that a used or unknown link is void', async () => {
    const { app } = consoleApp();
    await submit(app, '/link/new', { password: PASSWORD });
    for (const token of ['new', 'never-was']) {
      const { status, html } = await open(app, `/link/${token}`);
      expect(status).toBe(404);
      expect(html).toContain('Посилання недійсне');
    }
    expect((await submit(app, '/link/new', { password: PASSWORD })).status).toBe(404);
  });
});
