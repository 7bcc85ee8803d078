import { describe, expect, it } from 'vitest';
import { consoleApp } from '../../support/console/console-app.js';
import { open, submit } from '../../support/console/request-as.js';

const TOKEN = { name: 'Сайт міської ради', roles: 'viewer' };

describe('/settings/tokens', () => {
  it('shows a new token once, lists it without, and revokes it', async () => {
    const { app } = consoleApp();
    const created = await submit(app, '/settings/tokens', TOKEN, 'administrator');
    expect(created.status).toBe(201);
    expect(created.html).toContain('secret-of-the-token');
    const { html } = await open(app, '/settings/tokens', 'administrator');
    expect(html).toContain('Сайт міської ради');
    expect(html).toContain('ще ні');
    expect(html).not.toContain('secret-of-the-token');
    expect((await submit(app, '/settings/tokens/t1/remove', {}, 'administrator')).status).toBe(303);
    expect((await open(app, '/settings/tokens', 'administrator')).html).toContain('Токенів ще немає.');
  });

  it('says what is missing, with what was typed', async () => {
    const { status, html } = await submit(
      consoleApp().app,
      '/settings/tokens',
      { name: 'Сайт' },
      'administrator',
    );
    expect(status).toBe(422);
    expect(html).toContain('Оберіть хоча б одну роль.');
    expect(html).toContain('value="Сайт"');
  });
});
