import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayAndMonth } from '../../../src/domain/ukrainian-date.js';
import { localDay } from '../../../src/lib/city-time.js';
import { until } from '../../support/until.js';
import { aWorld, type World } from '../../support/world.js';

type Counts = Readonly<Record<string, number>>;
type Messenger = 'telegram' | 'viber';

interface AmendmentJson {
  readonly id: string;
  readonly action: string;
  readonly status: string;
  readonly ways: Readonly<Record<Messenger, string>>;
  readonly warnings: readonly { readonly channel: string; readonly code: string }[];
  readonly counts: Counts;
}

interface BroadcastJson {
  readonly id: string;
  readonly status: string;
  readonly counts: Counts;
  readonly amendments: readonly AmendmentJson[];
}

interface Address {
  readonly channel: Messenger;
  readonly address: string;
}

const NEWS = {
  kind: 'announcement',
  title: 'Відключення води',
  text: 'Води не буде у **вівторок** з 9:00.',
  link: { url: 'https://example.org/water', label: 'Читати на сайті' },
};
const RIGHT = 'Води не буде у **середу** з 9:00.';

describe('a broadcast after it was sent', () => {
  let world: World;
  let reached: readonly Address[];

  beforeAll(async () => {
    world = await aWorld({ emulators: { limits: { telegram: false, viber: false } } });
    await world.start();
    reached = await subscribe(world, 4);
  });
  afterAll(() => world.close());

  it('is corrected in place in Telegram and by a further message in Viber, for those who got it', async () => {
    const first = await send(world, NEWS);
    const sentOn = dayAndMonth(localDay(new Date()));
    const later = await subscribe(world, 1);
    const corrected = await amend(world, first.id, 'correct', { text: RIGHT });

    expect(corrected.amendments).toMatchObject([
      {
        action: 'correction',
        ways: { telegram: 'edit', viber: 'message' },
        warnings: [{ channel: 'viber', code: 'correction.further-message' }],
        counts: { total: 8, failed: 0, unknown: 0, skipped: 0 },
      },
    ]);
    expect(corrected.counts).toMatchObject({ total: 8 });
    for (const { channel, address } of reached)
      expect(await texts(world, { channel, address }, channel === 'telegram' ? 1 : 2)).toEqual(
        channel === 'telegram'
          ? ['Відключення води\n\nВоди не буде у середу з 9:00.']
          : [
              'Відключення води\n\nВоди не буде у вівторок з 9:00.\n\nЧитати на сайті: https://example.org/water',
              `Виправлення до повідомлення «Відключення води» від ${sentOn}:\n\nВоди не буде у середу з 9:00. Перепрошуємо.`,
            ],
      );
    for (const person of later) expect(await texts(world, person, 0)).toEqual([]);
    await removed(world, later);
  });

  it('keeps its buttons when it is edited', async () => {
    const first = await send(world, { ...NEWS, title: 'З кнопками' });
    await amend(world, first.id, 'correct', { text: RIGHT });
    const [person] = reached.filter(({ channel }) => channel === 'telegram');
    const message = world.emulators.telegram
      .phone(person?.address ?? '')
      .messages()
      .at(-1);
    expect(message?.editedAt).toBeDefined();
    expect(message?.buttons?.flat().map(({ label }) => label)).toEqual(['Читати на сайті', 'Менше таких']);
  });

  it('is first proposed, shown as a proposal, and gone from there once another lets it go', async () => {
    const first = await send(world, { ...NEWS, title: 'Запропоноване' });
    const proposed = await world.api('POST', `/broadcasts/${first.id}/propose-correction`, { text: RIGHT });
    expect(proposed.body).toMatchObject({ proposal: { text: RIGHT, by: 'admin-api-token' }, amendments: [] });
    await amend(world, first.id, 'correct', { text: RIGHT });
    expect(await read(world, first.id)).toMatchObject({ proposal: null });
  });

  it('goes as a further message in Telegram too when the new text needs more messages', async () => {
    const first = await send(world, { ...NEWS, title: 'Короткий текст' });
    const long = await amend(world, first.id, 'correct', { text: 'Довше. '.repeat(800) });
    expect(long.amendments[0]).toMatchObject({ ways: { telegram: 'message' }, counts: { total: 8 } });
    const short = await amend(world, first.id, 'correct', { text: RIGHT });
    expect(short.amendments[1]).toMatchObject({ ways: { telegram: 'message' }, counts: { total: 8 } });
  });

  it('is taken away in Telegram by a recall, with its further messages, and stays in Viber', async () => {
    const before = await Promise.all(reached.map((person) => texts(world, person, 0)));
    const first = await send(world, { ...NEWS, title: 'Зайве' });
    await amend(world, first.id, 'correct', { text: 'Довше. '.repeat(800) });
    const recalled = await amend(world, first.id, 'recall', { reason: 'Помилковий текст' });

    expect(recalled.amendments[1]).toMatchObject({
      action: 'recall',
      ways: { telegram: 'delete', viber: 'none' },
      warnings: [{ channel: 'viber', code: 'recall.impossible' }],
      counts: { total: 4, sent: 4 },
    });
    for (const [index, person] of reached.entries()) {
      const now = await texts(world, person, 0);
      if (person.channel === 'telegram') expect(now).toEqual(before[index]);
      else expect(now.length).toBeGreaterThan(before[index]?.length ?? 0);
    }
  });

  it('is stopped by a recall while it is being sent', async () => {
    const draft = await world.api<BroadcastJson>('POST', '/broadcasts', {
      ...NEWS,
      title: 'Посеред розсилання',
    });
    await world.api('POST', `/broadcasts/${draft.body.id}/approve`, {});
    await until('the first to get it', async () => {
      const { counts } = await read(world, draft.body.id);
      return (counts.sent ?? 0) + (counts.delivered ?? 0) > 0;
    });
    const recalled = await amend(world, draft.body.id, 'recall', {});
    expect(['cancelled', 'finished']).toContain(recalled.status);
    for (const person of reached.filter(({ channel }) => channel === 'telegram'))
      expect((await texts(world, person, 0)).filter((text) => text.includes('Посеред розсилання'))).toEqual(
        [],
      );
  });

  it('shows the newest text, the dates and the earlier versions on its page, and what became of it', async () => {
    const first = await send(world, { ...NEWS, title: 'Сторінка' });
    await amend(world, first.id, 'correct', { text: RIGHT });
    const corrected = await page(world, first.id);
    expect(corrected).toContain('<strong>середу</strong>');
    expect(corrected).toMatch(/Виправлено \d+ \S+ 20\d\d року об? \d\d:\d\d/);
    expect(corrected).toContain('<strong>вівторок</strong>');

    const recalled = await amend(world, first.id, 'recall', { reason: 'Роботи перенесено' });
    const empty = await page(world, first.id);
    expect(empty).toContain('Повідомлення відкликано');
    expect(empty).toContain('Роботи перенесено');
    expect(empty).not.toContain('середу');
    for (const { id } of recalled.amendments) expect((await fetch(`${world.url}/n/${id}`)).status).toBe(404);
  });

  it('says no to what cannot be corrected or recalled', async () => {
    const draft = await world.api<BroadcastJson>('POST', '/broadcasts', NEWS);
    const { id } = draft.body;
    expect(await refusal(world, id, 'correct', { text: RIGHT })).toEqual([409, 'broadcast.is-draft']);
    expect(await refusal(world, id, 'recall', {})).toEqual([409, 'broadcast.is-draft']);
    const first = await send(world, { ...NEWS, title: 'Відмови' });
    expect((await refusal(world, first.id, 'correct', {}))[0]).toBe(422);
    expect((await refusal(world, first.id, 'correct', { text: ' ' }))[0]).toBe(422);
    expect((await refusal(world, first.id, 'recall', { why: 'x' }))[0]).toBe(422);
    expect(await refusal(world, first.id, 'correct', { text: NEWS.text })).toEqual([
      422,
      'broadcast.same-text',
    ]);
    expect((await refusal(world, 'f'.repeat(24), 'correct', { text: RIGHT }))[0]).toBe(404);
    const { amendments } = await amend(world, first.id, 'recall', {});
    expect(await refusal(world, first.id, 'recall', {})).toEqual([409, 'broadcast.recalled']);
    expect(await refusal(world, first.id, 'correct', { text: RIGHT })).toEqual([409, 'broadcast.recalled']);
    expect(await refusal(world, amendments[0]?.id ?? '', 'recall', {})).toEqual([
      409,
      'broadcast.is-amendment',
    ]);
  });

  it('stays one line in the list', async () => {
    const { body } = await world.api<{ readonly items: readonly BroadcastJson[] }>(
      'GET',
      '/broadcasts?limit=200',
    );
    const amendments = body.items.flatMap((item) => item.amendments.map(({ id }) => id));
    expect(amendments.length).toBeGreaterThan(0);
    expect(body.items.filter(({ id }) => amendments.includes(id))).toEqual([]);
  });
});

