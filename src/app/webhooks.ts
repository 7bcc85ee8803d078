import { registerTelegramWebhook, setTelegramCommands } from '../channels/telegram/setup.js';
import { telegramWebhookSecret } from '../channels/telegram/webhook.js';
import { registerViberWebhook } from '../channels/viber/account.js';
import type { Config } from '../config.js';
import type { Logger } from '../lib/log.js';
import { sleep } from '../lib/sleep.js';
import type { Address } from './address.js';
import type { ConnectedChannel } from './channels.js';

/** Viber calls us back during the registration; both messengers answer within seconds or not at all. */
const CALL_MS = 15_000;
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 5 * 60_000;

export interface WebhooksDeps {
  readonly telegram: ConnectedChannel | undefined;
  readonly viber: ConnectedChannel | undefined;
  readonly address: Pick<Address, 'webhookOrigin'>;
  readonly config: Config;
  readonly log: Logger;
}

/**
 * Tells the messengers where we are, again and again until they have heard it: an outage at start must not leave
 * the city without its bot. Without an outside address Telegram is polled instead.
 */
export async function announceWebhooks(deps: WebhooksDeps, signal: AbortSignal): Promise<void> {
  const { telegram, viber, address, config, log } = deps;
  const calls: [string, (call: AbortSignal) => Promise<void>][] = [];
  if (telegram) {
    calls.push(['telegram commands', (call) => setTelegramCommands(telegram, call)]);
    const { publicUrl } = config;
    const secret = webhookSecret(config, telegram);
    if (publicUrl !== undefined) {
      const registration = { ...telegram, publicUrl, secret };
      calls.push(['telegram webhook', (call) => registerTelegramWebhook(registration, call)]);
    }
  }
  const publicUrl = address.webhookOrigin();
  if (viber && publicUrl !== undefined)
    calls.push(['viber webhook', (call) => registerViberWebhook({ ...viber, publicUrl }, call)]);
  await Promise.all(calls.map(([what, call]) => persist(what, call, log, signal)));
}

/** What Telegram shows with every update. */
export function webhookSecret({ telegram }: Config, { token }: ConnectedChannel): string {
  return telegram.webhookSecret ?? telegramWebhookSecret(token);
}

async function persist(
  what: string,
  call: (signal: AbortSignal) => Promise<void>,
  log: Logger,
  signal: AbortSignal,
): Promise<void> {
  for (let pauseMs = FIRST_PAUSE_MS; !signal.aborted; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    try {
      await call(AbortSignal.any([signal, AbortSignal.timeout(CALL_MS)]));
      return;
    } catch (error) {
      if (signal.aborted) return;
      log.warn({ err: error, what, pauseMs }, 'start: the messenger was not told yet, trying again');
      await sleep(pauseMs, signal);
    }
  }
}
