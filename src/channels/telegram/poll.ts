import { type Api, GrammyError } from 'grammy';
import type { Logger } from '../../lib/log.js';
import { sleep } from '../../lib/sleep.js';
import type { Intake, RawUpdate } from '../../services/intake/ports.js';
import { type TelegramConnection, telegramApi, telegramSignal } from './connection.js';
import { rawTelegramUpdate } from './raw-update.js';
import { toSendError } from './send-error.js';
import { UPDATE_KINDS } from './update.js';

/** How long Telegram keeps a request open while nothing happens. */
const LONG_POLL_SECONDS = 25;
const REQUEST_DEADLINE_MS = (LONG_POLL_SECONDS + 10) * 1000;
/** https://core.telegram.org/bots/api#getupdates */
const UPDATES_MAX = 100;
/** After an answer without updates: a server that does not wait with it must not be asked without end. */
const EMPTY_PAUSE_MS = 100;
const PAUSE_BASE_MS = 1_000;
const PAUSE_MAX_MS = 30_000;

export interface TelegramPolling extends TelegramConnection {
  readonly intake: Intake;
  readonly log: Logger;
  /** Ends the polling */
  readonly signal: AbortSignal;
  /** In [0, 1): spreads the pauses after errors */
  readonly random?: (() => number) | undefined;
}

/**
 * Receives updates by asking for them. What was received is confirmed (by the next offset) only after it is durably
 * stored, so a crash at any point loses nothing. Removes a webhook first: Telegram serves only one of the two.
 *
 * @returns when the signal aborts; never rejects
 */
export async function pollTelegram(polling: TelegramPolling): Promise<void> {
  const { signal, random = Math.random } = polling;
  const api = telegramApi(polling);
  let offset: number | undefined;
  let failures = 0;
  while (!signal.aborted) {
    try {
      if (offset === undefined) await removeWebhook(api, signal);
      const next = await receive(api, polling, offset ?? 0);
      if (next === offset) await sleep(EMPTY_PAUSE_MS, signal);
      offset = next;
      failures = 0;
    } catch (error) {
      if (signal.aborted) return;
      failures += 1;
      const pauseMs = pauseAfter(error, failures, random);
      report(error, pauseMs, polling.log);
      await sleep(pauseMs, signal);
    }
  }
}

async function removeWebhook({ raw }: Api, signal: AbortSignal): Promise<void> {
  await raw.deleteWebhook({ drop_pending_updates: false }, telegramSignal(withDeadline(signal)));
}

/** One request: waits for updates, stores them. @returns the offset that confirms them */
async function receive(
  { raw }: Api,
  { intake, log, signal }: TelegramPolling,
  offset: number,
): Promise<number> {
  const updates = await raw.getUpdates(
    { offset, limit: UPDATES_MAX, timeout: LONG_POLL_SECONDS, allowed_updates: [...UPDATE_KINDS] },
    telegramSignal(withDeadline(signal)),
  );
  const raws = updates.map((update) => rawTelegramUpdate(JSON.stringify(update)));
  const known = raws.filter((update) => update !== undefined);
  if (known.length < raws.length)
    log.warn({ count: raws.length - known.length }, 'telegram: updates without an id');
  if (known.length > 0) await store(known, intake);
  return known.reduce((next, { key }) => Math.max(next, Number(key) + 1), offset);
}

async function store(updates: readonly RawUpdate[], intake: Intake): Promise<void> {
  try {
    await intake.accept(updates);
  } catch (cause) {
    throw new NotStoredError('updates not stored', { cause });
  }
}

/** Our own failure, not Telegram's: it will bring the same updates again. */
class NotStoredError extends Error {}

function withDeadline(signal: AbortSignal): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(REQUEST_DEADLINE_MS)]);
}

function pauseAfter(error: unknown, failures: number, random: () => number): number {
  const { failure } = toSendError(error);
  if (failure.kind === 'throttled') return failure.retryAfterMs;
  return Math.ceil(random() * Math.min(PAUSE_MAX_MS, PAUSE_BASE_MS * 2 ** failures));
}

function report(error: unknown, pauseMs: number, log: Logger): void {
  if (error instanceof NotStoredError) {
    log.error({ err: error.cause, pauseMs }, 'telegram: updates not stored, asking for them again');
    return;
  }
  log.warn({ code: toSendError(error).code, pauseMs }, sentenceFor(error));
}

function sentenceFor(error: unknown): string {
  if (error instanceof GrammyError && error.error_code === 409)
    return 'telegram: another program receives the messages of this bot; stop it, or give this one a bot of its own';
  if (error instanceof GrammyError && error.error_code === 401)
    return 'telegram: the token is not accepted; take the current one from @BotFather';
  return 'telegram: updates not received, trying again';
}