describe('kill -9 in the middle of a correction', () => {
  it('corrects everybody, and tells nobody twice', async () => {
    const world = await aWorld({
      emulators: { limits: { telegram: false, viber: false } },
      env: { LOG_LEVEL: 'warn' },
    });
    try {
      await world.start();
      const crowd = await subscribe(world, 120);
      const first = await send(world, NEWS);
      await world.api('POST', `/broadcasts/${first.id}/correct`, { text: RIGHT });
      const edits = () => world.emulators.telegram.journal.requestCount('editMessageText');
      await until('the edits to be under way', () => edits() > 20);
      await world.kill();
      await world.start();
      const corrected = await finished(world, first.id);

      expect(corrected.amendments[0]?.counts).toMatchObject({ total: 240, failed: 0, queued: 0 });
      for (const person of crowd) {
        const seen = await texts(world, person, 1);
        if (person.channel === 'telegram')
          expect(seen).toEqual(['Відключення води\n\nВоди не буде у середу з 9:00.']);
        else expect(seen.length).toBeLessThanOrEqual(2);
      }
      expect(world.emulators.viber.journal.repeats()).toEqual([]);
    } finally {
      await world.close();
    }
  }, 90_000);
});

/** So many people of each messenger. */
async function subscribe(world: World, count: number): Promise<Address[]> {
  const people = (['telegram', 'viber'] as const).flatMap((channel) =>
    Array.from({ length: count }, () => ({
      channel,
      address: world.emulators[channel].addPerson({ status: 'active' }).id,
    })),
  );
  const lines = people.map((person) => JSON.stringify(person)).join('\n');
  expect((await world.api('POST', '/subscribers/import', lines)).status).toBe(200);
  return people;
}

