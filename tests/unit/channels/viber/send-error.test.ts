import { describe, expect, it } from 'vitest';
import { refusedReceiver, refusedRequest } from '../../../../src/channels/viber/send-error.js';

describe('refusedRequest', () => {
  it.each([
    [1, 'retry'],
    [2, 'account'],
    [3, 'rejected'],
    [4, 'rejected'],
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
    [20, 'account'],
    [21, 'rejected'],
    [23, 'account'],
    [24, 'account'],
    [999, 'retry'],
  ])('reads status %i as %s', (status, kind) => {
    expect(refusedRequest(status)).toMatchObject({ code: `viber.${status}`, failure: { kind } });
  });

  it('stops the whole bot for the length of the limit after "too many requests"', () => {
    expect(refusedRequest(12).failure).toEqual({ kind: 'retry', throttled: true, retryAfterMs: 10_000 });
  });

  it('does not stop everybody for one person of a batch', () => {
    expect(refusedReceiver(12).failure).toEqual({ kind: 'retry' });
  });
});
