import { type TelegramConnection, telegramApi, telegramSignal } from './connection.js';
import { toSendError } from './send-error.js';
import { UPDATE_KINDS } from './update.js';
import { TELEGRAM_WEBHOOK_PATH } from './webhook.js';

/** The commands of the dialogue, for people who look for them; every one has a button too. */
const COMMANDS = [
  { command: 'start', description: 'Почати' },
  { command: 'appeal', description: 'Написати до міськради' },
  { command: 'my', description: 'Мої звернення' },
  { command: 'news', description: 'Новини сьогодні' },
  { command: 'topics', description: 'Мої теми' },
  { command: 'data', description: 'Мої дані' },
  { command: 'stop', description: 'Відписатися' },
  { command: 'help', description: 'Допомога' },
] as const;

/** Shows the commands in the menu of every private chat. @throws {SendError} */
export async function setTelegramCommands(
  connection: TelegramConnection,
  signal: AbortSignal,
): Promise<void> {
  const scope = { type: 'all_private_chats' } as const;
  await translated(() =>
    telegramApi(connection).raw.setMyCommands({ commands: [...COMMANDS], scope }, telegramSignal(signal)),
  );
}

/** Asks Telegram to bring updates to `publicUrl`, each with the secret. @throws {SendError} */
export async function registerTelegramWebhook(
  registration: TelegramConnection & { readonly publicUrl: string; readonly secret: string },
  signal: AbortSignal,
): Promise<void> {
  const webhook = {
    url: new URL(TELEGRAM_WEBHOOK_PATH, registration.publicUrl).href,
    secret_token: registration.secret,
    allowed_updates: [...UPDATE_KINDS],
  };
  await translated(() => telegramApi(registration).raw.setWebhook(webhook, telegramSignal(signal)));
}

/** Errors of grammY hold the token or the whole payload: neither leaves this folder. */
async function translated<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw toSendError(error);
  }
}
