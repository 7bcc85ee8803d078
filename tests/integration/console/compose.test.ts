import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../src/domain/refusal.js';
import { CSRF_FIELD } from '../../../src/web/csrf.js';
import { aBroadcast } from '../../support/console/builders.js';
import { consoleApp } from '../../support/console/console-app.js';
import { fakeBroadcasts } from '../../support/console/fake-broadcasts.js';
import { cookieOf } from '../../support/console/fake-staff.js';
import { open, submit } from '../../support/console/request-as.js';

const PICTURE = { fileId: 'file-of-k3.jpg', publicName: 'k3.jpg', alt: 'Ліхтар' };

const TYPED = {
  kind: 'news',
  title: 'Завтра не буде води',
  text: 'З 9:00 до 15:00.',
  channels: 'telegram',
  topics: 'utilities',
};

function withDraft(...changes: Parameters<typeof aBroadcast>) {
  const broadcasts = fakeBroadcasts([aBroadcast(...changes)]);
  return { broadcasts, app: consoleApp({ broadcasts }).app };
}

/** Fields of the opened form that the browser would send back. */
async function hiddenFields(app: ReturnType<typeof consoleApp>['app'], path: string) {
  const { html } = await open(app, path, 'editor');
  const found = [...html.matchAll(/<input type="hidden" name="((?:seen|kept)\w+)" value="([^"]*)"/g)];
  return Object.fromEntries(found.map(([, name = '', value = '']) => [name, value]));
}

describe('while it is typed', () => {
  it('is drawn as both messengers will show it, unfinished and wrong as it may be', async () => {
    const { app, broadcasts } = withDraft();
    const typed = { ...TYPED, title: '', text: 'Вода **буде**', linkUrl: 'не адреса', act: 'look' };
    const { status, html } = await submit(app, '/broadcasts/new', typed, 'editor');
    expect(status).toBe(200);
    expect(html).toContain('<strong>буде</strong>');
    expect(html).not.toContain('<form');
    expect(broadcasts.inputs).toEqual([]);
  });

  it('counts in units of each messenger, and tells who does not get it and why', async () => {
    const { html } = await submit(withDraft().app, '/broadcasts/new', { ...TYPED, act: 'look' }, 'editor');
    expect(html).toMatch(/Telegram: \d+ з 4\u00a0096/);
    expect(html).toContain('Не обрали жодної з цих тем');
    expect(html).toContain('href="/subscribers?channel=viber&amp;status=stopped"');
  });

  it('is shown again with everything typed where there is no script', async () => {
    const { app, broadcasts } = withDraft();
    const { status, html } = await submit(app, '/broadcasts/new', { ...TYPED, act: 'show' }, 'editor');
    expect(status).toBe(200);
    expect(html).toContain('value="Завтра не буде води"');
    expect(html).toContain('<strong>Завтра не буде води</strong>');
    expect(broadcasts.inputs).toEqual([]);
  });
});

describe('what is typed and not saved', () => {
  it('is there when the form is opened again, and says so, until it is saved', async () => {
    const { app, broadcasts } = withDraft();
    const typing = await submit(app, '/broadcasts/new', { ...TYPED, act: 'look' }, 'editor');
    expect(typing.html).toContain('Написане записано: ');
    const again = await open(app, '/broadcasts/new', 'editor');
    expect(again.html).toContain('value="Завтра не буде води"');
    expect(again.html).toMatch(/У формі – те, що ви писали й не зберегли \(.+\)\./);
    expect((await open(app, '/broadcasts/new', 'head')).html).not.toContain('Завтра не буде води');

    const fields = { ...TYPED, ...(await hiddenFields(app, '/broadcasts/new')) };
    await submit(app, '/broadcasts/new', fields, 'editor');
    expect(broadcasts.inputs).toMatchObject([{ title: TYPED.title }]);
    expect((await open(app, '/broadcasts/new', 'editor')).html).not.toContain('Завтра не буде води');
  });

  it('can be thrown away', async () => {
    const { app } = withDraft();
    await submit(app, '/broadcasts/b1/edit', { ...TYPED, act: 'look' }, 'editor');
    expect((await open(app, '/broadcasts/b1/edit', 'editor')).html).toContain('value="Завтра не буде води"');
    const { status, location } = await submit(app, '/broadcasts/b1/edit', { act: 'forget' }, 'editor');
    expect([status, location]).toEqual([303, '/broadcasts/b1/edit']);
    expect((await open(app, '/broadcasts/b1/edit', 'editor')).html).toContain(
      'У Ніжині відновили освітлення',
    );
  });

  it('is not written over by another window, which says so', async () => {
    const { app } = withDraft();
    const first = await submit(app, '/broadcasts/new', { ...TYPED, act: 'look' }, 'editor');
    const keptVersion = first.html.match(/name="keptVersion" value="(\d+)"/)?.[1] ?? '';
    const other = { ...TYPED, title: 'Інше', keptVersion: '0', act: 'look' };
    const second = await submit(app, '/broadcasts/new', other, 'editor');
    expect(second.html).toContain('відкрито ще в одному вікні');
    const more = { ...TYPED, title: 'Води не буде до вечора', keptVersion, act: 'look' };
    await submit(app, '/broadcasts/new', more, 'editor');
    expect((await open(app, '/broadcasts/new', 'editor')).html).toContain('value="Води не буде до вечора"');
  });

  it('is compared with what others have made of the draft meanwhile', async () => {
    const { app, broadcasts } = withDraft();
    const begun = await hiddenFields(app, '/broadcasts/b1/edit');
    await submit(app, '/broadcasts/b1/edit', { ...TYPED, ...begun, act: 'look' }, 'editor');
    const { seenHash } = await hiddenFields(app, '/broadcasts/b1/edit');
    expect(seenHash).toBe(begun.seenHash);
    expect(broadcasts.inputs).toEqual([]);
  });
});

