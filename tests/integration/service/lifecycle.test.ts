import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADMIN_TOKEN, MAIN } from '../../support/service.js';
import { until } from '../../support/until.js';
import { aWorld, type World } from '../../support/world.js';

const STOP_MS = 10_000;

interface BroadcastJson {
  readonly id: string;
  readonly status: string;
  readonly counts: Readonly<Record<string, number>>;
}

describe('the service as a process', { timeout: 60_000 }, () => {
  let world: World;

  beforeEach(async () => {
    world = await aWorld({ emulators: { limits: { telegram: false, viber: false } } });
  });
  afterEach(() => world.close());

  it('stops in the middle of a broadcast within ten seconds, and finishes it after the next start', async () => {
    await world.start();
    const { telegram } = world.emulators;
    telegram.faults.latencyMs = 150;
    const lines = Array.from({ length: 90 }, () =>
      JSON.stringify({
        channel: 'telegram',
        address: telegram.addPerson({ status: 'active', crowd: true }).id,
      }),
    );
    await world.api('POST', '/subscribers/import', lines.join('\n'));
    const draft = await world.api<BroadcastJson>('POST', '/broadcasts', {
      kind: 'news',
      delivery: 'instant',
      title: 'Новина',
      text: 'Текст',
    });
    await world.api('POST', `/broadcasts/${draft.body.id}/approve`, {});
    await until('the first sends', () => telegram.journal.totalReceivedCount() > 10);

    const stoppingAt = Date.now();
    expect(await world.stop()).toBe(0);
    expect(Date.now() - stoppingAt).toBeLessThan(STOP_MS);

    await world.start();
    const finished = await until(
      'the broadcast to finish',
      async () => {
        const { body } = await world.api<BroadcastJson>('GET', `/broadcasts/${draft.body.id}`);
        return body.status === 'finished' && body;
      },
      20_000,
    );
    expect(finished.counts).toMatchObject({ total: 90, sent: 90, unknown: 0 });
    expect(telegram.journal.repeats()).toEqual([]);
  });

  it('stops within ten seconds while a request hangs, which then is unknown', async () => {
    await world.start();
    const { telegram } = world.emulators;
    telegram.faults.add({ answer: { kind: 'never' }, times: 1, method: 'sendMessage' });
    const { id: address } = telegram.addPerson({ status: 'active', crowd: true });
    await world.api('POST', '/subscribers/import', JSON.stringify({ channel: 'telegram', address }));
    const draft = await world.api<BroadcastJson>('POST', '/broadcasts', {
      kind: 'announcement',
      title: 'Новина',
      text: 'Текст',
    });
    await world.api('POST', `/broadcasts/${draft.body.id}/approve`, {});
    const counts = async () =>
      (await world.api<BroadcastJson>('GET', `/broadcasts/${draft.body.id}`)).body.counts;
    await until('the request', async () => (await counts()).sending === 1);

    const stoppingAt = Date.now();
    expect(await world.stop()).toBe(0);
    expect(Date.now() - stoppingAt).toBeLessThan(STOP_MS);

    await world.start();
    expect(await counts()).toMatchObject({ total: 1, unknown: 1 });
  });

  it('refuses a second process on its data, and says which one holds it', async () => {
    await world.start();
    const second = run({ DATA_DIR: world.dataDir, SANDBOX: 'false' });
    expect(second.status).toBe(1);
    expect(second.stderr).toMatch(/Visnyk cannot start: .*\d+/);
    expect(second.stderr).not.toContain('    at ');
  });

  it('names every wrong setting in one block and ends with code 1', () => {
    const secret = 'too-short-secret';
    const wrong = run({ PORT: 'abc', PUBLIC_URL: 'http://city.example', ADMIN_API_TOKEN: secret });
    expect(wrong.status).toBe(1);
    for (const name of ['PORT', 'PUBLIC_URL', 'ADMIN_API_TOKEN']) expect(wrong.stderr).toContain(name);
    expect(wrong.stderr).not.toContain(secret);
    expect(wrong.stderr).not.toContain('    at ');
  });

  it.each(['true', 'false'])(
    'says in one block that the data directory cannot be written (sandbox: %s)',
    { timeout: 30_000 },
    (SANDBOX) => {
      for (const DATA_DIR of ['/proc', '/dev/null']) {
        const refused = run({ DATA_DIR, SANDBOX });
        expect(refused.status).toBe(1);
        expect(refused.stderr).toContain('DATA_DIR is a place where nothing can be kept');
        expect(refused.stderr).not.toContain('    at ');
      }
    },
  );

  it('writes no token, name or text of a resident to its log', async () => {
    const words = 'Таємниця мешканки';
    await world.start();
    const { telegram, viber } = world.emulators;
    const { id } = telegram.addPerson({ name: 'Оксана Приватна' });
    telegram.phone(id).start();
    telegram.phone(id).say(words);
    telegram.faults.add({
      answer: { kind: 'refuse', code: 400, description: 'Bad Request: text' },
      times: 2,
    });
    await fetch(`${world.url}/webhooks/viber?sig=0`, { method: 'POST', body: words });
    await world.api('POST', '/broadcasts', { kind: 'news', title: words, text: 5 });
    await world.emulators.seen('telegram', id, ({ text }) => text.length > 0);
    await world.stop();
    for (const leak of [telegram.token, viber.token, ADMIN_TOKEN, words, 'Оксана', id])
      expect(world.log()).not.toContain(leak);
  });
});

function run(env: Readonly<Record<string, string>>) {
  return spawnSync(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH ?? '', PORT: '0', ...env },
    encoding: 'utf8',
    timeout: 20_000,
  });
}
