import { describe, expect, it } from 'vitest';
import { consoleApp } from '../../support/console/console-app.js';
import { cookieOf } from '../../support/console/fake-staff.js';
import { open, submit } from '../../support/console/request-as.js';

const REPLY = { title: 'Прийняли', text: 'Доброго дня, {ПІБ}!', departmentId: '' };

describe('/settings/replies', () => {
  it('adds a reply and shows it, changes it and deletes it', async () => {
    const { app } = consoleApp();
    expect(
      (await submit(app, '/settings/replies', { ...REPLY, departmentId: 'housing' }, 'head')).status,
    ).toBe(303);
    const list = await open(app, '/settings/replies', 'head');
    expect(list.html).toContain('Доброго дня, {ПІБ}!');
    expect(list.html).toContain('Управління житлово-комунального господарства');
    await submit(app, '/settings/replies/r1', { ...REPLY, title: 'Узяли в роботу' }, 'head');
    const { html } = await open(app, '/settings/replies/r1', 'head');
    expect(html).toContain('value="Узяли в роботу"');
    await submit(app, '/settings/replies/r1/remove', {}, 'head');
    expect((await open(app, '/settings/replies/r1', 'head')).status).toBe(404);
  });

  it('says which variable there is none of, with what was typed', async () => {
    const typed = { ...REPLY, text: 'Доброго дня, {Імя}!' };
    const { status, html } = await submit(consoleApp().app, '/settings/replies', typed, 'head');
    expect(status).toBe(422);
    expect(html).toContain('Таких змінних немає: {Імя}.');
    expect(html).toContain('Доброго дня, {Імя}!');
  });

  it('refuses a title that is taken, with what was typed', async () => {
    const { app } = consoleApp();
    await submit(app, '/settings/replies', REPLY, 'head');
    const again = await submit(app, '/settings/replies', { ...REPLY, text: 'Інший текст' }, 'head');
    expect(again.status).toBe(409);
    expect(again.html).toContain('Інший текст');
  });

  it('keeps the files that stay marked', async () => {
    const { app, parts } = consoleApp();
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...REPLY, csrf: 'csrf-of-head' })) form.set(name, value);
    form.append('files', new File(['зразок'], 'Зразок.pdf', { type: 'application/pdf' }));
    const headers = { cookie: cookieOf('head') };
    await app.request('/settings/replies', { method: 'POST', headers, body: form });
    const [added] = await parts.cannedReplies.list();
    expect(added?.files.map(({ name }) => name)).toEqual(['Зразок.pdf']);
    const kept = added?.files[0]?.fileId ?? '';
    await submit(app, '/settings/replies/r1', { ...REPLY, keptFiles: kept }, 'head');
    expect((await parts.cannedReplies.get('r1')).files).toEqual(added?.files);
    await submit(app, '/settings/replies/r1', REPLY, 'head');
    expect((await parts.cannedReplies.get('r1')).files).toEqual([]);
  });

  it('is closed to those who do not set things', async () => {
    expect((await open(consoleApp().app, '/settings/replies', 'moderator')).status).toBe(403);
    expect((await submit(consoleApp().app, '/settings/replies', REPLY, 'moderator')).status).toBe(403);
  });
});
