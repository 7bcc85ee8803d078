import { type TelegramConnection, telegramApi, telegramSignal } from './connection.js';
import { toSendError } from './send-error.js';

/** The bot as Telegram has it. */
export interface TelegramAccount {
  readonly name: string;
  /** Opens the chat: `https://t.me/<username>` */
  readonly username: string;
  /** Where updates are brought; '' while the bot is polled */
  readonly webhook: string;
  /** Updates that have not been brought yet */
  readonly waiting: number;
}

/**
 * Asks Telegram who the bot is and where its updates go.
 *
 * @throws {SendError}
 * @see https://core.telegram.org/bots/api#getwebhookinfo
 */
export async function telegramAccount(
  connection: TelegramConnection,
  signal: AbortSignal,
): Promise<TelegramAccount> {
  const api = telegramApi(connection).raw;
  try {
    const [me, webhook] = await Promise.all([
      api.getMe(telegramSignal(signal)),
      api.getWebhookInfo(telegramSignal(signal)),
    ]);
    const { url = '', pending_update_count: waiting } = webhook;
    return { name: me.first_name, username: me.username, webhook: url, waiting };
  } catch (error) {
    // Errors of grammY hold the token: none leaves this folder.
    throw toSendError(error);
  }
}
