import { afterEach, describe, expect, it } from 'vitest';
import { pollTelegram, type TelegramPolling } from '../../../src/channels/telegram/poll.js';
import type { Logger } from '../../../src/lib/log.js';
import { startEmulators } from '../../../src/sandbox/emulators/start.js';
import { silentLogger } from '../../support/silent-logger.js';
import { until } from '../../support/until.js';
import { recordingIntake } from './recording-intake.js';
import { serveMessenger } from './serve.js';

describe('pollTelegram', () => {
  const closing: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  async function startTelegram() {
    const emulators = await startEmulators();
    closing.push(emulators.close);
    return emulators.telegram;
  }

  function poll(polling: Omit<TelegramPolling, 'signal' | 'log'> & { log?: Logger }) {
    const stopping = new AbortController();
    const ended = pollTelegram({ log: silentLogger, random: () => 0, ...polling, signal: stopping.signal });
    const stop = () => {
      stopping.abort();
      return ended;
    };
    closing.push(stop);
    return { stop };
  }

  it('stores what people write, in order', async () => {
    const telegram = await startTelegram();
    const intake = recordingIntake();
    poll({ ...telegram, intake });
    const { id } = telegram.addPerson();
    telegram.phone(id).start();
    telegram.phone(id).say('Не горить ліхтар');
    await until('two updates', () => intake.updates.length === 2);
    expect(intake.updates.map(({ person }) => person)).toEqual([id, id]);
    expect(intake.updates.map(({ body }) => JSON.parse(body).message.text)).toEqual([
      '/start',
      'Не горить ліхтар',
    ]);
  });

  it('confirms nothing that is not stored', async () => {
    const telegram = await startTelegram();
    const intake = recordingIntake();
    intake.failing = true;
    const { id } = telegram.addPerson();
    telegram.phone(id).say('Яма на дорозі');
    poll({ ...telegram, intake });
    await until('three tries', () => telegram.journal.requestCount('getUpdates') >= 3);
    expect([...telegram.state.updates.pending()]).toHaveLength(1);
    intake.failing = false;
    await until('the update', () => intake.updates.length === 1);
    await until('its confirmation', () => [...telegram.state.updates.pending()].length === 0);
  });

  it('takes over from a webhook', async () => {
    const telegram = await startTelegram();
    const url = `${telegram.apiRoot}/bot${telegram.token}/setWebhook?url=https://nizhyn.example/x`;
    telegram.webhookRoutes.add('nizhyn.example', 'http://127.0.0.1:9');
    await fetch(url);
    const intake = recordingIntake();
    poll({ ...telegram, intake });
    telegram.phone(telegram.addPerson().id).say('Добрий день');
    await until('the update', () => intake.updates.length === 1);
  });

  it('says plainly that another program has taken the bot, and goes on', async () => {
    const telegram = await startTelegram();
    const said: string[] = [];
    const intake = recordingIntake();
    poll({ ...telegram, intake, log: { ...silentLogger, warn: (_, sentence) => said.push(sentence) } });
    await until('a waiting poll', () => telegram.journal.requestCount('deleteWebhook') === 1);
    await until('the complaint', async () => {
      await fetch(`${telegram.apiRoot}/bot${telegram.token}/getUpdates?timeout=0`);
      return said.length > 0;
    });
    expect(said[0]).toContain('another program receives the messages of this bot');
    telegram.phone(telegram.addPerson().id).say('Добрий день');
    await until('the update', () => intake.updates.length === 1);
  });

  it.each(['<html>502</html>', 'null', '{"ok":true,"result":7}', '{"ok":true,"result":[7,{}]}', ''])(
    'outlives an answer of %j',
    async (nonsense) => {
      let calls = 0;
      const telegram = await serveMessenger(({ path }, response) => {
        calls += 1;
        const body = path.endsWith('deleteWebhook') ? '{"ok":true,"result":true}' : nonsense;
        response.end(calls < 6 ? body : '{"ok":true,"result":[{"update_id":5}]}');
      });
      closing.push(telegram.close);
      const intake = recordingIntake();
      poll({ token: '1:T', apiRoot: telegram.origin, intake });
      await until('the update', () => intake.updates.length === 1);
      expect(intake.updates[0]?.key).toBe('5');
    },
  );

  it('does not storm a server that answers at once with nothing', async () => {
    const telegram = await serveMessenger((_, response) => response.end('{"ok":true,"result":[]}'));
    closing.push(telegram.close);
    const startedAt = performance.now();
    poll({ token: '1:T', apiRoot: telegram.origin, intake: recordingIntake() });
    await until('several polls', () => telegram.requests.length >= 5);
    expect(performance.now() - startedAt).toBeGreaterThan(200);
  });

  it('waits as long as Telegram asks', async () => {
    const telegram = await startTelegram();
    telegram.faults.add({
      answer: { kind: 'throttle', retryAfterSeconds: 1 },
      times: 1,
      method: 'getUpdates',
    });
    const pauses: unknown[] = [];
    const intake = recordingIntake();
    const log: Logger = { ...silentLogger, warn: (fields) => pauses.push(fields) };
    poll({ ...telegram, intake, log });
    telegram.phone(telegram.addPerson().id).say('Добрий день');
    await until('the update', () => intake.updates.length === 1);
    expect(pauses).toEqual([{ code: 'telegram.429', pauseMs: 1000 }]);
  });

  it('ends at once when told to, in the middle of a long poll', async () => {
    const telegram = await startTelegram();
    const { stop } = poll({ ...telegram, intake: recordingIntake() });
    await until('a waiting poll', () => telegram.journal.requestCount('deleteWebhook') === 1);
    const startedAt = performance.now();
    await stop();
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });
});
