import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EmulatorsOptions } from '../../../src/sandbox/emulators/start.js';
import { until } from '../../support/until.js';
import { aWorld, type World } from '../../support/world.js';

interface BroadcastJson {
  readonly id: string;
  readonly status: string;
  readonly pauseReason: string | null;
  readonly counts: Readonly<Record<string, number>>;
}

const NEWS = { kind: 'news', delivery: 'instant', title: 'Ремонт мосту', text: 'Рух обмежено.' };

describe('a Viber bot that may not write to many at once', () => {
  let city: World;

  beforeAll(async () => {
    city = await aViberCity(25, {
      viberContract: { isBillable: true, freePerMonth: 0, mayBroadcast: false },
    });
  });
  afterAll(() => city?.close());

  it('reaches everybody one by one, once, and staff are told', async () => {
    const { counts } = await reached(city, await begin(city), 'finished');
    expect(counts).toMatchObject({ total: 25, failed: 0, unknown: 0, queued: 0 });
    const { journal } = city.emulators.viber;
    expect(journal.totalReceivedCount()).toBe(25);
    expect(journal.repeats()).toEqual([]);
    expect(journal.requestCount('send_message')).toBe(25);
    expect(await readiness(city)).toMatch(/viber refuses messages to many at once since .* \(viber\.20\)/);
  }, 60_000);
});

describe('a Viber bot that is refused for a while', () => {
  let city: World;

  beforeAll(async () => {
    city = await aViberCity(10);
  });
  afterAll(() => city?.close());

  it('is told of until Viber takes a message to many again', async () => {
    const { faults, journal } = city.emulators.viber;
    faults.add({ answer: { kind: 'refuse', code: 19 }, times: 1, method: 'broadcast_message' });
    await reached(city, await begin(city), 'finished');
    expect(journal.requestCount('send_message')).toBe(10);
    expect(await readiness(city)).toContain('(viber.19)');
    await reached(city, await begin(city), 'finished');
    expect(journal.requestCount('send_message')).toBe(10);
    expect(journal.totalReceivedCount()).toBe(20);
    expect(await readiness(city)).not.toContain('many at once');
  }, 60_000);

  it('pauses also what begins meanwhile, says why, and tries again as soon as staff resume', async () => {
    const { faults, journal } = city.emulators.viber;
    const before = journal.requestCount('broadcast_message');
    faults.add({ answer: { kind: 'refuse', code: 24 }, times: 1, method: 'broadcast_message' });
    const first = await reached(city, await begin(city), 'paused');
    const second = await reached(city, await begin(city), 'paused');
    for (const { pauseReason } of [first, second])
      expect(pauseReason).toContain('на рахунку Viber немає коштів. Поповніть рахунок');
    expect(journal.requestCount('broadcast_message')).toBe(before + 1);

    await city.api('POST', `/broadcasts/${second.id}/resume`);
    expect((await reached(city, second.id, 'finished')).counts).toMatchObject({ total: 10, failed: 0 });
    expect(journal.totalReceivedCount()).toBe(30);
  }, 60_000);
});

async function aViberCity(people: number, options: EmulatorsOptions = {}): Promise<World> {
  const city = await aWorld({ emulators: { limits: { viber: false, telegram: false }, ...options } });
  await city.start();
  const lines = Array.from({ length: people }, () =>
    JSON.stringify({ channel: 'viber', address: city.emulators.viber.addPerson({ status: 'active' }).id }),
  );
  await city.api('POST', '/subscribers/import', lines.join('\n'));
  return city;
}

async function begin({ api }: World): Promise<string> {
  const { body } = await api<BroadcastJson>('POST', '/broadcasts', NEWS);
  await api('POST', `/broadcasts/${body.id}/approve`, {});
  return body.id;
}

function reached({ api }: World, id: string, status: string): Promise<BroadcastJson> {
  return until(
    `the broadcast to be ${status}`,
    async () => {
      const { body } = await api<BroadcastJson>('GET', `/broadcasts/${id}`);
      return body.status === status && body;
    },
    30_000,
  );
}

async function readiness({ url }: World): Promise<string> {
  return (await fetch(`${url}/readyz`)).text();
}
