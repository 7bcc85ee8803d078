import { describe, expect, it } from 'vitest';
import { sleep } from '../../../../src/lib/sleep.js';
import {
  type Channel,
  type RenderedPart,
  SendError,
  type SendReceipt,
} from '../../../../src/services/outbox/channel.js';
import type { OutboxRow } from '../../../../src/services/outbox/row.js';
import { Sender, type SenderDeps } from '../../../../src/services/outbox/sender.js';
import type { OutboxStore } from '../../../../src/services/outbox/store.js';
import { Uploads } from '../../../../src/services/outbox/uploads.js';
import { NOTHING_SHOWN } from '../../../support/shown-message.js';
import { silentLogger } from '../../../support/silent-logger.js';
import { until } from '../../../support/until.js';
import { aRow } from './a-row.js';
import { memoryOutbox } from './memory-outbox.js';

const ACCEPTED: SendReceipt = { messageIds: ['1'], references: new Map(), refused: new Map() };

function message(id: string, text: string): OutboxRow {
  return aRow({ id, address: 'Олена', content: { format: 'plain', text } });
}

function delivery(id: string): OutboxRow {
  return { ...message(id, ''), source: 'delivery', broadcastId: 'news', address: id, content: undefined };
}

/** Shows each line of a text as a part of its own. */
function channel(send: (part: RenderedPart) => Promise<SendReceipt>): Channel {
  return {
    id: 'viber',
    limits: { textUnits: 10, captionUnits: 10, addressesPerRequest: 1 },
    render: ({ text }) => ({
      parts: text.split('\n').map((payload) => ({ payload, cost: 1, uploads: [], shown: NOTHING_SHOWN })),
      warnings: [],
    }),
    send: ({ part }) => send(part),
  };
}

const noFiles = {
  read: () => Promise.reject(new Error('no files here')),
  get: async () => undefined,
  reference: async () => undefined,
  remember: async () => undefined,
};

/** Runs a sender while `work` waits for what it expects. */
async function whileSending(
  outbox: ReturnType<typeof memoryOutbox>,
  deps: Pick<SenderDeps, 'channel'> & Partial<SenderDeps>,
  work: () => Promise<unknown>,
): Promise<void> {
  const stopping = new AbortController();
  const sender = new Sender({
    store: outbox.store,
    pace: { perSecond: 1_000, perAddressMs: 0 },
    uploads: new Uploads('viber', noFiles),
    sendable: async () => [],
    held: async () => [],
    content: async () => undefined,
    change: async () => undefined,
    onUnreachable: async () => undefined,
    pauseBroadcast: async () => undefined,
    real: () => new Date(),
    random: () => 0,
    log: silentLogger,
    ...deps,
  });
  const running = sender.run({ fence: 1, signal: stopping.signal, remainingMs: () => 12_000 });
  try {
    await work();
  } finally {
    stopping.abort();
    await running;
  }
}

