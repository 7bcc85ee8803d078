import { describe, expect, it } from 'vitest';
import { SendError, type SendFailure } from '../../../../src/services/outbox/channel.js';
import { Judge } from '../../../../src/services/outbox/judge.js';
import type { OutboxRow } from '../../../../src/services/outbox/row.js';
import { aRow } from './a-row.js';

const STRANGER = { kind: 'unreachable', stranger: true } as const;

/** One request for each failure; null: accepted. */
function judged(judge: Judge, failures: readonly (SendFailure | null)[]) {
  return failures.map((failure, i) => {
    const row = aRow({ id: `${i}` });
    return judge.judge('b', [{ row, error: failure ? new SendError('some.code', failure) : undefined }]);
  });
}

const PAUSED = new Date('2026-11-23T12:00:00Z');
const later = (ms: number) => new Date(PAUSED.getTime() + ms);

const ids = (rows: readonly OutboxRow[]) => rows.map(({ id }) => id);

describe('Judge', () => {
  it('stops a broadcast whose content is refused three times in a row', () => {
    const verdicts = judged(new Judge(), [{ kind: 'content' }, { kind: 'content' }, { kind: 'content' }]);
    expect(verdicts.map(({ pause }) => pause)).toEqual([
      undefined,
      undefined,
      { cause: 'content', code: 'some.code' },
    ]);
  });

  it('calls a broadcast untried until somebody has taken it', () => {
    const judge = new Judge();
    judged(judge, [{ kind: 'content' }]);
    expect(judge.isUntried('b')).toBe(true);
    judged(judge, [null]);
    expect(judge.isUntried('b')).toBe(false);
  });

  it('goes on where others take the same content', () => {
    const now = { kind: 'content' } as const;
    const verdicts = judged(new Judge(), [now, now, null, now, now, null, now, now]);
    expect(verdicts.every(({ pause }) => pause === undefined)).toBe(true);
  });

  it('blames the content when twenty people in a row cannot get it', () => {
    const verdicts = judged(new Judge(), Array(20).fill({ kind: 'rejected' }));
    expect(verdicts.findIndex(({ pause }) => pause !== undefined)).toBe(19);
  });

  it('doubts the token when most people are unknown, and lets nobody go', () => {
    const verdicts = judged(new Judge(), [null, ...Array(10).fill(STRANGER)]);
    const last = verdicts.at(-1);
    expect(last?.pause).toEqual({ cause: 'strangers', code: 'some.code' });
    expect(ids(last?.again ?? [])).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
    expect(verdicts.flatMap(({ gone }) => gone)).toEqual([]);
  });

  it('lets a stranger go once more people than strangers were reached', () => {
    const verdicts = judged(new Judge(), [STRANGER, null, null]);
    expect(verdicts.map(({ gone }) => ids(gone))).toEqual([[], [], ['0']]);
  });

  it('lets those who blocked the bot go at once, however many', () => {
    const verdicts = judged(new Judge(), Array(30).fill({ kind: 'unreachable' }));
    expect(verdicts.flatMap(({ gone }) => gone)).toHaveLength(30);
    expect(verdicts.every(({ pause }) => pause === undefined)).toBe(true);
  });

  it('stops a Viber batch that nobody of can be reached, as a whole', () => {
    const error = new SendError('viber.6', STRANGER);
    const rows = Array.from({ length: 300 }, (_, i) => aRow({ id: `${i}` }));
    const verdict = new Judge().judge(
      'b',
      rows.map((row) => ({ row, error })),
    );
    expect(verdict.pause).toEqual({ cause: 'strangers', code: 'viber.6' });
    expect(verdict.again).toHaveLength(300);
  });

  it('judges a broadcast anew once staff have resumed it', () => {
    const judge = new Judge();
    const content = Array(3).fill({ kind: 'content' });
    expect(judged(judge, content).at(-1)?.pause).toBeDefined();
    judge.paused('b', PAUSED);
    judge.follow([], later(10));
    expect(judged(judge, content).at(-1)?.pause).toBeUndefined();
    judge.follow(['b'], later(20));
    expect(judge.isStopped('b')).toBe(false);
    expect(judged(judge, content).map(({ pause }) => pause?.cause)).toEqual([
      undefined,
      undefined,
      'content',
    ]);
  });

  it('keeps a broadcast stopped whatever a list says that was asked for before its pause', () => {
    const judge = new Judge();
    judged(judge, Array(3).fill({ kind: 'content' }));
    judge.follow(['b'], later(-10));
    expect(judge.isStopped('b')).toBe(true);
    judge.paused('b', PAUSED);
    judge.follow(['b'], later(-10));
    expect(judge.isStopped('b')).toBe(true);
  });

  it('judges a broadcast anew whose pause could not be written down', () => {
    const judge = new Judge();
    const content = Array(3).fill({ kind: 'content' });
    judged(judge, content);
    judge.forget('b');
    expect(judge.isStopped('b')).toBe(false);
    expect(judged(judge, content).at(-1)?.pause).toBeDefined();
  });
});
