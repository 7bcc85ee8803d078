import { describe, expect, it } from 'vitest';
import type { Lane } from '../../../../src/domain/delivery.js';
import { SendError, type SendFailure } from '../../../../src/services/outbox/channel.js';
import { failedOutcome } from '../../../../src/services/outbox/outcome.js';
import type { OutboxRow } from '../../../../src/services/outbox/row.js';
import { aRow } from './a-row.js';

const AT = new Date('2026-11-23T10:00:00Z');

interface Circumstances extends Partial<Pick<OutboxRow, 'attempt' | 'repeated' | 'targets'>> {
  readonly lane?: Lane;
}

function outcome(failure: SendFailure, { lane = 'ordinary', ...fields }: Circumstances = {}) {
  const row = aRow({ source: 'delivery', ...fields });
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
    expect(outcome({ kind: 'throttled', whose: 'bot', retryAfterMs: 3_000 })).toEqual({
      status: 'queued',
      code: 'some.code',
      at: AT,
    });
  });

  it('tries a person who has had enough for the hour again until the hour is over', () => {
    const failure = { kind: 'throttled', whose: 'bot-or-person', retryAfterMs: 10_000 } as const;
    const waitsMs = [0, 1, 2, 3].map(
      (attempt) => (outcome(failure, { attempt }).dueAt?.getTime() ?? 0) - AT.getTime(),
    );
    expect(waitsMs.reduce((sum, waitMs) => sum + waitMs, 0)).toBeGreaterThan(3_600_000);
    expect(outcome(failure, { attempt: 4 })).toMatchObject({ status: 'failed' });
  });

  it('keeps a reply claimed, so that it stays before the later ones of its person', () => {
    expect(outcome({ kind: 'retry' }, { lane: 'reply' })).toMatchObject({ status: 'leased', attempt: 1 });
  });

  it('never repeats what may have arrived', () => {
    expect(outcome({ kind: 'unknown' })).toMatchObject({ status: 'unknown' });
  });

  it('repeats an alert once, because missing it is worse', () => {
    expect(outcome({ kind: 'unknown' }, { lane: 'alert' })).toMatchObject({
      status: 'queued',
      repeated: true,
    });
    expect(outcome({ kind: 'unknown' }, { lane: 'alert', attempt: 2 })).toMatchObject({ status: 'queued' });
    expect(outcome({ kind: 'unknown' }, { lane: 'alert', repeated: true })).toMatchObject({
      status: 'unknown',
    });
  });

  it('makes a change again that may have been made, and at last does not know', () => {
    const targets = ['7'];
    expect(outcome({ kind: 'unknown' }, { targets })).toMatchObject({ status: 'queued', attempt: 1 });
    expect(outcome({ kind: 'unknown' }, { targets, attempt: 4 })).toMatchObject({ status: 'unknown' });
  });

  it.each([
    [{ kind: 'gone' }, 'failed'],
    [{ kind: 'unreachable' }, 'unreachable'],
    [{ kind: 'rejected' }, 'failed'],
    [{ kind: 'content' }, 'failed'],
    [{ kind: 'account' }, 'queued'],
  ] as const)('turns %o into %s', (failure, status) => {
    expect(outcome(failure)).toMatchObject({ status, code: 'some.code' });
  });

  it('counts an error that no table knows as unknown', () => {
    expect(failedOutcome(aRow(), 'reply', new Error('a bug'), AT, () => 0)).toMatchObject({
      status: 'unknown',
      code: 'internal',
    });
  });
});
