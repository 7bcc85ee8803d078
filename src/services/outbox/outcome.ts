import { SendError } from './channel.js';
import { retryDelayMs } from './retry.js';
import type { OutboxRow, RowOutcome } from './row.js';
import type { Unit } from './unit.js';

/** Code of an outcome that no table knows: a bug, counted apart so that it is seen. */
const INTERNAL = 'internal';
/**
 * Waits before tries 2, 3, 4 and 5 of a person who may have had enough for an hour, in milliseconds. The first is the
 * length of the bot's own window, in case that was meant; together they are longer than the hour.
 */
const PERSON_RESTS_MS = [10_000, 300_000, 900_000, 2_700_000] as const;

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
    case 'retry':
      return laterOutcome(row, lane, code, at, (attempt) => retryDelayMs(attempt, random));
    case 'throttled':
      if (failure.whose === 'bot-or-person')
        return laterOutcome(row, lane, code, at, (attempt) => PERSON_RESTS_MS[attempt - 1]);
      return againOutcome(row, lane, code, at);
    case 'account':
      return againOutcome(row, lane, code, at);
    case 'one-by-one':
      return { row, status: 'leased', code, at };
    case 'unknown':
      if (row.targets) return changeAgain(row, lane, code, at, random);
      if (lane === 'alert' && !row.repeated) return { ...againOutcome(row, lane, code, at), repeated: true };
      return { row, status: 'unknown', code, at };
    case 'unreachable':
      return { row, status: 'unreachable', code, at };
    case 'content':
    case 'gone':
    case 'rejected':
      return { row, status: 'failed', code, at };
  }
}

/** A change that may have been made is made again: that comes to the same. */
function changeAgain(
  row: OutboxRow,
  lane: Unit['lane'],
  code: string,
  at: Date,
  random: () => number,
): RowOutcome {
  const again = laterOutcome(row, lane, code, at, (attempt) => retryDelayMs(attempt, random));
  return again.status === 'failed' ? { ...again, status: 'unknown' } : again;
}

/**
 * To be sent again as soon as the sender may. A reply stays claimed and keeps its place before the person's later
 * ones; other rows go back to the queue.
 */
export function againOutcome(
  row: OutboxRow,
  lane: Unit['lane'],
  code: string | undefined,
  at: Date,
): RowOutcome {
  return { row, status: lane === 'reply' ? 'leased' : 'queued', code, at };
}

function laterOutcome(
  row: OutboxRow,
  lane: Unit['lane'],
  code: string,
  at: Date,
  delayMs: (attempt: number) => number | undefined,
): RowOutcome {
  const attempt = row.attempt + 1;
  const waitMs = delayMs(attempt);
  if (waitMs === undefined) return { row, status: 'failed', code, attempt, at };
  return { ...againOutcome(row, lane, code, at), attempt, dueAt: new Date(at.getTime() + waitMs) };
}
