import { pino } from 'pino';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Broadcast } from '../../../src/domain/broadcast.js';
import { createReadCurrent } from '../../../src/services/broadcasts/newest.js';
import { createDigestContent } from '../../../src/services/digest/content.js';
import { Digests, type DigestsDeps } from '../../../src/services/digest/digest.js';
import { createDigestStore } from '../../../src/storage/broadcasts/digest-store.js';
import { messageModel } from '../../../src/storage/outbox/message-model.js';
import { createMessageStore } from '../../../src/storage/outbox/message-store.js';
import { someTopics } from '../../support/some-topics.js';
import { aCity } from './a-city.js';

const city = await aCity();
afterAll(() => city.close());
beforeEach(async () => {
  await city.clear();
  city.clock.at = new Date('2026-11-23T09:00:00Z');
});

const FENCE = 1;
const Message = messageModel(city.connection);

function theDigests(parts: Partial<DigestsDeps> = {}): Digests {
  const now = () => city.clock.at;
  return new Digests({
    store: createDigestStore(city.connection),
    messages: createMessageStore(city.connection, now, () => undefined),
    subscribers: city.subscribers,
    sendable: async () =>
      (await city.broadcasts.inStatus(['sending'])).map(({ id }) => ({ id, alert: false, important: true })),
    broadcast: createReadCurrent(city.broadcasts),
    contentOf: createDigestContent({
      contentOf: ({ title, text }) => ({ format: 'markup', title, text: `${title}. ${text}` }),
      organisation: async () => ({ cityName: 'Ніжин' }),
      topics: someTopics.list,
      timeZone: 'Europe/Kyiv',
      page: (id) => `https://nizhyn.example/n/${id}`,
    }),
    clocks: { now, real: now },
    log: pino({ enabled: false }),
    ...parts,
  });
}

async function planned(title: string): Promise<Broadcast> {
  const broadcast = await city.aBroadcast({}, { title, delivery: 'digest' });
  await city.plan(broadcast);
  return broadcast;
}

async function textsInOutbox(): Promise<string[]> {
  const messages = await Message.find().sort({ _id: 1 }).lean();
  return messages.map(({ content }) => content.text);
}

/** Sends what is in the outbox as the sender would. */
async function send(status: 'sent' | 'unknown' | 'unreachable'): Promise<void> {
  const from = { source: 'message', lane: 'ordinary' } as const;
  const rows = await city.outbox.claim('telegram', from, 100, FENCE, city.clock.at);
  await city.outbox.settle(
    rows.map((row) => ({ row, status, at: city.clock.at, messageIds: ['7'] })),
    FENCE,
  );
}

const EVENING = new Date('2026-11-23T16:00:00Z');

