import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Picture } from '../../../src/domain/content.js';
import type { JournalRequest } from '../../../src/sandbox/emulators/journal.js';
import { broadcastModel } from '../../../src/storage/broadcasts/broadcast-model.js';
import { connectDatabase } from '../../../src/storage/connection.js';
import { createFiles } from '../../../src/storage/files/files-store.js';
import { until } from '../../support/until.js';
import { aWorld, type World } from '../../support/world.js';

const PEOPLE = 40;

interface BroadcastJson {
  readonly id: string;
  readonly status: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly warnings: readonly { readonly channel: string; readonly code: string }[];
}

describe('pictures of a broadcast in Telegram', { timeout: 60_000 }, () => {
  let world: World;

  beforeAll(async () => {
    world = await aWorld({
      emulators: { limits: { telegram: false, viber: false } },
      env: { TELEGRAM_MESSAGES_PER_SECOND: '60' },
    });
    await world.start();
    const lines = Array.from({ length: PEOPLE }, () => {
      const { id } = world.emulators.telegram.addPerson({ crowd: true, status: 'active' });
      return JSON.stringify({ channel: 'telegram', address: id });
    });
    await world.api('POST', '/subscribers/import', lines.join('\n'));
  });
  afterAll(() => world.close());

  it('go up once, by the first delivery; everybody else gets them by reference', async () => {
    const { faults, journal } = world.emulators.telegram;
    faults.latencyMs = 300; // long enough for others to be due meanwhile
    const id = await approved('Одна світлина', [await stored('teal')]);
    const finished = await end(id);
    faults.latencyMs = 0;
    expect(finished.counts).toMatchObject({ total: PEOPLE, sent: PEOPLE });
    const sent = journal.requests('sendPhoto');
    expect(sent.map(isUpload)).toEqual([true, ...Array.from({ length: PEOPLE - 1 }, () => false)]);
    expect(new Set(sent.slice(1).map(({ parameters }) => parameters.photo)).size).toBe(1);
  });

  it('go up again when nobody knows whether the first delivery arrived', async () => {
    const { faults, journal } = world.emulators.telegram;
    journal.clear();
    faults.add({ answer: { kind: 'reset' }, times: 1, method: 'sendPhoto', accepted: true });
    faults.add({ answer: { kind: 'refuse', code: 500 }, times: 1, method: 'sendPhoto' });
    const finished = await end(await approved('Обрив', [await stored('olive')]));
    expect(finished.counts).toMatchObject({ sent: PEOPLE - 1, unknown: 1, failed: 0 });
    expect(journal.requests('sendPhoto').filter(isUpload)).toHaveLength(3);
    expect(journal.repeats()).toEqual([]);
  });

  it('stay uploaded through kill -9: an album reaches everybody whole and nobody twice', async () => {
    const { faults, journal } = world.emulators.telegram;
    journal.clear();
    faults.latencyMs = 100;
    const album = [await stored('navy'), await stored('gold'), await stored('plum')];
    const id = await approved('Альбом', album);
    await until('the album to go up', () => journal.requestCount('sendMediaGroup') > 0);
    await world.kill(); // while the first delivery is under way
    await world.start();
    await until('a few to have the album', () => journal.requestCount('sendMediaGroup') > 5);
    await world.kill(); // while it goes by reference
    await world.start();
    const { counts, warnings } = await end(id);
    faults.latencyMs = 0;
    expect(warnings.map(({ channel, code }) => `${channel} ${code}`)).toEqual([
      'telegram text.after-pictures',
      'viber pictures.no-public-url',
    ]);
    const { sent = 0, unknown = 0 } = counts;
    expect(counts).toMatchObject({ total: PEOPLE, sent: PEOPLE - unknown });

    for (const method of ['sendMediaGroup', 'sendMessage']) {
      const receivers = journal.requests(method).flatMap(({ personIds }) => personIds);
      expect(new Set(receivers).size).toBe(receivers.length);
      expect(receivers.length).toBeGreaterThanOrEqual(sent);
    }
    // One that the kill left unknown, and the one after it.
    expect(journal.requests('sendMediaGroup').filter(isUpload).length).toBeLessThanOrEqual(2);
  });

  /** A draft with these pictures, approved. The guard would not fetch them from this machine. */
  async function approved(title: string, pictures: readonly Picture[]): Promise<string> {
    const { body } = await world.api<BroadcastJson>('POST', '/broadcasts', {
      kind: 'announcement',
      title,
      text: 'Запрошуємо на площу.',
      ignoreQuietHours: true,
    });
    await inDatabase(({ connection }) =>
      broadcastModel(connection).updateOne({ _id: body.id }, { $set: { pictures } }),
    );
    const { status } = await world.api('POST', `/broadcasts/${body.id}/approve`, {});
    expect(status).toBe(200);
    return body.id;
  }

  function stored(colour: string): Promise<Picture> {
    return inDatabase(async ({ files }) => {
      const jpeg = await sharp({ create: { width: 60, height: 40, channels: 3, background: colour } })
        .jpeg()
        .toBuffer();
      const { id } = await files.put(jpeg, 'image/jpeg');
      const { publicName } = await files.publish(id);
      return { fileId: id, publicName, alt: colour };
    });
  }

  async function end(id: string): Promise<BroadcastJson> {
    return until(
      'the broadcast to finish',
      async () => {
        const { body } = await world.api<BroadcastJson>('GET', `/broadcasts/${id}`);
        return body.status === 'finished' && body;
      },
      60_000,
    );
  }

  async function inDatabase<T>(work: (parts: Awaited<ReturnType<typeof opened>>) => Promise<T>): Promise<T> {
    const parts = await opened();
    try {
      return await work(parts);
    } finally {
      await parts.connection.close();
    }
  }

  async function opened() {
    const uri = readFileSync(join(world.dataDir, 'mongodb.uri'), 'utf8').trim();
    const connection = await connectDatabase(uri);
    const files = await createFiles({
      connection,
      directory: join(world.dataDir, 'files'),
      real: () => new Date(),
    });
    return { connection, files };
  }
});

/** Whether bytes went up with the request; else everything in it was named by file_id. */
function isUpload({ parameters }: JournalRequest): boolean {
  return JSON.stringify(parameters).includes('attach://');
}
