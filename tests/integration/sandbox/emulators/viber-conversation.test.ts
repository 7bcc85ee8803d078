import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Emulators, startEmulators } from '../../../../src/sandbox/emulators/start.js';
import { until } from '../../../support/until.js';

const SENDER = { name: 'Ніжинська міська рада' };

let emulators: Emulators;
let webhook: Awaited<ReturnType<typeof startWebhook>>;

beforeEach(async () => {
  emulators = await startEmulators({ viberCallbackRetryDelaysMs: [1, 1, 1] });
  webhook = await startWebhook();
});
afterEach(async () => {
  await emulators.close();
  await webhook.close();
});

interface Received {
  readonly event: string;
  readonly raw: string;
  readonly isSigned: boolean;
  readonly [field: string]: unknown;
}

/** The bot's side: keeps what comes, answers what `answer` says. */
async function startWebhook() {
  const received: Received[] = [];
  const behaviour = { status: 200, body: '' };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const raw = Buffer.concat(chunks).toString();
    const signature = createHmac('sha256', emulators.viber.token).update(raw).digest('hex');
    const isSigned =
      request.headers['x-viber-content-signature'] === signature &&
      new URL(request.url ?? '', 'http://bot').searchParams.get('sig') === signature;
    received.push({ ...JSON.parse(raw), raw, isSigned });
    response.writeHead(behaviour.status).end(behaviour.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/webhooks/viber`,
    received,
    behaviour,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function call(method: string, body: object, token = emulators.viber.token) {
  const response = await fetch(`${emulators.viber.apiRoot}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-viber-auth-token': token },
    body: JSON.stringify(body),
  });
  const raw = await response.text();
  return { httpStatus: response.status, raw, ...(JSON.parse(raw) as { status: number }) };
}

function token(raw: string): string | undefined {
  return /"message_token":(\d+)/.exec(raw)?.[1];
}

function event(name: string, personId?: string) {
  return until(`the event ${name}`, () =>
    webhook.received.find(
      (one) => one.event === name && (personId === undefined || one.raw.includes(personId)),
    ),
  );
}

describe('the webhook', () => {
  it('is proved by a signed probe before it is registered', async () => {
    expect(await call('set_webhook', { url: webhook.url })).toMatchObject({ httpStatus: 200, status: 0 });
    expect(webhook.received).toMatchObject([{ event: 'webhook', isSigned: true }]);
  });

  it('is refused with status 1 when it does not answer 200', async () => {
    webhook.behaviour.status = 500;
    expect(await call('set_webhook', { url: webhook.url })).toMatchObject({ httpStatus: 200, status: 1 });
    expect(await call('send_message', { receiver: 'x' })).toMatchObject({ status: 10 });
  });

  it('gets the same event with the same token again until it answers 200', async () => {
    await call('set_webhook', { url: webhook.url });
    const { id } = emulators.viber.addPerson({ name: 'Петро' });
    webhook.behaviour.status = 503;
    emulators.viber.phone(id).say('Яма на дорозі');
    await event('message', id);
    webhook.behaviour.status = 200;
    await until('every callback', () => emulators.viber.pendingCallbacks().length === 0);
    const copies = webhook.received.filter((one) => one.event === 'message');
    expect(copies.length).toBeGreaterThan(1);
    expect(new Set(copies.map(({ raw }) => raw)).size).toBe(1);
  });
});

