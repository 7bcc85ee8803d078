import { conflict } from './api-error.js';
import type { TelegramUpdate, UpdateQueue } from './updates.js';

/** @see https://core.telegram.org/bots/api#getupdates */
const LIMIT_MAX = 100;
/** @see https://github.com/tdlib/telegram-bot-api/blob/master/telegram-bot-api/Client.h LONG_POLL_MAX_TIMEOUT */
const TIMEOUT_MAX_SECONDS = 50;

/** What a poll asks for. */
export interface PollRequest {
  readonly offset: number;
  readonly limit: number;
  readonly timeoutSeconds: number;
}

/** The bot's long polling: one request at a time. */
export interface Polling {
  /**
   * Updates from `offset` on, confirming all before it; waits up to the timeout for the first one.
   *
   * @param signal the client went away: nothing is taken from the queue
   * @throws {ApiError} 409 when a newer poll or a webhook takes over
   */
  poll(request: PollRequest, signal: AbortSignal): Promise<readonly TelegramUpdate[]>;
  /** Ends the waiting poll with a 409. @param by e.g. `setWebhook request` */
  terminate(by: string): void;
}

/** Polling over a queue. */
export function createPolling(queue: UpdateQueue): Polling {
  let end: ((by: string) => void) | undefined;
  return {
    async poll({ offset, limit, timeoutSeconds }, signal) {
      end?.('other getUpdates request; make sure that only one bot instance is running');
      confirm(queue, offset);
      const ready = () => take(queue, limit);
      if (timeoutSeconds <= 0 || ready().length > 0) return ready();
      await new Promise<void>((resolve, reject) => {
        const settle = (finish: () => void) => () => {
          clearTimeout(timer);
          stopListening();
          signal.removeEventListener('abort', finished);
          end = undefined;
          finish();
        };
        const finished = settle(resolve);
        const timer = setTimeout(finished, Math.min(timeoutSeconds, TIMEOUT_MAX_SECONDS) * 1000);
        const stopListening = queue.onPush(finished);
        signal.addEventListener('abort', finished);
        end = (by) => settle(() => reject(conflict(`terminated by ${by}`)))();
      });
      return ready();
    },
    terminate(by) {
      end?.(by);
    },
  };
}

/** A negative offset counts from the end and forgets everything before it. */
function confirm(queue: UpdateQueue, offset: number): void {
  if (offset > 0) queue.confirmBefore(offset);
  if (offset >= 0) return;
  const pending = [...queue.pending()];
  const first = pending.at(offset) ?? pending[0];
  if (first !== undefined) queue.confirmBefore(first.update.update_id);
}

function take(queue: UpdateQueue, limit: number): readonly TelegramUpdate[] {
  const count = limit >= 1 && limit <= LIMIT_MAX ? limit : LIMIT_MAX;
  const taken: TelegramUpdate[] = [];
  for (const { update } of queue.pending()) {
    if (taken.length >= count) break;
    taken.push(update);
  }
  return taken;
}
