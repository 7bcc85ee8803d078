import { expect, it } from 'vitest';
import { aBroadcast } from '../../support/console/builders.js';
import { consoleApp } from '../../support/console/console-app.js';
import { fakeBroadcasts } from '../../support/console/fake-broadcasts.js';
import { open, submit } from '../../support/console/request-as.js';

function withDraft() {
  const broadcasts = fakeBroadcasts([aBroadcast()]);
  return { broadcasts, app: consoleApp({ broadcasts }).app };
}

it('sends a draft to the colleagues who are marked, and to nobody else', async () => {
  const { app, broadcasts } = withDraft();
  expect((await open(app, '/broadcasts/b1', 'editor')).html).toContain('href="/broadcasts/b1/trial"');
  const { html } = await submit(app, '/broadcasts/b1/trial', { to: 's1' }, 'editor');
  expect(html).toContain('Пробу надіслано: 1 людина.');
  expect(broadcasts.journal).toEqual(['test b1 telegram:700100200']);
});

it('sends nothing to somebody who is not on the list, or when nobody is marked', async () => {
  const { app, broadcasts } = withDraft();
  for (const fields of [{ to: 's2' }, { to: '' }]) {
    const { status, html } = await submit(app, '/broadcasts/b1/trial', fields, 'editor');
    expect(status).toBe(422);
    expect(html).toContain('Позначте хоча б одного колегу.');
  }
  expect(broadcasts.journal).toEqual([]);
});

it('finds a colleague by name, adds and removes', async () => {
  const { app } = withDraft();
  const { html } = await open(app, '/broadcasts/b1/trial?q=Мар', 'editor');
  // Names repeat: the end of the address and the first message tell people apart.
  expect(html).toMatch(/Додати: Марко – Viber …\S{4}, з \d+ \S+, \d\d:\d\d/);
  expect(html).not.toContain('Додати: Марія');
  await submit(app, '/broadcasts/b1/trial/add', { subscriber: 's2' }, 'editor');
  expect((await open(app, '/broadcasts/b1/trial', 'editor')).html).toContain('value="s2" checked');
  await submit(app, '/broadcasts/b1/trial/remove', { to: 's1' }, 'editor');
  expect((await open(app, '/broadcasts/b1/trial', 'editor')).html).not.toContain('value="s1" checked');
});

it('makes a copy of a broadcast to begin with', async () => {
  const { app, broadcasts } = withDraft();
  const { location } = await submit(app, '/broadcasts/b1/duplicate', {}, 'editor');
  expect(location).toBe('/broadcasts/b1/edit');
  expect(broadcasts.journal).toEqual(['duplicate b1']);
});