describe('the digest', () => {
  it('tells everything of the day in one message at the person’s hour, and ends the rows with it', async () => {
    const [person = ''] = await city.people('telegram', 1);
    const bridge = await planned('Міст закрито');
    const fair = await planned('Ярмарок у неділю');
    const digests = theDigests();
    await digests.look();
    expect(await textsInOutbox()).toEqual([]);
    expect(await city.broadcasts.hasWaiting(bridge.id)).toBe(true);

    city.clock.at = EVENING;
    await digests.look();
    expect(await textsInOutbox()).toEqual([
      [
        'Ніжин, 23 листопада. Головне за день:',
        [bridge, fair].map(({ id, title }) => `- [${title}](https://nizhyn.example/n/${id})`).join('\n'),
      ].join('\n\n'),
    ]);
    await send('sent');
    await digests.look();
    expect(await city.rows(bridge)).toEqual({ [person]: 'sent' });
    expect(await city.rows(fair)).toEqual({ [person]: 'sent' });
    expect(await city.broadcasts.hasWaiting(bridge.id)).toBe(false);
  });

  it('is never sent by itself, whatever the sender looks for', async () => {
    await city.people('telegram', 1);
    const { id } = await planned('Міст закрито');
    city.clock.at = EVENING;
    const from = { source: 'delivery', broadcastId: id } as const;
    expect(await city.outbox.claim('telegram', from, 10, FENCE, city.clock.at)).toEqual([]);
  });

  it('brings what came after one digest in the next, and nothing twice', async () => {
    await city.people('telegram', 1);
    await planned('Перше');
    const digests = theDigests();
    city.clock.at = EVENING;
    await digests.look();
    await planned('Друге');
    await digests.look();
    city.passSeconds(24 * 3_600);
    await digests.look();
    await digests.look();
    const texts = await textsInOutbox();
    expect(texts.map((text) => [text.includes('Перше'), text.includes('Друге')])).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  it('loses nothing when the service was away for days', async () => {
    await city.people('telegram', 1);
    await planned('Перше');
    city.passSeconds(24 * 3_600);
    await planned('Друге');
    city.passSeconds(3 * 24 * 3_600);
    await theDigests().look();
    const [text = '', ...others] = await textsInOutbox();
    expect([text.includes('Перше'), text.includes('Друге'), others]).toEqual([true, true, []]);
  });

  it('is the same one when a crash kept it from the outbox', async () => {
    await city.people('telegram', 2);
    const news = await planned('Міст закрито');
    city.clock.at = EVENING;
    const dying = theDigests({ messages: { enqueue: () => Promise.reject(new Error('killed')) } });
    await expect(dying.look()).rejects.toThrow('killed');
    expect(await textsInOutbox()).toHaveLength(0);

    const digests = theDigests();
    await digests.recover(new AbortController().signal);
    await digests.recover(new AbortController().signal);
    await digests.look();
    expect(await textsInOutbox()).toHaveLength(2);
    await send('unknown');
    await digests.look();
    expect(Object.values(await city.rows(news))).toEqual(['unknown', 'unknown']);
  });

  it('skips who left, and waits while its broadcast is paused', async () => {
    const [gone = '', stays = ''] = await city.people('telegram', 2);
    const news = await planned('Міст закрито');
    await city.subscribers.change(gone, { status: 'stopped' });
    await city.broadcasts.move(news.id, ['sending'], 'paused', {});
    city.clock.at = EVENING;
    const digests = theDigests();
    await digests.look();
    expect(await textsInOutbox()).toHaveLength(0);
    await city.broadcasts.move(news.id, ['paused'], 'sending', {});
    await digests.look();
    expect(await city.rows(news)).toEqual({ [gone]: 'skipped left.stopped', [stays]: 'queued' });
    expect(await textsInOutbox()).toHaveLength(1);
  });

  it.each(['stopped', 'unreachable', 'pending'] as const)(
    'says of who is %s by then how they left',
    async (status) => {
      const [gone = ''] = await city.people('telegram', 1);
      const news = await planned('Міст закрито');
      await city.subscribers.change(gone, { status });
      city.clock.at = EVENING;
      await theDigests().look();
      expect(await city.rows(news)).toEqual({ [gone]: `skipped left.${status}` });
    },
  );

  it('lets the rows follow a receipt that comes later', async () => {
    const [person = ''] = await city.people('viber', 1);
    const news = await planned('Міст закрито');
    city.clock.at = EVENING;
    const digests = theDigests();
    await digests.look();
    const from = { source: 'message', lane: 'ordinary' } as const;
    const rows = await city.outbox.claim('viber', from, 100, FENCE, city.clock.at);
    await city.outbox.settle(
      rows.map((row) => ({ row, status: 'sent', at: city.clock.at, messageIds: ['5741'] })),
      FENCE,
    );
    await digests.look();
    expect(await city.rows(news)).toEqual({ [person]: 'sent' });
    const seen = {
      kind: 'receipt',
      channel: 'viber',
      address: 'viber-0',
      messageId: '5741',
      status: 'seen',
      reason: undefined,
      at: city.clock.at,
    } as const;
    await city.outbox.applyReceipts('viber', [seen]);
    await digests.look();
    expect(await city.rows(news)).toEqual({ [person]: 'seen' });
  });

  it('makes up the digests of a whole city in turns', async () => {
    await city.people('telegram', 700);
    await planned('Міст закрито');
    city.clock.at = EVENING;
    const digests = theDigests();
    let turns = 1;
    while (await digests.look()) turns += 1;
    expect(turns).toBe(3);
    expect(await Message.countDocuments({})).toBe(700);
    expect(await Message.distinct('subscriberId')).toHaveLength(700);
  });
});

describe('a digest that has not left yet', () => {
  it('is made up again without what is recalled', async () => {
    const [person = ''] = await city.people('telegram', 1);
    const [bridge, fair] = [await planned('Міст закрито'), await planned('Ярмарок у неділю')];
    const digests = theDigests();
    city.clock.at = EVENING;
    await digests.look();
    await recalled(bridge);
    city.passSeconds(5);
    expect(await digests.withdraw(bridge.id, EVENING)).toBe(false);
    await digests.look();
    expect(await digests.withdraw(bridge.id, EVENING)).toBe(true);
    expect(await textsInOutbox()).toEqual(['Ярмарок у неділю. Рух обмежено.']);
    await send('sent');
    await digests.look();
    expect(await city.rows(bridge)).toEqual({ [person]: 'skipped cancelled' });
    expect(await city.rows(fair)).toEqual({ [person]: 'sent' });
  });

  it('is made up again with the words of a correction, once', async () => {
    await city.people('telegram', 1);
    const news = await planned('Міст закрито');
    const digests = theDigests();
    city.clock.at = EVENING;
    await digests.look();
    const amends = {
      broadcastId: news.id,
      number: 1,
      action: 'correction',
      sentAt: EVENING,
      ways: { telegram: 'edit', viber: 'message' },
      reason: undefined,
    } as const;
    await city.aBroadcast({}, { amends, text: 'Міст відкрито.' });
    city.passSeconds(5);
    expect(await digests.withdraw(news.id, EVENING)).toBe(false);
    await digests.look();
    expect(await textsInOutbox()).toEqual(['Міст закрито. Міст відкрито.']);
    expect(await digests.withdraw(news.id, EVENING)).toBe(true);
  });

  it('is waited for when it is being sent', async () => {
    const [person = ''] = await city.people('telegram', 1);
    const news = await planned('Міст закрито');
    const digests = theDigests();
    city.clock.at = EVENING;
    await digests.look();
    const from = { source: 'message', lane: 'ordinary' } as const;
    const rows = await city.outbox.claim('telegram', from, 100, FENCE, city.clock.at);
    await recalled(news);
    expect(await digests.withdraw(news.id, EVENING)).toBe(false);
    await city.outbox.settle(
      rows.map((row) => ({ row, status: 'sent', at: city.clock.at, messageIds: ['7'] })),
      FENCE,
    );
    await digests.look();
    expect(await digests.withdraw(news.id, EVENING)).toBe(true);
    expect(await city.rows(news)).toEqual({ [person]: 'sent' });
  });

  it('does not tell of what was recalled when a crash had kept it from the outbox', async () => {
    const [person = ''] = await city.people('telegram', 1);
    const [bridge, fair] = [await planned('Міст закрито'), await planned('Ярмарок у неділю')];
    city.clock.at = EVENING;
    const dying = theDigests({ messages: { enqueue: () => Promise.reject(new Error('killed')) } });
    await expect(dying.look()).rejects.toThrow('killed');
    await recalled(bridge);
    const digests = theDigests();
    await digests.recover(new AbortController().signal);
    expect(await textsInOutbox()).toEqual(['Ярмарок у неділю. Рух обмежено.']);
    await send('sent');
    await digests.look();
    expect(await city.rows(bridge)).toEqual({ [person]: 'skipped cancelled' });
    expect(await city.rows(fair)).toEqual({ [person]: 'sent' });
  });

  /** Stops it as a recall does. */
  async function recalled({ id }: Broadcast): Promise<void> {
    await city.broadcasts.move(id, ['sending'], 'cancelled', {});
    await city.broadcasts.skipWaiting(id, city.clock.at);
  }
});
