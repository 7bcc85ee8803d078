import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aResident, type Resident } from '../../support/resident.js';
import { aTimedWorld, type TimedWorld } from '../../support/timed-world.js';
import { until } from '../../support/until.js';

interface BroadcastJson {
  readonly id: string;
  readonly hash: string;
  readonly status: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly amendments: readonly Pick<BroadcastJson, 'status' | 'counts'>[];
}

describe('news that people got in a digest', () => {
  let world: TimedWorld;
  let telegram: Resident;
  let viber: Resident;

  beforeAll(async () => {
    world = await aTimedWorld('2026-11-23T10:00:00Z');
    [telegram, viber] = await Promise.all([newcomer('telegram'), newcomer('viber')]);
  });
  afterAll(() => world?.close());

  it('is corrected inside the digest in Telegram, and by a further message in Viber', async () => {
    const bridge = await send('Міст закрито', 'Рух обмежено до вівторка.');
    await send('Ярмарок у неділю', 'Чекаємо всіх.');
    await evening('2026-11-23');

    await world.post(`/broadcasts/${bridge.id}/correct`, { text: 'Рух обмежено до середи.' });
    const digest = await until('the edited digest', () =>
      telegram.texts().find((text) => text.includes('Головне за день:') && text.includes('до середи')),
    );
    expect(digest).toContain('Ніжин, 23 листопада. Головне за день:');
    expect(digest).toContain('Міст закрито. Рух обмежено до середи. (виправлено)');
    expect(digest).toContain('Ярмарок у неділю. Чекаємо всіх.');
    expect(digest).not.toContain('до вівторка');
    await viber.sees('Виправлення до повідомлення «Міст закрито»');
    expect(telegram.texts().filter((text) => text.includes('до середи'))).toHaveLength(1);
    expect(await amended(bridge.id)).toMatchObject({ total: 2, failed: 0, unknown: 0, skipped: 0 });
  });

  it('is taken out of the digest in Telegram by a recall', async () => {
    world.turnTo('2026-11-24T10:00:00Z');
    const water = await send('Води не буде', 'Увесь день.');
    await send('Свято вулиці', 'Початок о 12:00.');
    await evening('2026-11-24');

    await world.post(`/broadcasts/${water.id}/recall`, { reason: 'Помилка' });
    const digest = await until('the edited digest', () =>
      telegram.texts().find((text) => text.includes('Новину відкликано')),
    );
    expect(digest).toContain('Свято вулиці. Початок о 12:00.');
    expect(telegram.texts().join()).not.toContain('Води не буде');
    expect(await amended(water.id)).toMatchObject({ total: 1, sent: 1 });
  });

  it('disappears when it was alone in its digest', async () => {
    world.turnTo('2026-11-25T10:00:00Z');
    const lonely = await send('Єдина новина дня', 'Більше нічого.');
    world.turnTo('2026-11-25T16:00:30Z');
    await telegram.sees('Єдина новина дня');
    await finished(lonely.id);
    await world.post(`/broadcasts/${lonely.id}/recall`, {});
    expect(await amended(lonely.id)).toMatchObject({ total: 1, sent: 1 });
    expect(telegram.texts().join()).not.toContain('Єдина новина дня');
  });

  it('is not in a digest that comes after its recall', async () => {
    world.turnTo('2026-11-26T10:00:00Z');
    const wrong = await send('Хибна новина', 'Так не є.');
    await send('Правдива новина', 'Так є.');
    await world.post(`/broadcasts/${wrong.id}/recall`, {});
    world.turnTo('2026-11-26T16:00:30Z');
    await telegram.sees('Правдива новина');
    await viber.sees('Правдива новина');
    expect([...telegram.texts(), ...viber.texts()].join()).not.toContain('Хибна новина');
    expect((await read(wrong.id)).counts).toMatchObject({ total: 2, skipped: 2 });
  });

  async function newcomer(channel: 'telegram' | 'viber'): Promise<Resident> {
    const resident = aResident(world.emulators, channel, 'Іван');
    await resident.sees('Вітаємо!');
    await resident.press('Так, погоджуюся');
    await resident.press('Усі теми');
    await resident.sees('Надсилатимемо раз на день о 18:00, одним повідомленням.');
    return resident;
  }

  async function send(title: string, text: string): Promise<BroadcastJson> {
    const news = { kind: 'news', delivery: 'digest', title, text };
    const draft = await world.post<BroadcastJson>('/broadcasts', news);
    await world.post(`/broadcasts/${draft.id}/approve`, { hash: draft.hash });
    return until(`«${title}» to be planned`, async () => {
      const { counts, ...broadcast } = await read(draft.id);
      return counts.total === 2 && { ...broadcast, counts };
    });
  }

  /** The digest of the day has come to both. */
  async function evening(day: string): Promise<void> {
    world.turnTo(`${day}T16:00:30Z`);
    await Promise.all([telegram.sees('Головне за день:'), viber.sees('Головне за день:')]);
  }

  function read(id: string): Promise<BroadcastJson> {
    return world.get(`/broadcasts/${id}`);
  }

  function finished(id: string): Promise<BroadcastJson> {
    return until('the broadcast to finish', async () => {
      const broadcast = await read(id);
      return broadcast.status === 'finished' && broadcast;
    });
  }

  /** Counts of its last amendment, when that is finished. */
  function amended(id: string): Promise<BroadcastJson['counts']> {
    return until('the amendment to finish', async () => {
      const last = (await read(id)).amendments.at(-1);
      return last?.status === 'finished' && last.counts;
    });
  }
});
