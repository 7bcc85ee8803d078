import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../support/until.js';
import { aWorld, type World } from '../../support/world.js';

const CROWD = 240;
const RESIDENTS = 6;

interface BroadcastJson {
  readonly id: string;
  readonly status: string;
  readonly counts: Readonly<Record<string, number>>;
}

describe('kill -9 in the middle of a broadcast and of appeals', () => {
  let world: World;

  beforeAll(async () => {
    world = await aWorld({
      emulators: { limits: { telegram: false, viber: false } },
      env: { LOG_LEVEL: 'warn' },
    });
    await world.start();
  });
  afterAll(() => world.close());

  it('loses nobody, doubles nobody, and keeps every appeal exactly once', async () => {
    const { telegram, viber } = world.emulators;
    const lines: string[] = [];
    for (let i = 0; i < CROWD; i += 1) {
      const person = telegram.addPerson({ name: `Мешканець ${i}`, crowd: true, status: 'active' });
      lines.push(JSON.stringify({ channel: 'telegram', address: person.id }));
      const other = viber.addPerson({ name: `Мешканка ${i}`, crowd: true, status: 'active' });
      lines.push(JSON.stringify({ channel: 'viber', address: other.id }));
    }
    const imported = await world.api<{ created: number }>('POST', '/subscribers/import', lines.join('\n'));
    expect(imported.body.created).toBe(2 * CROWD);

    const draft = await world.api<BroadcastJson>('POST', '/broadcasts', {
      kind: 'announcement',
      title: 'Відключення води',
      text: 'Завтра з 9:00 до 12:00 на вул. Шевченка.',
    });
    expect(draft.status).toBe(201);
    const approved = await world.api('POST', `/broadcasts/${draft.body.id}/approve`, {});
    expect(approved.status).toBe(200);

    const residents = Array.from({ length: RESIDENTS }, (_, i) =>
      telegram.addPerson({ name: `Заявник ${i}` }),
    );
    for (const [i, { id }] of residents.entries()) {
      telegram.phone(id).start();
      telegram.phone(id).say(`Не горить ліхтар номер ${i}`);
    }
    for (const delayMs of [700, 1_100, 900]) {
      await new Promise((resolve) => setTimeout(resolve, delayMs)); // kill at some moment, not at an event
      await world.kill();
      await world.start();
    }

    const finished = await until(
      'the broadcast to finish',
      async () => {
        const { body } = await world.api<BroadcastJson>('GET', `/broadcasts/${draft.body.id}`);
        return body.status === 'finished' && body;
      },
      60_000,
    );
    const { total, sent = 0, delivered = 0, seen = 0, unknown = 0 } = finished.counts;
    expect(total).toBe(2 * CROWD);
    expect(sent + delivered + seen + unknown).toBe(total);

    const received = [...telegram.people(), ...viber.people()]
      .filter(({ crowd }) => crowd)
      .map(({ id }) => telegram.journal.receivedCount(id) + viber.journal.receivedCount(id));
    expect(received.filter((count) => count > 1)).toEqual([]);
    expect(received.filter((count) => count === 0).length).toBeLessThanOrEqual(unknown);

    // A reply that was on its way at a kill may be unknown; what the person wrote is kept, so the form goes on.
    for (const { id } of residents) {
      telegram.phone(id).say('Так, подати');
      await world.emulators.seen('telegram', id, ({ text }) => text.includes('Де це?'), 15_000);
    }
    expect(telegram.journal.repeats()).toEqual([]);
  }, 120_000);
});
