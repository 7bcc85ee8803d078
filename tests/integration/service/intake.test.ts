import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { telegramWebhookSecret } from '../../../src/channels/telegram/webhook.js';
import { connectDatabase } from '../../../src/storage/connection.js';
import { aResident } from '../../support/resident.js';
import { aWorld, type World } from '../../support/world.js';

/** More people than the service works for at once. */
const PEOPLE_WITH_PHOTOS = 80;

describe('the intake of the service', () => {
  let world: World;

  beforeEach(async () => {
    world = await aWorld({ emulators: { limits: { telegram: false, viber: false } } });
    await world.start();
  });
  afterEach(() => world.close());

  it('answers a person at once while the files of many others do not come', async () => {
    const { telegram } = world.emulators;
    telegram.faults.add({ answer: { kind: 'never' }, times: 1_000, method: 'getFile' });
    for (let index = 0; index < PEOPLE_WITH_PHOTOS; index += 1)
      telegram.phone(telegram.addPerson({ status: 'active' }).id).sendPhoto({ bytes: new Uint8Array(10) });
    const resident = aResident(world.emulators, 'telegram', 'Ігор');
    await resident.sees('Вітаємо');
  });

  it('keeps every one of five hundred acknowledged updates through kill -9', async () => {
    const secret = telegramWebhookSecret(world.emulators.telegram.token);
    const post = async (id: number): Promise<number> => {
      const chat = { id, type: 'private', first_name: 'Мешканка' };
      const message = { message_id: 1, date: 1_790_000_000, chat, from: chat, text: 'Добрий день' };
      const response = await fetch(`${world.url}/webhooks/telegram`, {
        method: 'POST',
        headers: { 'x-telegram-bot-api-secret-token': secret },
        body: JSON.stringify({ update_id: id, message }),
      });
      return response.status;
    };
    const statuses = new Set<number>();
    const lanes = Array.from({ length: 100 }, async (_, lane) => {
      for (let index = 0; index < 5; index += 1) statuses.add(await post(8_000_000_000 + lane * 5 + index));
    });
    await Promise.all(lanes);
    await world.kill();
    expect(statuses).toEqual(new Set([200]));

    await world.start();
    const uri = readFileSync(join(world.dataDir, 'mongodb.uri'), 'utf8').trim();
    const connection = await connectDatabase(uri);
    const stored = await connection.collection('inbox').countDocuments({ channel: 'telegram' });
    await connection.close();
    expect(stored).toBe(500);
  }, 60_000);
});
