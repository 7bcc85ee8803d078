import { Api } from 'grammy';

/** Which bot, and where the Bot API is: Telegram's own, a local server, an emulator. */
export interface TelegramConnection {
  /** An opaque string */
  readonly token: string;
  /** Without a final slash, e.g. `https://api.telegram.org` */
  readonly apiRoot: string;
}

/** Longer than any long poll; every call has a nearer deadline of its own. */
const LAST_RESORT_SECONDS = 60;

/** The Bot API of one bot. Calls by `raw`, each with a signal. */
export function telegramApi({ token, apiRoot }: TelegramConnection): Api {
  return new Api(token, { apiRoot: apiRoot.replace(/\/+$/, ''), timeoutSeconds: LAST_RESORT_SECONDS });
}

/** grammY names the signal of a polyfill in its types, and at run time takes Node's own. */
export type TelegramSignal = Parameters<Api['raw']['getMe']>[0];

/** Node's signal under grammY's name for it. */
export function telegramSignal(signal: AbortSignal): TelegramSignal {
  return signal as unknown as TelegramSignal;
}
