import { describe, expect, it } from 'vitest';
import { ApiError } from '../../../../../src/sandbox/emulators/telegram/api-error.js';
import {
  createFloodControl,
  DEFAULT_FLOOD_LIMITS,
} from '../../../../../src/sandbox/emulators/telegram/flood-control.js';

/** Flood control on a clock that only the test moves. */
function floodControl(limits = DEFAULT_FLOOD_LIMITS) {
  let nowMs = 0;
  const control = createFloodControl(limits, () => nowMs);
  return {
    wait: (ms: number) => {
      nowMs += ms;
    },
    /** `ok`, or the seconds of retry_after */
    send: (chatId: number, cost = 1): 'ok' | number | undefined => {
      try {
        control.spend(chatId, cost);
        return 'ok';
      } catch (error) {
        if (error instanceof ApiError) return error.parameters?.retry_after;
        throw error;
      }
    },
  };
}

describe('one chat', () => {
  it('takes a burst of three, then one message a second', () => {
    const { send, wait } = floodControl();
    expect([send(1), send(1), send(1), send(1)]).toEqual(['ok', 'ok', 'ok', 1]);
    wait(1000);
    expect([send(1), send(2)]).toEqual(['ok', 'ok']);
  });

  it('may be written to once a second for ever', () => {
    const { send, wait } = floodControl();
    for (let second = 0; second < 100; second += 1) {
      expect(send(1)).toBe('ok');
      wait(1000);
    }
  });
});

describe('the whole bot', () => {
  it('may send 30 at once and not 31', () => {
    const { send } = floodControl();
    const answers = Array.from({ length: 31 }, (_, chat) => send(chat));
    expect(answers.filter((answer) => answer === 'ok')).toHaveLength(30);
    expect(answers.at(-1)).toBe(1);
  });

  it('may send 30 a second for ever, but not 33', () => {
    const send = (perSecond: number) => {
      const flood = floodControl();
      const answers = Array.from({ length: perSecond * 20 }, (_, chat) => {
        flood.wait(1000 / perSecond);
        return flood.send(chat);
      });
      return answers.every((answer) => answer === 'ok');
    };
    expect(send(30)).toBe(true);
    expect(send(33)).toBe(false);
  });

  it('counts each item of an album', () => {
    const { send } = floodControl();
    expect([send(1, 10), send(2, 10), send(3, 10), send(4, 1)]).toEqual(['ok', 'ok', 'ok', 1]);
  });
});

describe('a client that ignores retry_after', () => {
  it('waits longer with every further request, and not for those already on their way', () => {
    const { send, wait } = floodControl();
    for (let index = 0; index < 3; index += 1) send(1);
    expect(send(1)).toBe(1);
    wait(100);
    expect(send(1)).toBe(1);
    wait(500);
    expect(send(1)).toBe(2);
    expect(send(1)).toBe(3);
    wait(3000);
    expect(send(1)).toBe('ok');
  });
});

it('can be turned off', () => {
  const control = createFloodControl(false, () => 0);
  expect(() => {
    for (let index = 0; index < 1000; index += 1) control.spend(1, 1);
  }).not.toThrow();
});
