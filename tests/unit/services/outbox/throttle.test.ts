import { describe, expect, it } from 'vitest';
import { SendError } from '../../../../src/services/outbox/channel.js';
import { Silence } from '../../../../src/services/outbox/silence.js';
import { Throttle } from '../../../../src/services/outbox/throttle.js';
import { silentLogger } from '../../../support/silent-logger.js';

const AT = new Date('2026-11-23T10:00:00Z');
const later = (ms: number) => new Date(AT.getTime() + ms);
const TOO_MANY = new SendError('viber.12', {
  kind: 'throttled',
  whose: 'bot-or-person',
  retryAfterMs: 10_000,
});

function aThrottle() {
  const store = { pausedUntil: async () => undefined, pauseUntil: async () => undefined };
  const silence = new Silence({ channel: { id: 'viber' }, store, log: silentLogger });
  const throttle = new Throttle(silence);
  return async (address: string, at: Date) => {
    const { failure, code } = throttle.clear(TOO_MANY, address, at);
    if (failure.kind !== 'throttled') throw new Error(failure.kind);
    await throttle.obey(failure, code, at);
    return { whose: failure.whose, silentMs: silence.leftMs(at.getTime()) };
  };
}

describe('Throttle', () => {
  it('takes "too many requests" to one person for their own hour, and does not keep others waiting', async () => {
    const refuse = aThrottle();
    expect(await refuse('a', AT)).toEqual({ whose: 'bot-or-person', silentMs: 0 });
    expect(await refuse('a', later(5_000))).toEqual({ whose: 'bot-or-person', silentMs: 0 });
  });

  it('falls silent when a second person is refused within the window', async () => {
    const refuse = aThrottle();
    await refuse('a', AT);
    expect(await refuse('b', later(2_000))).toEqual({ whose: 'bot', silentMs: 10_000 });
  });

  it('does not connect refusals that are far apart', async () => {
    const refuse = aThrottle();
    await refuse('a', AT);
    expect(await refuse('b', later(60_000))).toEqual({ whose: 'bot-or-person', silentMs: 0 });
  });
});
