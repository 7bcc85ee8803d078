import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { registerViberWebhook, viberAccount } from '../../../src/channels/viber/account.js';
import { createViberChannel } from '../../../src/channels/viber/channel.js';
import { viberWebhook } from '../../../src/channels/viber/webhook.js';
import type { Welcome } from '../../../src/channels/viber/welcome.js';
import type { OutgoingContent } from '../../../src/domain/content.js';
import type { Keyboard } from '../../../src/domain/keyboard.js';
import type { Logger } from '../../../src/lib/log.js';
import { SendError, type SendReceipt } from '../../../src/services/outbox/channel.js';
import { recordingIntake } from './recording-intake.js';
import { type GotRequest, type Served, serveApp, serveMessenger } from './serve.js';

/**
 * viber-bot 1.0.18 does these things wrong; nothing of it may be seen in the service. One test for each defect that
 * must be avoided or worked around, by its number in the project's review of the package.
 */

const TOKEN = '4f2a-viber-token';
const MESSAGE_TOKEN = '4912661846655238145';
const oksana = { id: 'oksana01234567890A==', name: 'Оксана' };
const petro = { id: 'petro0123456789012A==', name: 'Петро' };

const sign = (body: string | Uint8Array) => createHmac('sha256', TOKEN).update(body).digest('hex');
const deadline = (ms = 400) => AbortSignal.timeout(ms);

