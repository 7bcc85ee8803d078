import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Api } from 'grammy';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Emulators, startEmulators } from '../../../../src/sandbox/emulators/start.js';
import { until } from '../../../support/until.js';

interface Delivery {
  readonly text: string | undefined;
  readonly chatId: number | undefined;
  readonly secret: string | string[] | undefined;
}

let emulators: Emulators;
let api: Api;
let bot: Awaited<ReturnType<typeof startBot>>;

beforeEach(async () => {
  emulators = await startEmulators({ telegramWebhookRetryDelayMs: () => 1 });
  api = new Api(emulators.telegram.token, { apiRoot: emulators.telegram.apiRoot });
  bot = await startBot();
});
afterEach(async () => {
  await emulators.close();
  await bot.close();
});

/** The bot's side: answers each delivery as `answer` says. */
async function startBot() {
  const deliveries: Delivery[] = [];
  const behaviour = { answer: (_delivery: Delivery) => 200 };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { message } = JSON.parse(Buffer.concat(chunks).toString());
    const delivery = {
      text: message?.text,
      chatId: message?.chat.id,
      secret: request.headers['x-telegram-bot-api-secret-token'],
    };
    deliveries.push(delivery);
    response.writeHead(behaviour.answer(delivery)).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    url: `${origin}/webhooks/telegram`,
    deliveries,
    behaviour,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

describe('deliveries', () => {
  it('carry the secret and repeat in order, chat by chat, until they are answered 2xx', async () => {
    const stubborn = emulators.telegram.addPerson({ name: 'Перший' });
    const other = emulators.telegram.addPerson({ name: 'Другий' });
    let refusals = 3;
    bot.behaviour.answer = ({ text }) => (text === 'раз' && refusals-- > 0 ? 500 : 200);
    await api.setWebhook(bot.url, { secret_token: 'secret_1' });
    emulators.telegram.phone(stubborn.id).say('раз');
    emulators.telegram.phone(stubborn.id).say('два');
    emulators.telegram.phone(other.id).say('окремо');
    await until('every delivery', async () => (await api.getWebhookInfo()).pending_update_count === 0);
    const ofFirst = bot.deliveries.filter(({ chatId }) => chatId === Number(stubborn.id));
    expect(ofFirst.map(({ text }) => text)).toEqual(['раз', 'раз', 'раз', 'раз', 'два']);
    expect(new Set(bot.deliveries.map(({ secret }) => secret))).toEqual(new Set(['secret_1']));
  });

  it('reach a public address through a route, and only then', async () => {
    const url = 'https://city.example/webhooks/telegram';
    await expect(api.setWebhook(url)).rejects.toMatchObject({
      description: 'Bad Request: bad webhook: Failed to resolve host: Name or service not known',
    });
    emulators.telegram.webhookRoutes.add('city.example', bot.origin);
    await api.setWebhook(url);
    emulators.telegram.phone(emulators.telegram.addPerson().id).say('Вітаю');
    await until('the delivery', () => bot.deliveries.length === 1);
    expect(await api.getWebhookInfo()).toMatchObject({ url, max_connections: 40 });
  });
});

it('refuses polling while a webhook is set, and ends a waiting poll when one is', async () => {
  const poll = expect(api.getUpdates({ timeout: 30 })).rejects.toMatchObject({ error_code: 409 });
  await api.setWebhook(bot.url);
  await poll;
  await expect(api.getUpdates()).rejects.toMatchObject({ error_code: 409 });
  await api.deleteWebhook();
  expect(await api.getUpdates()).toEqual([]);
});

it.each([
  ['plain http outside this machine', 'http://city.example/hook', /HTTPS URL must be provided/],
  ['a port that is not allowed', 'https://city.example:8080/hook', /ports 80, 88, 443 or 8443/],
])('refuses %s', async (_what, url, description) => {
  await expect(api.setWebhook(url)).rejects.toMatchObject({
    description: expect.stringMatching(description),
  });
});
