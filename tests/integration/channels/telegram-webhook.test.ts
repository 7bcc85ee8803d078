import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { registerTelegramWebhook, setTelegramCommands } from '../../../src/channels/telegram/setup.js';
import { telegramWebhook, telegramWebhookSecret } from '../../../src/channels/telegram/webhook.js';
import { type Emulators, startEmulators } from '../../../src/sandbox/emulators/start.js';
import { silentLogger } from '../../support/silent-logger.js';
import { until } from '../../support/until.js';
import { recordingIntake } from './recording-intake.js';
import { type Served, serveApp } from './serve.js';

const PUBLIC_URL = 'https://nizhyn.example';

describe('the webhook of Telegram', () => {
  const intake = recordingIntake();
  let emulators: Emulators;
  let city: Served;
  let secret = '';

  beforeAll(async () => {
    emulators = await startEmulators({ telegramWebhookRetryDelayMs: () => 20 });
    secret = telegramWebhookSecret(emulators.telegram.token);
    city = await serveApp(telegramWebhook({ secret, intake, log: silentLogger }));
    emulators.telegram.webhookRoutes.add(new URL(PUBLIC_URL).host, city.origin);
  });
  afterAll(async () => {
    await emulators.close();
    await city.close();
  });
  beforeEach(() => {
    intake.updates.length = 0;
    intake.failing = false;
  });

  const post = (body: string, token?: string) =>
    fetch(`${city.origin}/webhooks/telegram`, {
      method: 'POST',
      body,
      headers: token === undefined ? {} : { 'x-telegram-bot-api-secret-token': token },
      signal: AbortSignal.timeout(5_000),
    });

  it('refuses what comes without the secret, before the body', async () => {
    expect((await post('{"update_id":1}')).status).toBe(401);
    expect((await post('{"update_id":1}', `${secret}a`)).status).toBe(401);
    const announced = request(`${city.origin}/webhooks/telegram`, {
      method: 'POST',
      headers: { 'content-length': 500_000 },
    });
    announced.flushHeaders();
    const [answer] = (await once(announced, 'response')) as [IncomingMessage];
    announced.destroy();
    expect(answer.statusCode).toBe(401);
    expect(intake.updates).toEqual([]);
  });

  it.each(['', 'не JSON', 'null', '[]', '"текст"', '{}', '{"update_id":"7"}', '{"update_id":1.5}'])(
    'answers 400 to %j',
    async (body) => {
      expect((await post(body, secret)).status).toBe(400);
    },
  );

  it('keeps an update of any other shape as it came', async () => {
    const body = '{ "update_id": 7, "message": {"text": 5}, "новина": true }';
    expect((await post(body, secret)).status).toBe(200);
    expect(intake.updates).toEqual([{ channel: 'telegram', key: '7', person: '', body }]);
  });

  it('answers 503 while updates cannot be stored', async () => {
    intake.failing = true;
    expect((await post('{"update_id":8}', secret)).status).toBe(503);
  });

  it('gets from Telegram everything, in the end, that could not be stored at first', async () => {
    const { telegram } = emulators;
    await registerTelegramWebhook({ ...telegram, publicUrl: PUBLIC_URL, secret }, AbortSignal.timeout(2_000));
    const { id } = telegram.addPerson({ name: 'Оксана' });
    intake.failing = true;
    const triedBefore = intake.tries;
    telegram.phone(id).start('appeal');
    await until('a refused try', () => intake.tries > triedBefore);
    intake.failing = false;
    await until('the update', () => intake.updates.length === 1);
    expect(intake.updates[0]).toMatchObject({ channel: 'telegram', person: id });
  });

  it('shows the eight commands', async () => {
    const { telegram } = emulators;
    await setTelegramCommands(telegram, AbortSignal.timeout(2_000));
    expect(telegram.journal.requests('setMyCommands')[0]?.parameters.commands).toHaveLength(8);
  });

  it('says which refusal it was, without the token, when the token is wrong', async () => {
    const wrong = { apiRoot: emulators.telegram.apiRoot, token: '1:wrong' };
    await expect(setTelegramCommands(wrong, AbortSignal.timeout(2_000))).rejects.toMatchObject({
      code: 'telegram.401',
      message: 'send refused: telegram.401',
    });
  });

  it('derives another secret for another token, of the letters Telegram allows', () => {
    expect(secret).toMatch(/^[A-Za-z0-9_-]{32,256}$/);
    expect(telegramWebhookSecret('1:other')).not.toBe(secret);
    expect(secret).not.toContain(emulators.telegram.token);
  });
});
