import { describe, expect, it } from 'vitest';
import { silentLogger } from '../../../../src/lib/log.js';
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
    content: async () => undefined,
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
      sendable: async () => [{ id: 'news', alert: false }],
      content: async () => news,
    };
    await whileSending(outbox, deps, async () => {
      await until('the broadcast to fill its share', () => hanging.length === 32, 2_000);
      outbox.add(message('answer', 'Відповідь'));
      await until('the answer', () => outbox.stateOf('answer')?.status === 'sent', 2_000);
      expect(hanging).toHaveLength(32);
      for (const end of hanging) end();
    });
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
});