describe('pictures', () => {
  const withPicture = { ...TYPED, picture: 'k3.jpg', pictureSource: '', pictureStill: '', alt: 'Ліхтар' };

  it('that are with the draft stay with it', async () => {
    const { app, broadcasts } = withDraft({ pictures: [PICTURE] });
    expect((await open(app, '/broadcasts/b1/edit', 'editor')).html).toContain(
      'name="picture" value="k3.jpg"',
    );
    await submit(app, '/broadcasts/b1/edit', withPicture, 'editor');
    expect(broadcasts.inputs[0]).toMatchObject({ pictures: [PICTURE] });
    expect(broadcasts.inputs[0]).not.toHaveProperty('media');
  });

  it('are taken out by their button, without saving', async () => {
    const { app, broadcasts } = withDraft({ pictures: [PICTURE] });
    const pressed = { ...withPicture, act: 'drop-picture:0' };
    const { html } = await submit(app, '/broadcasts/b1/edit', pressed, 'editor');
    expect(html).not.toContain('k3.jpg');
    expect(broadcasts.inputs).toEqual([]);
  });

  it('need words, and the complaint leads to them', async () => {
    const { app, broadcasts } = withDraft();
    const { status, html } = await submit(app, '/broadcasts/new', { ...withPicture, alt: ' ' }, 'editor');
    expect(status).toBe(422);
    expect(html).toContain('<a href="#alt-0">Опишіть словами картинку 1');
    expect(html).toContain('id="alt-0"');
    expect(broadcasts.inputs).toEqual([]);
  });

  it('sent from the computer are kept though the rest of the form is wrong', async () => {
    const { app } = withDraft();
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...TYPED, title: '', [CSRF_FIELD]: 'csrf-of-editor' }))
      form.append(name, value);
    form.append('photos', new File(['…'], 'міст.png', { type: 'image/png' }));
    const headers = { cookie: cookieOf('editor') };
    const response = await app.request('/broadcasts/new', { method: 'POST', headers, body: form });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('name="picture" value="scene.jpg"');
  });

  it('that cannot be taken are refused by name', async () => {
    const keep = () => Promise.reject(new Refusal('invalid', 'picture.broken', 'Це не зображення.'));
    const { app } = consoleApp({ pictures: { keep, fetch: keep } });
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...TYPED, [CSRF_FIELD]: 'csrf-of-editor' }))
      form.append(name, value);
    form.append('photos', new File(['…'], 'лист.doc'));
    const headers = { cookie: cookieOf('editor') };
    const response = await app.request('/broadcasts/new', { method: 'POST', headers, body: form });
    expect(await response.text()).toContain('<a href="#photos">лист.doc: Це не зображення.</a>');
  });
});

describe('further buttons', () => {
  it('are saved; a wrong one is told by its row', async () => {
    const { app, broadcasts } = withDraft();
    const right = { ...TYPED, buttonUrl: 'https://nizhynrada.gov.ua', buttonLabel: 'Сайт' };
    await submit(app, '/broadcasts/new', right, 'editor');
    expect(broadcasts.inputs[0]?.buttons).toEqual([{ url: 'https://nizhynrada.gov.ua', label: 'Сайт' }]);
    const { html } = await submit(app, '/broadcasts/new', { ...right, buttonLabel: '' }, 'editor');
    expect(html).toContain('<a href="#buttonLabel-0">Напишіть, що стоятиме на кнопці.</a>');
  });
});

it('a draft for both messengers, as the database keeps it, is shown with both', async () => {
  const { html } = await open(withDraft({ audience: { channels: [] } }).app, '/broadcasts/b1/edit', 'editor');
  expect(html).toContain('value="telegram" checked');
  expect(html).toContain('value="viber" checked');
});

describe('two who edit one draft', () => {
  const mine = { ...TYPED, act: 'save' };

  it('do not write over each other: the second sees what changed, and decides', async () => {
    const { app, broadcasts } = withDraft();
    const before = await hiddenFields(app, '/broadcasts/b1/edit');
    await broadcasts.update(
      'b1',
      { title: 'Води не буде й завтра' },
      { kind: 'staff', id: 'x', name: '', roles: [] },
    );
    const { status, html } = await submit(app, '/broadcasts/b1/edit', { ...mine, ...before }, 'editor');
    expect(status).toBe(409);
    expect(html).toContain('Поки ви писали, цю чернетку змінили');
    expect(html).toContain('Олена Коваль, 23 листопада, 12:00');
    expect(html).toContain('Води не буде й завтра');
    expect(html).toContain('value="Завтра не буде води"');
    expect(broadcasts.inputs).toHaveLength(1);

    const seenNow = Object.fromEntries(
      [...html.matchAll(/name="(seen\w+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
        name,
        value,
      ]),
    );
    const decided = await submit(app, '/broadcasts/b1/edit', { ...mine, ...seenNow }, 'editor');
    expect(decided.status).toBe(303);
    expect(broadcasts.inputs.at(-1)).toMatchObject({ title: 'Завтра не буде води' });
  });

  it('are not asked when nothing changed meanwhile', async () => {
    const { app } = withDraft();
    const before = await hiddenFields(app, '/broadcasts/b1/edit');
    const { status } = await submit(app, '/broadcasts/b1/edit', { ...mine, ...before }, 'editor');
    expect(status).toBe(303);
  });
});
