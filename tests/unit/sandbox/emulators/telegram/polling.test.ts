import { describe, expect, it } from 'vitest';
import { createPolling } from '../../../../../src/sandbox/emulators/telegram/polling.js';
import { createUpdateQueue } from '../../../../../src/sandbox/emulators/telegram/updates.js';

const HOUR_MS = 3600_000;

function bot() {
  let nowMs = Date.parse('2026-11-23T08:00:00Z');
  const queue = createUpdateQueue(() => new Date(nowMs));
  const polling = createPolling(queue);
  const never = new AbortController().signal;
  return {
    queue,
    say: (text: string) => queue.push('message', { text }, 1),
    wait: (ms: number) => {
      nowMs += ms;
    },
    poll: async (request: { offset?: number; limit?: number; timeoutSeconds?: number }, signal = never) => {
      const updates = await polling.poll({ offset: 0, limit: 100, timeoutSeconds: 0, ...request }, signal);
      return updates.map(({ message }) => (message as { text: string }).text);
    },
  };
}

describe('a poll', () => {
  it('waits for the next update', async () => {
    const { poll, say } = bot();
    const waiting = poll({ timeoutSeconds: 30 });
    say('раз');
    expect(await waiting).toEqual(['раз']);
  });

  it('gives as many as asked, oldest first', async () => {
    const { poll, say } = bot();
    for (const text of ['раз', 'два', 'три']) say(text);
    expect(await poll({ limit: 2 })).toEqual(['раз', 'два']);
  });

  it('with a negative offset forgets all but the last', async () => {
    const { poll, say } = bot();
    for (const text of ['раз', 'два', 'три']) say(text);
    expect(await poll({ offset: -1 })).toEqual(['три']);
    expect(await poll({})).toEqual(['три']);
  });

  it('that the client gave up keeps the updates', async () => {
    const { poll, say } = bot();
    const gone = new AbortController();
    const waiting = poll({ timeoutSeconds: 30 }, gone.signal);
    gone.abort();
    expect(await waiting).toEqual([]);
    say('раз');
    expect(await poll({})).toEqual(['раз']);
  });
});

describe('the queue', () => {
  it('keeps updates for 24 hours', async () => {
    const { poll, say, wait } = bot();
    say('вчора');
    wait(24 * HOUR_MS + 1);
    say('сьогодні');
    expect(await poll({})).toEqual(['сьогодні']);
  });

  it('takes only the kinds the bot asked for', () => {
    const { queue } = bot();
    expect(queue.push('message_reaction', {}, 1)).toBeUndefined();
    queue.allow(['message']);
    expect(queue.push('my_chat_member', {}, 1)).toBeUndefined();
    expect(queue.push('message', {}, 1)).toBeDefined();
    queue.allow([]);
    expect(queue.push('my_chat_member', {}, 1)).toBeDefined();
  });
});