/** They do not disturb the counts of the next test. */
async function removed(world: World, people: readonly Address[]): Promise<void> {
  for (const { channel, address } of people)
    if (channel === 'telegram') world.emulators.telegram.phone(address).block();
    else world.emulators.viber.phone(address).unsubscribe();
  await until('them to be gone', async () => {
    const { body } = await world.api<{ readonly items: readonly unknown[] }>(
      'GET',
      '/subscribers?status=unreachable',
    );
    return body.items.length === people.length;
  });
}

async function read(world: World, id: string): Promise<BroadcastJson> {
  return (await world.api<BroadcastJson>('GET', `/broadcasts/${id}`)).body;
}

async function send(world: World, input: object): Promise<BroadcastJson> {
  const draft = await world.api<BroadcastJson>('POST', '/broadcasts', input);
  expect(draft.status).toBe(201);
  await world.api('POST', `/broadcasts/${draft.body.id}/approve`, {});
  return finished(world, draft.body.id);
}

async function amend(world: World, id: string, action: string, body: object): Promise<BroadcastJson> {
  const answer = await world.api<BroadcastJson>('POST', `/broadcasts/${id}/${action}`, body);
  expect(answer.status).toBe(200);
  return finished(world, id);
}

/** It, and everything that amends it. */
function finished(world: World, id: string): Promise<BroadcastJson> {
  return until(
    'the broadcast to finish',
    async () => {
      const broadcast = await read(world, id);
      const ended = [broadcast, ...broadcast.amendments].every(({ status }) =>
        ['finished', 'cancelled'].includes(status),
      );
      return ended && broadcast;
    },
    40_000,
  );
}

async function refusal(world: World, id: string, action: string, body: object): Promise<[number, string]> {
  const answer = await world.api<{ readonly code: string }>('POST', `/broadcasts/${id}/${action}`, body);
  return [answer.status, answer.body.code];
}

/** What the bot said to a person and did not take away, once there is as much of it. */
function texts(world: World, { channel, address }: Address, count: number): Promise<string[]> {
  return until(`${count} messages for ${address}`, () => {
    const seen = world.emulators[channel]
      .phone(address)
      .messages()
      .filter(({ from }) => from === 'bot')
      .map(({ text }) => text ?? '');
    return seen.length >= count && seen;
  });
}

async function page(world: World, id: string): Promise<string> {
  const response = await fetch(`${world.url}/n/${id}`);
  expect(response.status).toBe(200);
  return response.text();
}