describe('what Viber brings us', () => {
  const intake = recordingIntake();
  const logged: string[] = [];
  const write = (fields: object, text: string) => logged.push(`${text} ${JSON.stringify(fields)}`);
  const log: Logger = { debug: write, info: write, warn: write, error: write };
  let welcome: Welcome = async () => undefined;
  let city: Served;

  beforeAll(async () => {
    const channel = createViberChannel({
      token: TOKEN,
      apiRoot: 'http://127.0.0.1:1',
      senderName: 'Рада',
      pictureUrl: () => undefined,
    });
    city = await serveApp(
      viberWebhook({ token: TOKEN, intake, welcome: (event) => welcome(event), channel, log }),
    );
  });
  afterAll(() => city.close());
  beforeEach(() => {
    intake.updates.length = 0;
    intake.failing = false;
    logged.length = 0;
    welcome = async ({ person }) => ({ format: 'plain', text: `Вітаємо, ${person.name}!` });
  });

  const deliver = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string>, query = '') =>
    fetch(`${city.origin}/webhooks/viber${query}`, {
      method: 'POST',
      body,
      headers,
      signal: deadline(5_000),
    });
  const deliverSigned = (callback: object) => {
    const body = JSON.stringify({ message_token: 0, timestamp: 1_795_420_800_000, ...callback }).replace(
      '"message_token":0',
      `"message_token":${MESSAGE_TOKEN}`,
    );
    return deliver(body, { 'x-viber-content-signature': sign(body) });
  };
  const open = (user: object) =>
    deliverSigned({ event: 'conversation_started', type: 'open', user, subscribed: false });
  const message = (fields: object) => deliverSigned({ event: 'message', sender: oksana, message: fields });
  const kept = () => intake.updates.map(({ body }) => parsed(body));
  const parsed = (body: string) =>
    createViberChannel({ token: '', apiRoot: '', senderName: '', pictureUrl: () => undefined }).parse(
      body,
      new Date(),
    );

  it('1: a welcome is not shown again in the answers to later callbacks', async () => {
    expect(await (await open(oksana)).json()).toMatchObject({ type: 'text', text: 'Вітаємо, Оксана!' });
    for (const event of ['delivered', 'seen', 'failed']) {
      const answer = await deliverSigned({ event, user_id: petro.id });
      expect([answer.status, await answer.text()]).toEqual([200, '']);
    }
  });

  it('2: a welcome that takes a while reaches the person it was made for, whoever comes meanwhile', async () => {
    let finishFirst: (content: OutgoingContent) => void = () => {};
    const first = new Promise<OutgoingContent>((resolve) => {
      finishFirst = resolve;
    });
    welcome = async ({ person }) =>
      person.address === oksana.id ? first : { format: 'plain', text: 'Вітаємо, Петро!' };
    const toOksana = open(oksana);
    expect(await (await open(petro)).json()).toMatchObject({ text: 'Вітаємо, Петро!' });
    finishFirst({ format: 'plain', text: 'Вітаємо, Оксана!' });
    expect(await (await toOksana).json()).toMatchObject({ text: 'Вітаємо, Оксана!' });
  });

  it('2: a welcome that is never ready is given up after three seconds', async () => {
    welcome = () => new Promise(() => {});
    const answer = await open(oksana);
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    expect(intake.updates).toHaveLength(1);
  });

  it('3: the signature is taken from the header, and from ?sig= as well', async () => {
    const body = JSON.stringify({ event: 'webhook', timestamp: 1 });
    expect((await deliver(body, { 'X-Viber-Content-Signature': sign(body) })).status).toBe(200);
    expect((await deliver(body, {}, `?sig=${sign(body)}`)).status).toBe(200);
  });

  it('4: a bad or missing signature is answered 403 at once', async () => {
    const body = JSON.stringify({ event: 'message', sender: oksana });
    const bad = ['', 'zz', sign(`${body} `), sign(body).slice(2)];
    const statuses: number[] = [];
    statuses.push((await deliver(body, {})).status);
    for (const signature of bad)
      statuses.push((await deliver(body, { 'x-viber-content-signature': signature })).status);
    expect(statuses).toEqual([403, 403, 403, 403, 403]);
    expect(intake.updates).toEqual([]);
  });

  it('4: a stranger need not finish the body to be refused', async () => {
    const announced = request(`${city.origin}/webhooks/viber`, {
      method: 'POST',
      headers: { 'content-length': 500_000 },
    });
    announced.flushHeaders();
    const [answer] = (await once(announced, 'response', { signal: deadline(2_000) })) as [IncomingMessage];
    expect(answer.statusCode).toBe(403);
    announced.destroy();
  });

  it('6: the token of a receipt is the exact one that the send returned', async () => {
    await deliverSigned({ event: 'delivered', user_id: oksana.id });
    expect(kept()).toMatchObject([{ kind: 'receipt', messageId: MESSAGE_TOKEN }]);
    expect(intake.updates[0]?.key).toBe(`delivered:${MESSAGE_TOKEN}:${oksana.id}`);
  });

  it('6: words of a person that look like a token stay as they were typed', async () => {
    await message({ type: 'text', text: '"message_token":1234567890123456789' });
    expect(kept()).toMatchObject([{ text: '"message_token":1234567890123456789' }]);
  });

  it('10: a «failed» callback is kept and answered 200', async () => {
    const answer = await deliverSigned({
      event: 'failed',
      user_id: oksana.id,
      desc: 'keyboard is not valid',
    });
    expect(answer.status).toBe(200);
    expect(kept()).toMatchObject([{ kind: 'receipt', status: 'failed', reason: 'keyboard is not valid' }]);
  });

  it('12: tracking data of an answer does no harm', async () => {
    expect((await message({ type: 'text', text: 'Так', tracking_data: '""' })).status).toBe(200);
    expect(kept()).toMatchObject([{ kind: 'message', text: 'Так' }]);
  });

  it('15: the place at latitude and longitude 0 is a place', async () => {
    await message({ type: 'location', location: { lat: 0, lon: 0 } });
    expect(kept()).toMatchObject([{ place: { latitude: 0, longitude: 0 }, unreadable: undefined }]);
  });

  it('16: a shared contact keeps its token and its time', async () => {
    await message({ type: 'contact', contact: { name: 'Іван', phone_number: '+380000000000' } });
    expect(kept()).toMatchObject([
      { messageId: MESSAGE_TOKEN, at: new Date(1_795_420_800_000), unreadable: 'other' },
    ]);
  });

  it('17: a message of an unknown type is kept and becomes an event', async () => {
    expect((await message({ type: 'hologram', size: 3 })).status).toBe(200);
    expect(kept()).toMatchObject([{ kind: 'message', unreadable: 'other' }]);
  });

  it('18: a failing welcome breaks nothing, and a failing write is told to Viber, not swallowed', async () => {
    welcome = async () => {
      throw new Error('пошкоджена налаштованість');
    };
    expect((await open(oksana)).status).toBe(200);
    intake.failing = true;
    expect((await message({ type: 'text', text: 'Яма' })).status).toBe(503);
    intake.failing = false;
    expect((await message({ type: 'text', text: 'Яма' })).status).toBe(200);
  });

  it('19: the signature is that of the bytes, whatever their charset and content type', async () => {
    const bytes = new Uint8Array(Buffer.from('{"event":"message","x":"\xEF\xE0"}', 'latin1'));
    const headers = {
      'x-viber-content-signature': sign(bytes),
      'content-type': 'text/plain; charset=windows-1251',
    };
    expect((await deliver(bytes, headers)).status).toBe(200);
  });

  it('19: a body of 100 kB is taken, one over 1 MB is refused by its size', async () => {
    expect((await message({ type: 'text', text: 'ї'.repeat(100_000) })).status).toBe(200);
    const huge = JSON.stringify({ event: 'message', text: 'a'.repeat(1_100_000) });
    const headers = { 'x-viber-content-signature': sign(huge), connection: 'close' };
    expect((await deliver(huge, headers)).status).toBe(413);
  });

  it('19: signed bytes that are no callback are answered 400', async () => {
    for (const body of ['', 'null', '[]', '{}', '{"event":7}', 'не JSON'])
      expect((await deliver(body, { 'x-viber-content-signature': sign(body) })).status).toBe(400);
  });

  it('20: a GET is not an error of ours', async () => {
    const get = await fetch(`${city.origin}/webhooks/viber`, { signal: deadline(2_000) });
    expect(get.status).toBe(403);
    expect(await get.text()).toBe('');
  });

  it('22: neither the right signature nor a text is ever logged', async () => {
    const body = JSON.stringify({
      event: 'message',
      sender: oksana,
      message: { type: 'text', text: 'Таємне' },
    });
    await deliver(body, { 'x-viber-content-signature': sign('x') });
    intake.failing = true;
    await deliver(body, { 'x-viber-content-signature': sign(body) });
    expect(logged).toHaveLength(1);
    expect(logged.join()).not.toMatch(new RegExp(`${sign(body)}|Таємне|${TOKEN}|Оксана`));
  });

  it('29: a callback that Viber repeats has the same key, also without a token', async () => {
    await message({ type: 'text', text: 'Яма' });
    await message({ type: 'text', text: 'Яма' });
    const body = JSON.stringify({ event: 'client_status', code: 1 });
    await deliver(body, { 'x-viber-content-signature': sign(body) });
    await deliver(body, { 'x-viber-content-signature': sign(body) });
    expect(intake.updates.map(({ person }) => person)).toEqual([oksana.id, '']);
  });
});

