import { describe, expect, it } from 'vitest';
import type { Lane } from '../../../../src/domain/delivery.js';
import { SendError, type SendFailure } from '../../../../src/services/outbox/channel.js';
import { failedOutcome } from '../../../../src/services/outbox/outcome.js';
import type { OutboxRow } from '../../../../src/services/outbox/row.js';

const AT = new Date('2026-11-23T10:00:00Z');

function outcome(failure: SendFailure, { attempt = 0, lane = 'ordinary' as Lane } = {}) {
  const row: OutboxRow = {
    id: 'r',
    source: 'delivery',
    subscriberId: 's',
    address: 'a',
    locale: 'uk',
    attempt,
    part: 0,
  };
  const { row: _row, ...rest } = failedOutcome(row, lane, new SendError('some.code', failure), AT, () => 0.5);
  return rest;
}

describe('failedOutcome', () => {
  it('tries a passing refusal again, a little later', () => {
    expect(outcome({ kind: 'retry' })).toEqual({
      status: 'queued',
      code: 'some.code',
      attempt: 1,
      dueAt: new Date(AT.getTime() + 500),
      at: AT,
    });
  });

  it('fails after the fifth try', () => {
    expect(outcome({ kind: 'retry' }, { attempt: 4 })).toMatchObject({ status: 'failed', attempt: 5 });
  });

  it('does not count a throttled try: the sender pauses as a whole', () => {
    expect(outcome({ kind: 'retry', throttled: true, retryAfterMs: 3_000 })).toEqual({
      status: 'queued',
      code: 'some.code',
      dueAt: AT,
      at: AT,
    });
  });

  it('never repeats what may have arrived', () => {
    expect(outcome({ kind: 'unknown' })).toMatchObject({ status: 'unknown' });
  });

  it('repeats an alert once, because missing it is worse', () => {
    expect(outcome({ kind: 'unknown' }, { lane: 'alert' })).toMatchObject({ status: 'queued', attempt: 1 });
    expect(outcome({ kind: 'unknown' }, { lane: 'alert', attempt: 1 })).toMatchObject({ status: 'unknown' });
  });

  it.each([
    [{ kind: 'unreachable' }, 'unreachable'],
    [{ kind: 'rejected' }, 'failed'],
    [{ kind: 'account' }, 'queued'],
  ] as const)('turns %o into %s', (failure, status) => {
    expect(outcome(failure)).toMatchObject({ status, code: 'some.code' });
  });

  it('counts an error that no table knows as unknown', () => {
    const row: OutboxRow = {
      id: 'r',
      source: 'message',
      subscriberId: 's',
      address: 'a',
      locale: 'uk',
      attempt: 0,
      part: 0,
    };
    expect(failedOutcome(row, 'reply', new Error('a bug'), AT, () => 0)).toMatchObject({
      status: 'unknown',
      code: 'internal',
    });
  });
});
