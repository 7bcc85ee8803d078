import { SendError } from './channel.js';
import { MAX_ATTEMPTS, retryDelayMs } from './retry.js';
import type { OutboxRow, RowOutcome } from './row.js';
import type { Unit } from './unit.js';

/** Code of an outcome that no table knows: a bug, counted apart so that it is seen. */
const INTERNAL = 'internal';

/** What a failed send means for one row, by the failure's kind only: no messenger is named here. */
export function failedOutcome(
  row: OutboxRow,
  lane: Unit['lane'],
  error: unknown,
  at: Date,
  random: () => number,
): RowOutcome {
  if (!(error instanceof SendError)) return { row, status: 'unknown', code: INTERNAL, at };
  const { code, failure } = error;
  switch (failure.kind) {
    case 'retry': {
      if (failure.throttled) return { row, status: 'queued', code, dueAt: at, at };
      const attempt = row.attempt + 1;
      const delay = attempt < MAX_ATTEMPTS ? retryDelayMs(attempt, random) : undefined;
      if (delay === undefined) return { row, status: 'failed', code, attempt, at };
      return { row, status: 'queued', code, attempt, dueAt: new Date(at.getTime() + delay), at };
    }
    case 'account':
      return { row, status: 'queued', code, dueAt: at, at };
    case 'unknown':
      if (lane === 'alert' && row.attempt === 0)
        return { row, status: 'queued', code, attempt: 1, dueAt: at, at };
      return { row, status: 'unknown', code, at };
    case 'unreachable':
      return { row, status: 'unreachable', code, at };
    case 'rejected':
      return { row, status: 'failed', code, at };
  }
}