describe('with a webhook', () => {
  beforeEach(() => call('set_webhook', { url: webhook.url, send_name: true }));

  it('shows the welcome to the resident who opened the conversation, and to nobody else', async () => {
    const opened = emulators.viber.addPerson({ name: 'Петро' });
    const other = emulators.viber.addPerson({ name: 'Ганна' });
    webhook.behaviour.body = JSON.stringify({ type: 'text', text: 'Вітаємо!', sender: SENDER });
    emulators.viber.phone(opened.id).open('poster');
    await emulators.seen('viber', opened.id, ({ text }) => text === 'Вітаємо!');
    expect(await event('conversation_started')).toMatchObject({
      context: 'poster',
      subscribed: false,
      user: { id: opened.id, name: 'Петро' },
    });
    expect(emulators.viber.phone(other.id).messages()).toEqual([]);
  });

  it('delivers a message with a keyboard and returns what the key sends', async () => {
    const { id } = emulators.viber.addPerson({ name: 'Петро', status: 'active' });
    const keyboard = {
      Type: 'keyboard',
      Buttons: [{ Columns: 6, Rows: 1, ActionBody: '#menu', Text: '<b>Меню</b>' }],
    };
    const sent = await call('send_message', {
      receiver: id,
      type: 'text',
      text: 'Чим допомогти?',
      sender: SENDER,
      keyboard,
      tracking_data: 'state-1',
    });
    expect(sent).toMatchObject({ status: 0, billing_status: 5 });
    expect(BigInt(token(sent.raw) ?? 0)).toBeGreaterThan(2n ** 53n);
    expect((await event('delivered', id)).raw).toContain(`"message_token":${token(sent.raw)}`);
    emulators.viber.phone(id).pressKey('Меню');
    expect(await event('message', id)).toMatchObject({
      message: { type: 'text', text: '#menu', tracking_data: 'state-1' },
    });
  });

  it('broadcasts to those who can be reached and lists the others', async () => {
    const active = emulators.viber.addPerson({ status: 'active' });
    const gone = emulators.viber.addPerson({ status: 'blocked' });
    const nobody = 'AAAAAAAAAAAAAAAAAAAAAA==';
    const sent = await call('broadcast_message', {
      broadcast_list: [active.id, gone.id, nobody],
      type: 'text',
      text: 'Воду вимкнено',
      sender: SENDER,
    });
    expect(sent).toMatchObject({
      status: 0,
      failed_list: [
        { receiver: gone.id, status: 6, status_message: 'Not subscribed' },
        { receiver: nobody, status: 5, status_message: 'Not found' },
      ],
    });
    expect((await event('delivered', active.id)).raw).toContain(`"message_token":${token(sent.raw)}`);
  });

  it('reports a message that only the phone refused', async () => {
    const { id } = emulators.viber.addPerson({ status: 'active' });
    emulators.viber.failOnPhone(1, 'keyboard is not valid');
    const sent = await call('send_message', { receiver: id, type: 'text', text: 'Так', sender: SENDER });
    expect(sent).toMatchObject({ status: 0 });
    expect(await event('failed', id)).toMatchObject({ user_id: id, desc: 'keyboard is not valid' });
    expect(emulators.viber.phone(id).messages()).toEqual([]);
  });

  it.each([
    ['a foreign token', 2, {}, 'not-the-token'],
    ['a text of 7001 characters', 3, { text: 'а'.repeat(7001) }, undefined],
    ['a message without a sender', 4, { sender: undefined }, undefined],
    ['a person nobody knows', 5, { receiver: 'AAAAAAAAAAAAAAAAAAAAAA==' }, undefined],
    ['a body over 30 kB', 3, { padding: 'x'.repeat(31_000) }, undefined],
  ])('refuses %s with status %i', async (_what, status, change, foreign) => {
    const { id } = emulators.viber.addPerson({ status: 'active' });
    const message = { receiver: id, type: 'text', text: 'Так', sender: SENDER, ...change };
    expect(await call('send_message', message, foreign)).toMatchObject({ httpStatus: 200, status });
  });

  it('takes a message as viber-bot writes it: token in the body, empty tracking data as two quotes', async () => {
    const { id } = emulators.viber.addPerson({ status: 'active' });
    const body = {
      auth_token: emulators.viber.token,
      receiver: id,
      sender: { name: SENDER.name, avatar: null },
      tracking_data: '""',
      type: 'text',
      text: 'Так',
    };
    const response = await fetch(`${emulators.viber.apiRoot}/send_message`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    expect(await response.json()).toMatchObject({ status: 0 });
    expect(emulators.viber.journal.requests('send_message')[0]?.parameters).not.toHaveProperty('auth_token');
  });

  it('bills what is said out of the 24 hours after a resident wrote', async () => {
    const { id } = emulators.viber.addPerson({ status: 'active' });
    const message = { receiver: id, type: 'text', text: 'Так', sender: SENDER };
    expect(await call('send_message', message)).toMatchObject({ billing_status: 5 });
    emulators.viber.phone(id).say('Дякую');
    expect(await call('send_message', message)).toMatchObject({ billing_status: 2 });
  });

  it('says once that the unread was seen, with the token of the newest message', async () => {
    const { id } = emulators.viber.addPerson({ status: 'active' });
    const message = { receiver: id, type: 'text', text: 'Так', sender: SENDER };
    await call('send_message', message);
    const newest = token((await call('send_message', message)).raw);
    emulators.viber.phone(id).markSeen();
    emulators.viber.phone(id).markSeen();
    expect((await event('seen', id)).raw).toContain(`"message_token":${newest}`);
    await until('every callback', () => emulators.viber.pendingCallbacks().length === 0);
    expect(webhook.received.filter((one) => one.event === 'seen')).toHaveLength(1);
  });

  it('follows a resident out and in again', async () => {
    const { id } = emulators.viber.addPerson({ status: 'active' });
    emulators.viber.phone(id).unsubscribe();
    expect(await event('unsubscribed')).toMatchObject({ user_id: id });
    const message = { receiver: id, type: 'text', text: 'Так', sender: SENDER };
    expect(await call('send_message', message)).toMatchObject({ status: 6 });
    emulators.viber.phone(id).subscribe();
    expect(await event('subscribed')).toMatchObject({ user: { id } });
    expect(await call('send_message', message)).toMatchObject({ status: 0 });
  });

  it('sends what a resident attaches as an address the bot can fetch', async () => {
    const { id } = emulators.viber.addPerson();
    emulators.viber.phone(id).sendPhoto({ bytes: Buffer.from('фото'), caption: 'Яма' });
    const { message } = (await event('message', id)) as unknown as { message: { media: string } };
    expect(message).toMatchObject({ type: 'picture', text: 'Яма', file_name: 'photo.jpg' });
    expect(await (await fetch(message.media)).text()).toBe('фото');
  });

  it('tells the account, a person and who is online', async () => {
    const { id } = emulators.viber.addPerson({ name: 'Петро', status: 'active' });
    const nobody = 'AAAAAAAAAAAAAAAAAAAAAA==';
    expect(await call('get_account_info', {})).toMatchObject({ status: 0, subscribers_count: 1 });
    expect(await call('get_user_details', { id })).toMatchObject({ user: { id, name: 'Петро' } });
    await call('get_user_details', { id });
    expect(await call('get_user_details', { id })).toMatchObject({ status: 12 });
    expect(await call('get_online', { ids: [id, nobody] })).toMatchObject({
      users: [
        { id, online_status: 0 },
        { id: nobody, online_status: 4 },
      ],
    });
  });

  it('does not show a welcome that breaks a rule, and says why', async () => {
    const { id } = emulators.viber.addPerson();
    webhook.behaviour.body = JSON.stringify({ type: 'text', text: 'Вітаємо!' });
    emulators.viber.phone(id).open();
    const [welcome] = await until('the welcome', () => {
      const requests = emulators.viber.journal.requests('welcome');
      return requests.length > 0 && requests;
    });
    expect(welcome).toMatchObject({ personIds: [id], outcome: 'missingData: sender' });
    expect(emulators.viber.phone(id).messages()).toEqual([]);
  });
});