describe('Sender', () => {
  it('sends every part of an answer before the next message to the same person', async () => {
    const outbox = memoryOutbox([message('answer', 'один\nдва\nтри'), message('question', 'Чи вирішено?')]);
    const sent: unknown[] = [];
    const messenger = channel(async ({ payload }) => {
      sent.push(payload);
      return ACCEPTED;
    });
    await whileSending(outbox, { channel: messenger }, () =>
      until('the question', () => outbox.stateOf('question')?.status === 'sent'),
    );
    expect(sent).toEqual(['один', 'два', 'три', 'Чи вирішено?']);
    expect(outbox.stateOf('answer')).toMatchObject({ status: 'sent', row: { part: 3 } });
  });

  it('keeps the next message waiting while an earlier one to the same person is tried again', async () => {
    const outbox = memoryOutbox([message('first', 'один'), message('second', 'два')]);
    const sent: unknown[] = [];
    const messenger = channel(async ({ payload }) => {
      sent.push(payload);
      if (sent.length === 1) throw new SendError('network.refused', { kind: 'retry' });
      return ACCEPTED;
    });
    await whileSending(outbox, { channel: messenger, random: () => 0.1 }, () =>
      until('both', () => outbox.stateOf('second')?.status === 'sent'),
    );
    expect(sent).toEqual(['один', 'один', 'два']);
    expect(outbox.stateOf('first')).toMatchObject({ status: 'sent', row: { attempt: 1 } });
  });

  it('says why a digest that holds the news stays as it is', async () => {
    const row = { ...delivery('Олена'), targets: ['7'], editsDigest: 'digest:1' };
    const outbox = memoryOutbox([row]);
    const sendable = async () => [{ id: 'news', alert: false, important: false }];
    await whileSending(outbox, { channel: channel(async () => ACCEPTED), sendable }, () =>
      until('the row to end', () => outbox.stateOf('Олена')?.status === 'failed'),
    );
    expect(outbox.stateOf('Олена')).toMatchObject({ code: 'digest.fixed' });
  });

  it('sleeps while a person rests, instead of asking again and again', async () => {
    const outbox = memoryOutbox([message('first', 'один'), message('second', 'два')]);
    let looks = 0;
    const real = () => {
      looks += 1;
      return new Date();
    };
    const pace = { perSecond: 1_000, perAddressMs: 500 };
    await whileSending(outbox, { channel: channel(async () => ACCEPTED), pace, real }, () =>
      until('both', () => outbox.stateOf('second')?.status === 'sent'),
    );
    expect(looks).toBeLessThan(150);
  });

  it('pauses a broadcast whose content is refused, and leaves the rest unsent', async () => {
    const crowd = Array.from({ length: 200 }, (_, i) => delivery(`news${i}`));
    const outbox = memoryOutbox(crowd);
    const reasons: string[] = [];
    let sending = true;
    let requests = 0;
    const deps = {
      channel: channel(() => {
        requests += 1;
        return Promise.reject(new SendError('telegram.400.entities', { kind: 'content' }));
      }),
      pace: { perSecond: 100, perAddressMs: 0 },
      sendable: async () => (sending ? [{ id: 'news', alert: false, important: true }] : []),
      content: async () => ({ format: 'plain', text: 'Новини' }) as const,
      pauseBroadcast: async (_id: string, reason: string) => {
        await sleep(500, new AbortController().signal);
        sending = false;
        reasons.push(reason);
      },
    };
    await whileSending(outbox, deps, async () => {
      await until('the pause', () => !sending);
      await until('the rest to be given back', () => outbox.count('leased') === 0, 5_000);
    });
    expect(reasons).toEqual([expect.stringContaining('оформлення тексту')]);
    // Three refusals, and what was under way with them. Writing the pause takes as long as fifty more would.
    expect(requests).toBeLessThan(10);
    expect(outbox.count('queued')).toBe(200 - requests);
  });

  it('stops all broadcasts at once when the account is refused', async () => {
    const outbox = memoryOutbox([delivery('news1')]);
    const paused: string[] = [];
    const broadcasts = ['news', 'other'].map((id) => ({ id, alert: false, important: true }));
    const deps = {
      channel: channel(() => Promise.reject(new SendError('telegram.401', { kind: 'account' }))),
      sendable: async () => broadcasts.filter(({ id }) => !paused.includes(id)),
      content: async () => ({ format: 'plain', text: 'Новини' }) as const,
      pauseBroadcast: async (id: string) => void paused.push(id),
    };
    await whileSending(outbox, deps, () => until('both pauses', () => paused.length === 2));
    expect(paused).toEqual(['news', 'other']);
    expect(outbox.stateOf('news1')).toMatchObject({ status: 'queued', code: 'telegram.401' });
  });

  it('stops all broadcasts, too, when the account is refused person by person in an accepted request', async () => {
    const outbox = memoryOutbox([delivery('Олена')]);
    const paused: string[] = [];
    const noBalance = new SendError('viber.24', { kind: 'account' });
    const deps = {
      channel: channel(async () => ({ ...ACCEPTED, refused: new Map([['Олена', noBalance]]) })),
      sendable: async () => (paused.length > 0 ? [] : [{ id: 'news', alert: false, important: true }]),
      content: async () => ({ format: 'plain', text: 'Новини' }) as const,
      pauseBroadcast: async (id: string) => void paused.push(id),
    };
    await whileSending(outbox, deps, () => until('the pause', () => paused.length === 1));
    expect(outbox.stateOf('Олена')).toMatchObject({ status: 'queued', code: 'viber.24' });
  });

  it('takes a refusal of a person for a sign that the account is accepted again', async () => {
    const outbox = memoryOutbox([message('answer', 'один')]);
    const saved: unknown[] = [];
    const store: OutboxStore = {
      ...outbox.store,
      trouble: async () => ({ code: 'viber.10', since: new Date() }),
      saveTrouble: async (_channel, trouble) => void saved.push(trouble),
    };
    const deps = {
      channel: channel(() => Promise.reject(new SendError('viber.5', { kind: 'unreachable' }))),
      store,
    };
    await whileSending(outbox, deps, () => until('the end of the trouble', () => saved.length === 1));
    expect(saved).toEqual([undefined]);
  });

  it('tells who is unreachable before their rows say so', async () => {
    const outbox = memoryOutbox([message('answer', 'один')]);
    const steps: string[] = [];
    const store: OutboxStore = {
      ...outbox.store,
      settle: async (outcomes, fence) => {
        steps.push('settled');
        await outbox.store.settle(outcomes, fence);
      },
    };
    const deps = {
      channel: channel(() => Promise.reject(new SendError('telegram.403', { kind: 'unreachable' }))),
      store,
      onUnreachable: async (rows: readonly OutboxRow[]) => void steps.push(`told ${rows.length}`),
    };
    await whileSending(outbox, deps, () =>
      until('the outcome', () => outbox.stateOf('answer')?.status === 'unreachable'),
    );
    expect(steps).toEqual(['told 1', 'settled']);
  });

  it('writes down what was sent even when the reference of its picture cannot be kept', async () => {
    const outbox = memoryOutbox([message('news', 'Новини')]);
    const messenger = channel(async () => ({ ...ACCEPTED, references: new Map([['file', 'reference']]) }));
    const remember = () => Promise.reject(new Error('the database is away'));
    const uploads = new Uploads('viber', { ...noFiles, remember });
    await whileSending(outbox, { channel: messenger, uploads }, () =>
      until('the outcome', () => outbox.stateOf('news')?.status === 'sent', 2_000),
    );
  });

  it('keeps a throttled message waiting even when the pause cannot be stored', async () => {
    const outbox = memoryOutbox([message('news', 'Новини')]);
    const store = { ...outbox.store, pauseUntil: () => Promise.reject(new Error('the database is away')) };
    const messenger = channel(() =>
      Promise.reject(
        new SendError('telegram.429', { kind: 'throttled', whose: 'bot', retryAfterMs: 60_000 }),
      ),
    );
    await whileSending(outbox, { channel: messenger, store }, () =>
      until('the outcome', () => outbox.stateOf('news')?.code === 'telegram.429', 2_000),
    );
    expect(outbox.stateOf('news')?.status).toBe('queued');
  });

  it('answers people while every request of a broadcast hangs', async () => {
    const crowd = Array.from({ length: 60 }, (_, i) => delivery(`news${i}`));
    const outbox = memoryOutbox(crowd);
    const hanging: (() => void)[] = [];
    const messenger = channel(({ payload }) =>
      payload === 'Новини'
        ? new Promise((resolve) => hanging.push(() => resolve(ACCEPTED)))
        : Promise.resolve(ACCEPTED),
    );
    const news = { format: 'plain', text: 'Новини' } as const;
    const deps = {
      channel: messenger,
      sendable: async () => [{ id: 'news', alert: false, important: true }],
      content: async () => news,
    };
    await whileSending(outbox, deps, async () => {
      await until('the broadcast to fill its share', () => hanging.length === 32, 2_000);
      outbox.add(message('answer', 'Відповідь'));
      await until('the answer', () => outbox.stateOf('answer')?.status === 'sent', 2_000);
      expect(hanging).toHaveLength(32);
      setTimeout(() => {
        for (const end of hanging) end();
      }, 50);
    });
    // What was only marked for later goes back unsent when the sender stops.
    expect(hanging).toHaveLength(32);
    expect(outbox.count('queued')).toBe(60 - 32);
  });

  it('keeps its pace when writing down what it sends takes long', async () => {
    const crowd = Array.from({ length: 20 }, (_, i) => ({ ...message(`${i}`, 'Так'), address: `${i}` }));
    const outbox = memoryOutbox(crowd);
    const store: OutboxStore = {
      ...outbox.store,
      async markSending(rows, fence, at) {
        await sleep(250, new AbortController().signal);
        return outbox.store.markSending(rows, fence, at);
      },
    };
    const sentAtMs: number[] = [];
    const messenger = channel(async () => {
      sentAtMs.push(performance.now());
      return ACCEPTED;
    });
    const pace = { perSecond: 40, perAddressMs: 0 };
    await whileSending(outbox, { channel: messenger, store, pace }, () =>
      until('all answers', () => sentAtMs.length === crowd.length, 5_000),
    );
    const together = sentAtMs.filter((at, i) => at - (sentAtMs[i - 1] ?? 0) < 5);
    // A busy machine may fire two timers together; a burst would be three messages of every four.
    expect(together.length).toBeLessThan(crowd.length / 4);
  });

  it('counts a message as it was foreseen when the answer leaves its price out', async () => {
    const outbox = memoryOutbox([delivery('Іван'), delivery('Олена')]);
    const billed: [string, number | undefined][] = [];
    const settle: OutboxStore['settle'] = async (outcomes, fence) => {
      for (const { row, status, billingStatus } of outcomes)
        if (status === 'sent') billed.push([row.id, billingStatus]);
      await outbox.store.settle(outcomes, fence);
    };
    await whileSending(
      { ...outbox, store: { ...outbox.store, settle } },
      {
        channel: channel(async () => ACCEPTED),
        sendable: async () => [{ id: 'news', alert: false, important: true }],
        content: async () => ({ format: 'plain', text: 'Новини' }),
        price: {
          terms: async () => ({
            pricePerMessage: 1,
            freePerMonth: 1,
            monthlyBudget: null,
            onlyImportant: false,
          }),
          inSession: async () => new Set(),
          chargesIn: async () => ({ inSession: 0, free: 0, paid: 0 }),
          real: () => new Date(),
        },
      },
      () => until('both', () => outbox.count('sent') === 2),
    );
    expect(billed).toEqual([
      ['Іван', 4],
      ['Олена', 5],
    ]);
  });
});
