import { describe, expect, it } from 'vitest';
import { consoleApp } from '../../support/console/console-app.js';
import { open, submit } from '../../support/console/request-as.js';

const EDUCATION = {
  name: 'Управління освіти',
  nameGenitive: 'управління освіти',
  phone: '7-19-20',
  headName: 'Валентина ГРАДОБИК',
  headPosition: 'начальниця',
  categories: 'other',
};

describe('/settings/departments', () => {
  it('adds a department that answers for a category', async () => {
    const { app } = consoleApp();
    expect((await submit(app, '/settings/departments', EDUCATION, 'head')).status).toBe(303);
    const { html } = await open(app, '/settings/departments', 'head');
    expect(html).toContain('<dt>Інше</dt><dd>Управління освіти</dd>');
    expect(html).toContain('начальниця Валентина ГРАДОБИК · 7-19-20');
  });

  it('says what is missing, with what was typed', async () => {
    const typed = { ...EDUCATION, nameGenitive: '' };
    const { status, html } = await submit(consoleApp().app, '/settings/departments', typed, 'head');
    expect(status).toBe(422);
    expect(html).toContain('Вкажіть назву в родовому відмінку');
    expect(html).toContain('Валентина ГРАДОБИК');
  });

  it('archives one and brings it back, and refuses one with open appeals', async () => {
    const { app, parts } = consoleApp();
    const post = (path: string) => submit(app, `/settings/departments/${path}`, {}, 'head');
    const refused = await post('housing/archive');
    expect([refused.status, refused.html.includes('є відкриті звернення')]).toEqual([409, true]);
    await post('welfare/archive');
    expect((await parts.departments.list()).at(-1)).toMatchObject({ id: 'welfare', isArchived: true });
    await post('welfare/restore');
    expect((await parts.departments.get('welfare')).isArchived).toBe(false);
  });

  it('removes one that never had an appeal, and no other', async () => {
    const { app, parts } = consoleApp();
    expect((await submit(app, '/settings/departments/housing/remove', {}, 'head')).status).toBe(409);
    expect((await submit(app, '/settings/departments/welfare/remove', {}, 'head')).status).toBe(303);
    expect((await parts.departments.list()).map(({ id }) => id)).toEqual(['housing', 'communications']);
  });
});
