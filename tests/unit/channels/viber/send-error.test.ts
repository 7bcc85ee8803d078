import { describe, expect, it } from 'vitest';
import { refusedReceiver, refusedRequest } from '../../../../src/channels/viber/send-error.js';

describe('refusedRequest', () => {
  it.each([
    [1, 'retry'],
    [2, 'account'],
    [3, 'content'],
    [4, 'content'],
    [5, 'unreachable'],
    [6, 'unreachable'],
    [7, 'account'],
    [8, 'account'],
    [9, 'account'],
    [10, 'account'],
    [11, 'rejected'],
    [13, 'rejected'],
    [14, 'rejected'],
    [15, 'account'],
    [19, 'retry'],
    [20, 'retry'],
    [21, 'rejected'],
    [23, 'account'],
    [24, 'account'],
    [999, 'retry'],
  ])('reads status %i as %s', (status, kind) => {
    expect(refusedRequest(status, 1)).toMatchObject({ code: `viber.${status}`, failure: { kind } });
  });

  it('stops the whole bot for the length of the limit after "too many requests"', () => {
    const failure = { kind: 'throttled', whose: 'bot', retryAfterMs: 10_000 };
    expect(refusedRequest(12, 300).failure).toEqual(failure);
  });

  it.each([19, 20])('lets people have theirs one by one when status %i refuses them together', (status) => {
    expect(refusedRequest(status, 300)).toMatchObject({
      code: `viber.${status}`,
      failure: { kind: 'one-by-one' },
    });
  });

  it('leaves open whether one person has had enough, or the bot', () => {
    expect(refusedRequest(12, 1).failure).toMatchObject({ kind: 'throttled', whose: 'bot-or-person' });
  });

  it('doubts that somebody has left where a wrong token would say the same', () => {
    expect(refusedReceiver(6).failure).toEqual({ kind: 'unreachable', stranger: true });
  });

  it('does not stop everybody for one person of a batch', () => {
    expect(refusedReceiver(12).failure).toEqual({ kind: 'retry' });
  });
});
