import { expect, it } from 'vitest';
import { consoleApp } from '../../support/console/console-app.js';
import { fakeBroadcasts } from '../../support/console/fake-broadcasts.js';
import { open, submit } from '../../support/console/request-as.js';

const TYPED = {
  name: 'Відключення води',
  kind: 'announcement',
  title: 'Без води: {вулиця}',
  text: '{дата} не буде води на вул. {вулиця}.',
  linkUrl: '',
  linkLabel: '',
  topics: 'utilities',
};

async function withTemplate() {
  const broadcasts = fakeBroadcasts([]);
  const { app, parts } = consoleApp({ broadcasts });
  await submit(app, '/templates/new', { ...TYPED, channels: 'telegram' }, 'editor');
  return { app, broadcasts, templates: parts.templates };
}

it('a template is kept, listed by its name, and changed', async () => {
  const { app } = await withTemplate();
  expect((await open(app, '/templates', 'editor')).html).toContain(
    'href="/templates/t1/use">Відключення води</a>',
  );
  const changed = { ...TYPED, name: 'Вода', channels: 'telegram' };
  expect((await submit(app, '/templates/t1', changed, 'editor')).status).toBe(303);
  expect((await open(app, '/templates/t1', 'editor')).html).toContain('value="Вода"');
});

it('asks for each of its fields and makes a draft of it', async () => {
  const { app, broadcasts } = await withTemplate();
  const { html } = await open(app, '/templates/t1/use', 'editor');
  expect(html).toContain('<label for="field-0">Вулиця</label>');
  expect(html).toContain('<label for="field-1">Дата</label>');
  const filled = { 'field-0': 'Гоголя', 'field-1': '24 листопада' };
  const { location } = await submit(app, '/templates/t1/use', filled, 'editor');
  expect(location).toBe('/broadcasts/b1/edit');
  expect(broadcasts.inputs[0]).toMatchObject({
    kind: 'announcement',
    title: 'Без води: Гоголя',
    text: '24 листопада не буде води на вул. Гоголя.',
    audience: { topics: ['utilities'], channels: ['telegram'] },
  });
});

it('does not begin with a field left open, and keeps the others', async () => {
  const { app, broadcasts } = await withTemplate();
  const { status, html } = await submit(app, '/templates/t1/use', { 'field-0': 'Гоголя' }, 'editor');
  expect(status).toBe(422);
  expect(html).toContain('<a href="#field-1">Впишіть: дата.</a>');
  expect(html).toContain('value="Гоголя"');
  expect(broadcasts.inputs).toEqual([]);
});

it('refuses a name that is taken, and a form without one', async () => {
  const { app } = await withTemplate();
  const same = await submit(
    app,
    '/templates/new',
    { ...TYPED, channels: 'telegram', requestId: 'another' },
    'editor',
  );
  expect([same.status, same.html.includes('Шаблон із такою назвою вже є.')]).toEqual([409, true]);
  const { status, html } = await submit(
    app,
    '/templates/new',
    { ...TYPED, name: '', channels: 'viber' },
    'editor',
  );
  expect(status).toBe(422);
  expect(html).toContain('<a href="#name">Дайте шаблону назву.</a>');
});

it('is removed, and only by those who write broadcasts', async () => {
  const { app, templates } = await withTemplate();
  expect((await submit(app, '/templates/t1/remove', {}, 'moderator')).status).toBe(403);
  await submit(app, '/templates/t1/remove', {}, 'editor');
  expect(await templates.list()).toEqual([]);
});
