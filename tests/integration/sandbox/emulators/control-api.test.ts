import { get } from 'node:http';
import { Api, InlineKeyboard, Keyboard } from 'grammy';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Emulators, startEmulators } from '../../../../src/sandbox/emulators/start.js';
import { pngPicture } from './png-picture.js';

let emulators: Emulators;
let api: Api;

beforeEach(async () => {
  emulators = await startEmulators({ limits: { telegram: false } });
  api = new Api(emulators.telegram.token, { apiRoot: emulators.telegram.apiRoot });
});
afterEach(() => emulators.close());

async function control(method: string, path: string, body?: object, headers: Record<string, string> = {}) {
  const response = await fetch(`${emulators.controlUrl}${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
}

function act(id: string, action: object, messenger = 'telegram') {
  return control('POST', `/${messenger}/people/${encodeURIComponent(id)}/actions`, action);
}

describe('people', () => {
  it('adds a crowd of 1,500 who take messages and keep only the last one', async () => {
    const people = Array.from({ length: 1500 }, (_, index) => ({
      status: 'active',
      crowd: true,
      name: `№ ${index}`,
    }));
    const added = await control('POST', '/telegram/people', { people });
    expect(added.body.items).toHaveLength(1500);
    const { id } = added.body.items[700];
    await api.sendMessage(id, 'Перша новина');
    await api.sendMessage(id, 'Друга новина');
    const screen = await control('GET', `/telegram/people/${id}`);
    expect(screen.body).toMatchObject({ receivedCount: 2, messages: [{ text: 'Друга новина' }] });
  });

  it('leaves somebody who is known as they are', async () => {
    await control('POST', '/viber/people', { people: [{ id: 'RGVtb1Jlc2lkZW50+/ZiMQ==', name: 'Ганна' }] });
    const again = await control('POST', '/viber/people', {
      people: [{ id: 'RGVtb1Jlc2lkZW50+/ZiMQ==', name: 'Інша' }],
    });
    expect(again.body.items).toMatchObject([{ name: 'Ганна' }]);
    const screen = await control('GET', `/viber/people/${encodeURIComponent('RGVtb1Jlc2lkZW50+/ZiMQ==')}`);
    expect(screen).toMatchObject({ status: 200, body: { person: { name: 'Ганна', status: 'stranger' } } });
  });

  it('answers 404 for somebody nobody knows', async () => {
    expect(await control('GET', '/telegram/people/1')).toMatchObject({ status: 404 });
  });
});

describe('actions', () => {
  it('presses what the bot sent, by row and column', async () => {
    const { id } = emulators.telegram.addPerson({ status: 'active' });
    const inline = await api.sendMessage(id, 'Чи вирішено?', {
      reply_markup: new InlineKeyboard().text('Так', 'solved:yes').url('Сайт', 'https://nizhynrada.gov.ua'),
    });
    await api.sendMessage(id, 'Меню', { reply_markup: new Keyboard().text('Контакти') });
    const messageId = String(inline.message_id);
    expect(await act(id, { kind: 'press', messageId, row: 0, column: 1 })).toMatchObject({
      body: { did: 'opened-url', url: 'https://nizhynrada.gov.ua' },
    });
    await act(id, { kind: 'press', messageId, row: 0, column: 0 });
    await act(id, { kind: 'press-key', row: 0, column: 0 });
    const updates = await api.getUpdates();
    expect(updates.map((update) => update.callback_query?.data ?? update.message?.text)).toEqual([
      'solved:yes',
      'Контакти',
    ]);
    expect(await act(id, { kind: 'press-key', row: 3, column: 0 })).toMatchObject({ status: 409 });
  });

  it('sends a photo that the bot downloads and the page shows', async () => {
    const { id } = emulators.telegram.addPerson();
    const picture = pngPicture(64, 48);
    await act(id, { kind: 'photo', bytes: picture.toString('base64'), caption: 'Яма' });
    const [update] = await api.getUpdates();
    expect(update?.message).toMatchObject({ caption: 'Яма', photo: [{ width: 64, height: 48 }] });
    const { body } = await control('GET', `/telegram/people/${id}`);
    const shown = await fetch(new URL(body.messages[0].media.url, emulators.controlUrl));
    expect(shown.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await shown.arrayBuffer())).toEqual(picture);
  });

  it('refuses a body that is no action, and a browser of another site', async () => {
    const { id } = emulators.telegram.addPerson();
    expect(await act(id, { kind: 'dance' })).toMatchObject({ status: 400 });
    const foreign = { origin: 'https://evil.example' };
    expect(await control('GET', '/telegram/people', undefined, foreign)).toMatchObject({ status: 403 });
    expect(await statusWithHost('rebound.example')).toBe(403);
    expect(await statusWithHost(new URL(emulators.controlUrl).host)).toBe(200);
  });
});

it('streams what changes on the phones, and counts the crowd', async () => {
  const { id } = emulators.telegram.addPerson({ status: 'active' });
  const crowd = emulators.telegram.addPerson({ status: 'active', crowd: true });
  const closing = new AbortController();
  const response = await fetch(`${emulators.controlUrl}/events`, { signal: closing.signal });
  await api.sendMessage(crowd.id, 'Усім');
  await api.sendMessage(id, 'Вам');
  const received = await readUntil(response, (text) => text.includes('event: counters'));
  closing.abort();
  expect(received).toMatch(/event: phone\ndata: \{"messenger":"telegram","personId":"\d+","type":"message"/);
  expect(received).toContain('"text":"Вам"');
  expect(received).not.toContain('Усім');
  expect(received).toContain('"telegram":{"receivedCount":2,"perSecond":');
});

/** `fetch` does not let a test choose the Host header. */
function statusWithHost(host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const address = `${emulators.controlUrl}/telegram/people`;
    get(address, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).once('error', reject);
  });
}

async function readUntil(response: Response, isEnough: (text: string) => boolean): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (isEnough(text)) return text;
  }
  return text;
}
