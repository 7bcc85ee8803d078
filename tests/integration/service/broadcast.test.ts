import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localClock } from '../../../src/lib/city-time.js';
import { aResident } from '../../support/resident.js';
import { until } from '../../support/until.js';
import { aWorld, type World } from '../../support/world.js';

interface BroadcastJson {
  readonly id: string;
  readonly status: string;
  readonly hash: string;
  readonly silences: readonly object[];
  readonly counts: Readonly<Record<string, number>>;
  readonly channels: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

interface DeliveriesJson {
  readonly items: readonly {
    readonly address: string;
    readonly status: string;
    readonly code: string | null;
  }[];
  readonly nextCursor: string | null;
}

const NEWS = {
  kind: 'news',
  delivery: 'instant',
  title: 'Ремонт мосту',
  text: 'Рух **обмежено** до 5 грудня.',
  link: { url: 'https://example.org/bridge', label: 'Читати на сайті' },
};

describe('a broadcast to both messengers', () => {
  let world: World;

  beforeAll(async () => {
    world = await aWorld({ emulators: { limits: { telegram: false, viber: false } } });
    await world.start();
  });
  afterAll(() => world.close());

  it('reaches every active subscriber once, and the counts add up', async () => {
    const reached = await people(world, 20);
    const blocked = world.emulators.telegram.addPerson({ status: 'blocked' });
    const left = world.emulators.viber.addPerson({ status: 'blocked' });
    await subscribe(world, [
      ...reached,
      { channel: 'telegram', address: blocked.id },
      { channel: 'viber', address: left.id },
    ]);

    const finished = await send(world, NEWS);
    expect(finished.counts).toEqual({
      total: 42,
      queued: 0,
      sending: 0,
      sent: expect.any(Number),
      delivered: expect.any(Number),
      seen: expect.any(Number),
      failed: 0,
      unreachable: 2,
      unknown: 0,
      skipped: 0,
    });
    for (const { channel, address } of reached) {
      const { journal } = world.emulators[channel];
      await until(`${channel} to reach ${address}`, () => journal.receivedCount(address) > 0);
      expect(journal.receivedCount(address)).toBe(1);
    }
    const { body } = await world.api<DeliveriesJson>(
      'GET',
      `/broadcasts/${finished.id}/deliveries?status=unreachable`,
    );
    expect(body.items.map(({ code }) => code).sort()).toEqual(['telegram.403.blocked', 'viber.6']);
  });

  it('leaves out those who have gone, next time', async () => {
    const finished = await send(world, { ...NEWS, title: 'Друга новина' });
    expect(finished.counts).toMatchObject({ total: 40, unreachable: 0 });
  });

  it('goes once more only to those it failed, by a new broadcast of it', async () => {
    const { faults } = world.emulators.telegram;
    faults.add({
      answer: { kind: 'refuse', code: 400, description: 'Bad Request: PHOTO_INVALID' },
      times: 1,
      method: 'sendMessage',
    });
    const first = await send(world, { ...NEWS, title: 'З помилкою' });
    expect(first.counts).toMatchObject({ failed: 1, total: 40 });
    const second = await send(world, { ...NEWS, title: 'Ще раз', of: first.id });
    expect(second.counts).toMatchObject({ total: 1, sent: 1 });
  });

  it('goes only to the topics of its audience', async () => {
    const { id } = world.emulators.telegram.addPerson({ status: 'active' });
    await subscribe(world, [{ channel: 'telegram', address: id, topics: ['petitions'] }]);
    const finished = await send(world, { ...NEWS, title: 'Петиція', audience: { topics: ['greetings'] } });
    expect(finished.counts.total).toBe(40);
  });

  it('refuses an approval of what the approver did not see', async () => {
    const draft = await world.api<BroadcastJson>('POST', '/broadcasts', NEWS);
    await world.api('PATCH', `/broadcasts/${draft.body.id}`, { text: 'Інший текст' });
    const stale = await world.api('POST', `/broadcasts/${draft.body.id}/approve`, { hash: draft.body.hash });
    expect(stale.status).toBe(409);
  });

  it('is silent exactly as long as Telegram asks, then goes on', async () => {
    const { faults, journal } = world.emulators.telegram;
    faults.add({ answer: { kind: 'throttle', retryAfterSeconds: 2 }, times: 1, method: 'sendMessage' });
    const before = journal.requestCount('sendMessage');
    const id = await approved(world, {
      ...NEWS,
      title: 'Після паузи',
      audience: { channels: ['telegram'] },
    });
    const waiting = await until('the silence to be told', async () => {
      const { body } = await world.api<BroadcastJson>('GET', `/broadcasts/${id}`);
      return body.silences.length > 0 && body;
    });
    expect(waiting.silences).toEqual([{ channel: 'telegram', until: expect.any(String) }]);
    const { counts, silences } = await finished(world, id);
    expect(silences).toEqual([]);
    expect(counts).toMatchObject({ failed: 0, unknown: 0, total: counts.sent });
    const requests = journal.requests('sendMessage').slice(before - journal.requestCount('sendMessage'));
    const throttled = requests.findIndex(({ outcome }) => outcome !== 'ok');
    const afterwards = requests.filter(({ at }) => {
      const pauseMs = at.getTime() - (requests[throttled]?.at.getTime() ?? 0);
      return pauseMs > 300 && pauseMs < 2_000;
    });
    expect(afterwards).toEqual([]);
  });

  it('counts what may have arrived as unknown and does not repeat it', async () => {
    const { faults, journal } = world.emulators.telegram;
    faults.add({ answer: { kind: 'reset' }, times: 1, method: 'sendMessage', accepted: true });
    const finished = await send(world, { ...NEWS, title: 'Обрив', audience: { channels: ['telegram'] } });
    expect(finished.counts).toMatchObject({ unknown: 1, failed: 0 });
    expect(journal.repeats().filter(({ text }) => text.includes('Обрив'))).toEqual([]);
  });

  it('can be stopped: what waits is skipped', async () => {
    world.emulators.telegram.faults.latencyMs = 0;
    const draft = await world.api<BroadcastJson>('POST', '/broadcasts', { ...NEWS, title: 'Скасована' });
    await world.api('POST', `/broadcasts/${draft.body.id}/approve`, { undoSeconds: 60 });
    const cancelled = await world.api<BroadcastJson>('POST', `/broadcasts/${draft.body.id}/cancel`);
    expect(cancelled.body.status).toBe('cancelled');
    expect(world.emulators.viber.journal.repeats()).toEqual([]);
  });
});

interface Address {
  readonly channel: 'telegram' | 'viber';
  readonly address: string;
  readonly topics?: readonly string[];
}

async function people({ emulators }: World, each: number): Promise<Address[]> {
  return (['telegram', 'viber'] as const).flatMap((channel) =>
    Array.from({ length: each }, () => ({
      channel,
      address: emulators[channel].addPerson({ status: 'active' }).id,
    })),
  );
}

async function subscribe(world: World, addresses: readonly Address[]): Promise<void> {
  const lines = addresses.map((address) => JSON.stringify(address)).join('\n');
  const { body } = await world.api<{ created: number; updated: number }>(
    'POST',
    '/subscribers/import',
    lines,
  );
  expect(body.created + body.updated).toBe(addresses.length);
}

async function send(world: World, input: object): Promise<BroadcastJson> {
  return finished(world, await approved(world, input));
}

/** @returns id of the new broadcast */
async function approved(world: World, input: object, how: object = {}): Promise<string> {
  const draft = await world.api<BroadcastJson>('POST', '/broadcasts', input);
  expect(draft.status).toBe(201);
  const { id, hash } = draft.body;
  const { status } = await world.api('POST', `/broadcasts/${id}/approve`, { hash, ...how });
  expect(status).toBe(200);
  return id;
}

function finished(world: World, id: string): Promise<BroadcastJson> {
  return until(
    'the broadcast to finish',
    async () => {
      const { body } = await world.api<BroadcastJson>('GET', `/broadcasts/${id}`);
      return body.status === 'finished' && body;
    },
    30_000,
  );
}

describe('a broadcast in quiet hours', () => {
  let world: World;

  beforeAll(async () => {
    world = await aWorld({ emulators: { limits: { telegram: false, viber: false } } });
    await world.start();
    await subscribe(world, await people(world, 3));
  });
  afterAll(() => world.close());

  it('waits, says until when, and leaves as soon as they are over', async () => {
    const quietHours = windowAround(new Date());
    await world.api('PATCH', '/settings', { broadcasts: { quietHours } });
    const { body: draft } = await world.api<BroadcastJson>('POST', '/broadcasts', NEWS);
    await world.api('POST', `/broadcasts/${draft.id}/approve`, { hash: draft.hash });
    const path = `/broadcasts/${draft.id}`;
    const waiting = await until('the broadcast to wait', async () => {
      const { body } = await world.api<BroadcastJson & { departure: unknown }>('GET', path);
      return body.status === 'scheduled' && body;
    });
    expect(waiting.departure).toEqual({ at: expect.any(String), reason: 'quiet-hours' });

    const urgent = await send(world, { ...NEWS, title: 'Прорив труби', ignoreQuietHours: true });
    expect(urgent.counts).toMatchObject({ total: 6, queued: 0 });
    expect((await world.api<BroadcastJson>('GET', path)).body.status).toBe('scheduled');

    await world.api('PATCH', '/settings', { broadcasts: { quietHours: null } });
    const left = await until('the broadcast to leave', async () => {
      const { body } = await world.api<BroadcastJson>('GET', path);
      return body.status === 'finished' && body;
    });
    expect(left.counts).toMatchObject({ total: 6, queued: 0 });
  });
});

/** From two hours before to two hours after, by the city's clock. */
function windowAround(now: Date) {
  const clockAt = (hours: number) => localClock(new Date(now.getTime() + hours * 3_600_000));
  return { from: clockAt(-2), to: clockAt(2) };
}

describe('a broadcast to somebody who is writing an appeal', () => {
  let world: World;

  beforeAll(async () => {
    world = await aWorld({ emulators: { limits: { telegram: false, viber: false } } });
    await world.start();
  });
  afterAll(() => world.close());

  it.each(['telegram', 'viber'] as const)('waits in %s for the end; danger does not', async (channel) => {
    const resident = aResident(world.emulators, channel, 'Марія');
    await resident.sees('Вітаємо!');
    await resident.press('Ні, лише звернення');
    await resident.sees('Опишіть своїми словами');
    const idle = world.emulators[channel].addPerson({ status: 'active' });
    await subscribe(world, [
      { channel, address: resident.id },
      { channel, address: idle.id },
    ]);
    const only = { audience: { channels: [channel] } };

    const news = await approved(world, { ...NEWS, ...only });
    await until('the news to reach the idle person', async () => {
      const { body } = await world.api<BroadcastJson>('GET', `/broadcasts/${news}`);
      return body.counts.queued === 1 && body;
    });
    const danger = await approved(
      world,
      { ...NEWS, ...only, kind: 'alert', title: 'Не пийте воду з крана' },
      { emergencyReason: 'Витік хімікатів' },
    );
    await resident.sees('Не пийте воду з крана');
    expect(resident.texts().join()).not.toContain(NEWS.title);
    await finished(world, danger);

    // In Viber the keyboard of what came last has taken the place of the form's: the word does the same.
    resident.say('Скасувати');
    await resident.sees(NEWS.title);
    expect((await finished(world, news)).counts).toMatchObject({ total: 2, queued: 0 });
  });
});

it('of danger is not approved by the service’s own token without a reason', async () => {
  const world = await aWorld();
  try {
    await world.start();
    const { body } = await world.api<BroadcastJson>('POST', '/broadcasts', { ...NEWS, kind: 'alert' });
    const refused = await world.api('POST', `/broadcasts/${body.id}/approve`, { hash: body.hash });
    expect(refused.status).toBe(403);
    expect((await world.api<BroadcastJson>('GET', `/broadcasts/${body.id}`)).body.status).toBe('draft');
  } finally {
    await world.close();
  }
});