describe('what we bring to Viber', () => {
  const closing: Served[] = [];
  afterEach(async () => {
    for (const served of closing.splice(0)) await served.close();
  });

  async function viberAnswering(body: string, httpStatus = 200) {
    const viber = await serveMessenger((_, response) => {
      response.writeHead(httpStatus, { 'content-type': 'application/json' });
      response.end(body);
    });
    closing.push(viber);
    return { ...viber, connection: { token: TOKEN, apiRoot: `${viber.origin}/pa` } };
  }

  function channelTo(connection: { token: string; apiRoot: string }) {
    const pictureUrl = (name: string) => `https://nizhyn.ua/media/${name}`;
    return createViberChannel({ ...connection, senderName: 'Рада', pictureUrl });
  }

  /** Sends all parts to the addresses. */
  async function say(
    content: Partial<OutgoingContent>,
    addresses: readonly string[],
    connection: { token: string; apiRoot: string },
  ): Promise<SendReceipt[]> {
    const channel = channelTo(connection);
    const uploads = {
      read: () => Promise.reject(new Error('Viber takes no bytes')),
      reference: () => undefined,
    };
    const receipts: SendReceipt[] = [];
    for (const part of channel.render({ format: 'plain', text: '', ...content }).parts)
      receipts.push(await channel.send({ addresses, part, uploads }, deadline()));
    return receipts;
  }

  const bodies = (requests: readonly GotRequest[]) =>
    requests.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
  const accepted = `{"status":0,"status_message":"ok","message_token":${MESSAGE_TOKEN},"billing_status":5}`;

  it('5: an answer that never comes or stops half way ends at the deadline', async () => {
    const silent = await serveMessenger(() => {});
    const stalled = await serveMessenger((_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"status":0,');
    });
    closing.push(silent, stalled);
    for (const { origin } of [silent, stalled]) {
      const connection = { token: TOKEN, apiRoot: origin };
      await expect(say({ text: 'Так' }, [oksana.id], connection)).rejects.toMatchObject({
        code: 'network.timeout',
        failure: { kind: 'unknown' },
      });
      await expect(viberAccount(connection, deadline())).rejects.toBeInstanceOf(SendError);
      await expect(
        registerViberWebhook({ ...connection, publicUrl: 'https://nizhyn.ua' }, deadline()),
      ).rejects.toMatchObject({ code: 'network.timeout' });
    }
  });

  it('5: an empty answer settles', async () => {
    const { connection } = await viberAnswering('', 500);
    await expect(say({ text: 'Так' }, [oksana.id], connection)).rejects.toMatchObject({
      code: 'viber.http.500',
    });
    await expect(viberAccount(connection, deadline())).rejects.toBeInstanceOf(SendError);
  });

  it('6: the token of a sent message is exact', async () => {
    const { connection } = await viberAnswering(accepted);
    expect((await say({ text: 'Так' }, [oksana.id], connection))[0]?.messageIds).toEqual([MESSAGE_TOKEN]);
  });

  it('7: three hundred people are one request, with those refused and the price told', async () => {
    const { connection, requests } = await viberAnswering(
      `{"status":0,"message_token":${MESSAGE_TOKEN},"billing_status":5,"failed_list":[` +
        `{"receiver":"p7","status":6,"status_message":"Not subscribed"},{"receiver":"p9","status":12}]}`,
    );
    const people = Array.from({ length: 300 }, (_, index) => `p${index}`);
    const [receipt] = await say({ text: 'Новини' }, people, connection);
    expect(requests.map(({ path }) => path)).toEqual(['/pa/broadcast_message']);
    expect(bodies(requests)[0]).toMatchObject({ broadcast_list: people });
    expect(
      [...(receipt?.refused ?? [])].map(([address, { code, failure }]) => [address, code, failure]),
    ).toEqual([
      ['p7', 'viber.6', { kind: 'unreachable', stranger: true }],
      ['p9', 'viber.12', { kind: 'retry' }],
    ]);
    expect(receipt).toMatchObject({ messageIds: [MESSAGE_TOKEN], billingStatus: 5 });
  });

  it('8: the caller’s arrays stay as they were, and every person gets the same', async () => {
    const { connection, requests } = await viberAnswering(accepted);
    const channel = channelTo(connection);
    const rendered = channel.render({ format: 'plain', text: 'слово '.repeat(2_000) });
    const before = structuredClone(rendered);
    const addresses = [oksana.id, petro.id];
    const uploads = { read: () => Promise.reject(new Error()), reference: () => undefined };
    for (const address of addresses)
      for (const part of rendered.parts)
        await channel.send({ addresses: [address], part, uploads }, deadline());
    expect(rendered).toEqual(before);
    expect(addresses).toEqual([oksana.id, petro.id]);
    const texts = bodies(requests).map(({ text }) => text);
    expect(texts.slice(0, rendered.parts.length)).toEqual(texts.slice(rendered.parts.length));
  });

  it.each([
    ['an HTML page', '<html>502</html>', 502, 'viber.http.502', 'unknown'],
    ['a JSON list', '[]', 200, 'viber.http.200', 'unknown'],
    ['a page of a wrong address', '<html>404</html>', 404, 'viber.http.404', 'account'],
    ['a refusal', '{"status":6,"status_message":"notSubscribed"}', 200, 'viber.6', 'unreachable'],
  ])('9: %s rejects with our own error', async (_, body, httpStatus, code, kind) => {
    const { connection } = await viberAnswering(body, httpStatus);
    const refusal = await say({ text: 'Так' }, [oksana.id], connection).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(SendError);
    expect(refusal).toMatchObject({ code, failure: { kind } });
    await expect(viberAccount(connection, deadline())).rejects.toBeInstanceOf(SendError);
  });

  it('11: people’s names are asked for, «failed» too, and nothing is sent as inline', async () => {
    const { connection, requests } = await viberAnswering('{"status":0}');
    await registerViberWebhook({ ...connection, publicUrl: 'https://nizhyn.ua' }, deadline());
    expect(bodies(requests)).toEqual([
      {
        url: 'https://nizhyn.ua/webhooks/viber',
        event_types: ['delivered', 'seen', 'failed', 'subscribed', 'unsubscribed', 'conversation_started'],
        send_name: true,
        send_photo: false,
      },
    ]);
  });

  it('12: no tracking data of two quotes goes with a message', async () => {
    const { connection, requests } = await viberAnswering(accepted);
    await say({ text: 'Так' }, [oksana.id], connection);
    expect(bodies(requests)[0]).not.toHaveProperty('tracking_data');
  });

  it('13: every part of a long message carries the keyboard', async () => {
    const { connection, requests } = await viberAnswering(accepted);
    await say({ text: 'слово '.repeat(3_000), keyboard: yesNo }, [oksana.id], connection);
    expect(requests.length).toBeGreaterThan(1);
    for (const body of bodies(requests))
      expect(body).toMatchObject({ keyboard: { Buttons: [{ Text: 'Так' }, { Text: 'Ні' }] } });
  });

  it('14: an empty text is never sent', async () => {
    const { connection, requests } = await viberAnswering(accepted);
    expect(await say({ text: ' \n' }, [oksana.id], connection)).toEqual([]);
    expect(requests).toEqual([]);
  });

  it('21: every call goes to the API root of the settings', async () => {
    const { connection, requests } = await viberAnswering('{"status":0,"name":"Ніжинська міська рада"}');
    await say({ text: 'Так' }, [oksana.id], connection);
    expect(await viberAccount(connection, deadline())).toMatchObject({ name: 'Ніжинська міська рада' });
    await registerViberWebhook({ ...connection, publicUrl: 'https://nizhyn.ua' }, deadline());
    expect(requests.map(({ path }) => path)).toEqual([
      '/pa/send_message',
      '/pa/get_account_info',
      '/pa/set_webhook',
    ]);
  });

  it('22: a message holds no token in its body, only in the header', async () => {
    const { connection, requests } = await viberAnswering(accepted);
    await say({ text: 'Так' }, [oksana.id], connection);
    expect(requests[0]?.headers['x-viber-auth-token']).toBe(TOKEN);
    expect(requests[0]?.body).not.toContain(TOKEN);
  });

  it('23: an address that is encoded already stays as it is', async () => {
    const { connection, requests } = await viberAnswering(accepted);
    const url = 'https://nizhyn.ua/%D0%BD%D0%BE%D0%B2%D0%B8%D0%BD%D0%B8?q=a%20b';
    const keyboard: Keyboard = {
      placement: 'message',
      rows: [[{ label: 'Докладніше', action: { kind: 'url', url } }]],
    };
    await say({ text: 'Новини', keyboard }, [oksana.id], connection);
    expect(bodies(requests)).toMatchObject([
      {
        text: `Новини\n\nДокладніше: ${url}`,
        keyboard: { Buttons: [{ ActionBody: url }, { Text: 'Меню' }] },
      },
    ]);
  });

  it('24: a picture without words has an empty text, and null stands nowhere', async () => {
    const { connection, requests } = await viberAnswering(accepted);
    const pictures = [{ fileId: 'f', publicName: 'p.jpg', alt: 'Площа' }];
    await say({ pictures }, [oksana.id], connection);
    expect(bodies(requests)).toMatchObject([{ type: 'picture', text: '' }]);
    expect(requests[0]?.body).not.toContain('null');
  });

  it('25: a request for a place names the version it needs; sizes stay within the limits', async () => {
    const { connection, requests } = await viberAnswering(accepted);
    const keyboard: Keyboard = {
      placement: 'question',
      rows: [[{ label: 'Надіслати моє місце', action: { kind: 'request-location' } }]],
    };
    await say({ text: '«ї»'.repeat(9_000), keyboard }, [oksana.id], connection);
    for (const { body } of requests) {
      expect(JSON.parse(body)).toMatchObject({ min_api_version: 3 });
      expect(Buffer.byteLength(body)).toBeLessThanOrEqual(30_000);
    }
  });
});

const yesNo: Keyboard = {
  placement: 'question',
  rows: [
    [
      { label: 'Так', action: { kind: 'command', data: 'yes' } },
      { label: 'Ні', action: { kind: 'command', data: 'no' } },
    ],
  ],
};
