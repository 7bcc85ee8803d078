import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aSharedWorld, type SharedWorld } from '../../support/shared-world.js';
import { until } from '../../support/until.js';

const PER_SECOND = 20;
const CROWD = 300;
const TAKEOVER_MS = 15_000;

interface BroadcastJson {
  readonly id: string;
  readonly status: string;
  readonly counts: Readonly<Record<string, number>>;
}

describe('two processes on one database', () => {
  let world: SharedWorld;

  beforeEach(async () => {
    world = await aSharedWorld(2, {
      LOG_LEVEL: 'error',
      TELEGRAM_MESSAGES_PER_SECOND: String(PER_SECOND),
    });
    for (const service of world.services) await service.start();
  });
  afterEach(() => world.close());

  it('sends from one; the other takes over when it dies, and never doubles the budget or a message', async () => {
    const [first, second] = world.services;
    if (!first || !second) throw new Error('two services');
    const { telegram } = world.emulators;
    const lines = Array.from({ length: CROWD }, () =>
      JSON.stringify({
        channel: 'telegram',
        address: telegram.addPerson({ status: 'active', crowd: true }).id,
      }),
    );
    await first.api('POST', '/subscribers/import', lines.join('\n'));
    const draft = await first.api<BroadcastJson>('POST', '/broadcasts', {
      kind: 'announcement',
      title: 'Вода',
      text: 'Завтра не буде води.',
    });
    await first.api('POST', `/broadcasts/${draft.body.id}/approve`, {});
    await until('a part to be sent', () => telegram.journal.totalReceivedCount() > 60);

    await first.kill(); // it was started first and holds every lease
    const sentByFirst = telegram.journal.totalReceivedCount();
    const killedAt = Date.now();
    await until(
      'the other to take over',
      () => telegram.journal.totalReceivedCount() > sentByFirst,
      TAKEOVER_MS,
    );
    expect(Date.now() - killedAt).toBeLessThan(TAKEOVER_MS);

    const finished = await until(
      'the broadcast to finish',
      async () => {
        const { body } = await second.api<BroadcastJson>('GET', `/broadcasts/${draft.body.id}`);
        return body.status === 'finished' && body;
      },
      90_000,
    );
    const { sent = 0, unknown = 0 } = finished.counts;
    expect(sent + unknown).toBe(CROWD);
    expect(telegram.journal.repeats()).toEqual([]);
    expect(CROWD - telegram.journal.totalReceivedCount()).toBeLessThanOrEqual(unknown);
    expect(
      mostInASecond(telegram.journal.requests('sendMessage').map(({ at }) => at.getTime())),
    ).toBeLessThan(
      // A busy machine may deliver requests late and together; two budgets would be twice as many.
      PER_SECOND * 1.5,
    );
  }, 150_000);
});

function mostInASecond(timesMs: readonly number[]): number {
  return Math.max(...timesMs.map((from) => timesMs.filter((at) => at >= from && at < from + 1_000).length));
}
