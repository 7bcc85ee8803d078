import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { residentsOf } from '../../../src/sandbox/demonstration/residents.js';
import { until } from '../../support/until.js';
import { aSandbox } from './a-sandbox.js';

const OWN = { host: 'localhost', 'sec-fetch-site': 'same-origin', 'x-sandbox-script': '1' };
const [telegram] = residentsOf('telegram');
const [viber] = residentsOf('viber');
if (!telegram || !viber) throw new Error('no residents');

describe('the sandbox page over the emulated messengers', () => {
  let sandbox: Awaited<ReturnType<typeof aSandbox>>;
  beforeAll(async () => {
    sandbox = await aSandbox(new Date('2026-11-23T10:00:00Z'));
  });
  afterAll(() => sandbox.close());

  const get = (path: string) => sandbox.app.request(`http://localhost${path}`);
  const page = async () => (await get('/sandbox')).text();
  const post = (path: string, fields: Record<string, string> = {}, headers: Record<string, string> = OWN) =>
    sandbox.app.request(`http://localhost${path}`, {
      method: 'POST',
      headers,
      body: new URLSearchParams(fields),
    });
  const act = (resident: { messenger: string; id: string }, action: string, fields = {}) =>
    post(`/sandbox/phones/${resident.messenger}/${encodeURIComponent(resident.id)}/${action}`, fields);

  it('shows both phones, seven steps and the queue', async () => {
    const html = await page();
    for (const words of [
      'Телефон: Telegram',
      'Телефон: Viber',
      'Черга звернень',
      'понеділок, 23 листопада 2026 року',
    ])
      expect(html).toContain(words);
    expect(html.match(/data-key="step-\d"/g)).toHaveLength(7);
  });

  it('carries no inline script or style, so that the strict policy holds', async () => {
    expect(await page()).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/);
  });

  it('starts the chat, sends a text and a photo, and shows them', async () => {
    expect((await act(telegram, 'start')).status).toBe(204);
    expect((await act(telegram, 'say', { text: 'Не світить <ліхтар>' })).status).toBe(204);
    expect((await act(telegram, 'photo', { sample: 'street-light' })).status).toBe(204);
    const html = await page();
    expect(html).toContain('Не світить &lt;ліхтар&gt;');
    const [, media = ''] = /src="(\/sandbox\/media\/[^"]+)"/.exec(html) ?? [];
    const picture = await get(media);
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  });

  it('presses the buttons that the bot sent', async () => {
    await fetch(`${sandbox.emulators.telegram.apiRoot}/bot${sandbox.emulators.telegram.token}/sendMessage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        chat_id: telegram.id,
        text: 'Надсилати новини?',
        reply_markup: { keyboard: [['Так, погоджуюся'], ['Ні']] },
      }),
    });
    expect((await act(telegram, 'press-key', { button: '1.0' })).status).toBe(204);
    await sandbox.emulators.seen('telegram', telegram.id, ({ text }) => text === 'Ні');
    expect((await act(telegram, 'press-key', { button: '7.0' })).status).toBe(409);
  });

  it('blocks and unblocks the bot', async () => {
    await act(viber, 'block');
    expect(await page()).toContain('Чат заблоковано');
    await act(viber, 'unblock');
    expect(await page()).not.toContain('Чат заблоковано');
  });

  it('works without scripts: a form leads back to its phone', async () => {
    const { 'x-sandbox-script': _script, ...headers } = OWN;
    const answer = await post(
      `/sandbox/phones/telegram/${telegram.id}/say`,
      { text: 'Добрий день' },
      headers,
    );
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `/sandbox?telegram=${telegram.id}#phone-telegram`,
    ]);
  });

  it('moves the calendar and runs the schedule', async () => {
    expect((await post('/sandbox/clock', { move: '15' })).status).toBe(204);
    expect(await page()).toContain('вівторок, 8 грудня 2026 року');
    expect((await post('/sandbox/clock', { move: 'today' })).status).toBe(204);
    expect(sandbox.moves).toEqual([15, 0]);
    expect((await post('/sandbox/clock', { move: '400' })).status).toBe(422);
  });

  it('signs in as a demonstration role and goes to our own pages only', async () => {
    const away = await post('/sandbox/sign-in', { role: 'moderator', next: '//evil.example' });
    expect([away.status, away.headers.get('location')]).toEqual([303, '/']);
    expect(sandbox.signedIn).toEqual(['moderator']);
    expect((await post('/sandbox/sign-in', { role: 'god' })).status).toBe(422);
  });

  it('refuses what another site asks for, and names other than this machine', async () => {
    const foreign = { host: 'localhost', 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
    expect((await post('/sandbox/sign-in', { role: 'head' }, foreign)).status).toBe(403);
    expect((await post('/sandbox/clock', { move: '1' }, { host: 'localhost' })).status).toBe(403);
    const rebound = await sandbox.app.request('http://evil.example/sandbox');
    expect(rebound.status).toBe(403);
  });

  it('answers 404 for people, actions and files that are not there', async () => {
    expect((await post('/sandbox/phones/telegram/1/say', { text: 'а' })).status).toBe(404);
    expect((await act(telegram, 'explode')).status).toBe(404);
    expect((await get('/sandbox/media/control/people')).status).toBe(404);
    expect((await get('/sandbox/media/control/media/telegram/none')).status).toBe(404);
    expect((await get('/sandbox/media/control/media/telegram/..%2f..%2fevents')).status).toBe(404);
  });

  it('tells an open page when something on its phones changes', async () => {
    const answer = await get(`/sandbox/events?telegram=${telegram.id}`);
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    const nextChange = async () => {
      for (let text = ''; !text.includes('event: changed'); ) {
        const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
        if (done) throw new Error('the stream ended');
        text += value;
      }
    };
    await nextChange();
    const changed = nextChange();
    sandbox.emulators.telegram.phone(telegram.id).say('Ще одне');
    await changed;
    await reader?.cancel();
  });

  it('ends the service the hard way after it has answered', async () => {
    expect((await post('/sandbox/kill', {})).status).toBe(204);
    expect(await page()).toMatch(/data-key="step-4"[^>]*>.*?виконано/s);
    await until('the end', () => sandbox.kills.length === 1);
  });

  it('leads to the report of March 2021 until it is signed', async () => {
    expect(await page()).toContain('value="/reports/2021-03"');
    sandbox.signatures.push(new Date());
    expect(await page()).toMatch(/data-key="step-5"[^>]*>.*?виконано.*?data-key="step-6"/s);
  });

  it('draws a sticker in both messengers, and never its number', async () => {
    for (const resident of [telegram, viber]) {
      await act(resident, 'start');
      expect((await act(resident, 'sticker')).status).toBe(204);
    }
    const html = await page();
    expect(html.match(/alt="Стікер"/g)).toHaveLength(2);
    expect(html).not.toContain('40133');
  });
});
