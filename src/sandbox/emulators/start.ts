import { getRequestListener } from '@hono/node-server';
import { createControlApi } from './control/control-api.js';
import { createEmulatorFeed, type EmulatorFeed, type Messenger } from './emulator-feed.js';
import { createFileDirectory, noFileDirectory } from './file-directory.js';
import { serveOnLoopback } from './http/loopback-server.js';
import { keepState } from './persistence.js';
import type { PhoneMessage } from './phone-message.js';
import { startTelegramEmulator, type TelegramEmulator } from './telegram/emulator.js';
import { DEFAULT_FLOOD_LIMITS, type FloodLimits } from './telegram/flood-control.js';
import { webhookRetryDelayMs } from './telegram/webhook.js';
import { DEFAULT_VIBER_CONTRACT, type ViberContract } from './viber/billing.js';
import { CALLBACK_RETRY_DELAYS_MS } from './viber/callbacks.js';
import { startViberEmulator, type ViberEmulator } from './viber/emulator.js';
import { DEFAULT_VIBER_RATES, type ViberRates } from './viber/limits.js';
import { waitForMessage } from './wait-for-message.js';

/** Everything optional; left out, the emulators are as strict as the messengers' documents. */
export interface EmulatorsOptions {
  readonly telegramToken?: string | undefined;
  readonly viberToken?: string | undefined;
  readonly limits?:
    | {
        /** `false`: as fast as the bot likes */
        readonly telegram?: FloodLimits | false | undefined;
        readonly viber?: ViberRates | false | undefined;
      }
    | undefined;
  /** What Viber takes for messages; a bot of today by default */
  readonly viberContract?: ViberContract | undefined;
  /** Milliseconds before a failed webhook delivery is repeated, by attempt from 1 */
  readonly telegramWebhookRetryDelayMs?: ((attempt: number) => number) | undefined;
  /** Milliseconds before each repeat of a Viber callback; as many repeats as numbers */
  readonly viberCallbackRetryDelaysMs?: readonly number[] | undefined;
  /** 0 or left out: a free port */
  readonly ports?:
    | { readonly telegram?: number; readonly viber?: number; readonly control?: number }
    | undefined;
  /** Chats, media, registrations and waiting updates survive a restart in this JSON file and a folder beside it */
  readonly stateFile?: string | undefined;
  readonly now?: (() => Date) | undefined;
}

/** Both messengers on this machine. */
export interface Emulators {
  readonly telegram: TelegramEmulator;
  readonly viber: ViberEmulator;
  /** Everything that changes on the phones */
  readonly feed: EmulatorFeed;
  /**
   * Waits until a person sees a message (new or edited) that satisfies the test; looks at what is
   * already there too.
   *
   * @param deadlineMs then it rejects, listing what the person does see
   */
  seen(
    messenger: Messenger,
    personId: string,
    matches: (message: PhoneMessage) => boolean,
    deadlineMs?: number,
  ): Promise<PhoneMessage>;
  /** For the sandbox page: `http://127.0.0.1:<port>/control`, described in README.md */
  readonly controlUrl: string;
  close(): Promise<void>;
}

/** A token of the real shape: bot id, colon, 35 characters. */
const TELEGRAM_TOKEN = '7000000001:AAEmulatedTokenOfTheSandboxOnly0000';
const VIBER_TOKEN = '4e6d756c61746564-53616e64626f78-746f6b656e';

/** Starts both emulators on loopback ports. */
export async function startEmulators(options: EmulatorsOptions = {}): Promise<Emulators> {
  const { limits = {}, ports = {}, stateFile, now = () => new Date() } = options;
  const feed = createEmulatorFeed();
  const fileDirectory = stateFile === undefined ? noFileDirectory : createFileDirectory(`${stateFile}.files`);
  const telegram = await startTelegramEmulator({
    token: options.telegramToken ?? TELEGRAM_TOKEN,
    floods: limits.telegram ?? DEFAULT_FLOOD_LIMITS,
    webhookRetryDelayMs: options.telegramWebhookRetryDelayMs ?? webhookRetryDelayMs,
    port: ports.telegram ?? 0,
    feed,
    fileDirectory,
    now,
  });
  const viber = await startViberEmulator({
    token: options.viberToken ?? VIBER_TOKEN,
    rates: limits.viber ?? DEFAULT_VIBER_RATES,
    contract: options.viberContract ?? DEFAULT_VIBER_CONTRACT,
    callbackRetryDelaysMs: options.viberCallbackRetryDelaysMs ?? CALLBACK_RETRY_DELAYS_MS,
    port: ports.viber ?? 0,
    feed,
    fileDirectory,
    now,
  });
  const stopKeeping =
    stateFile === undefined ? () => {} : keepState(stateFile, telegram.state, viber.state, feed);
  const control = createControlApi({ telegram, viber, feed });
  const controlServer = await serveOnLoopback(getRequestListener(control.fetch), ports.control);
  let closing: Promise<void> | undefined;
  return {
    telegram,
    viber,
    feed,
    controlUrl: `${controlServer.origin}/control`,
    seen(messenger, personId, matches, deadlineMs = 5000) {
      const messages = () => (messenger === 'telegram' ? telegram : viber).phone(personId).messages();
      return waitForMessage(feed, messages, matches, deadlineMs);
    },
    close() {
      closing ??= close();
      return closing;
    },
  };

  async function close(): Promise<void> {
    stopKeeping();
    await Promise.all([telegram.close(), viber.close(), controlServer.close()]);
  }
}
