import { telegramAccount } from '../channels/telegram/account.js';
import { TELEGRAM_WEBHOOK_PATH } from '../channels/telegram/webhook.js';
import { viberAccount } from '../channels/viber/account.js';
import { VIBER_WEBHOOK_PATH } from '../channels/viber/webhook.js';
import type { ChannelId } from '../domain/channel-id.js';

import {
  createLights,
  type DatabaseLight,
  type Lights,
  type MessengerLight,
  type Reception,
} from '../services/lights/lights.js';
import { SendError } from '../services/outbox/channel.js';
import type { OutboxStore } from '../services/outbox/store.js';
import type { Address } from './address.js';
import type { ConnectedChannel } from './channels.js';
import type { Database } from './database.js';

export interface AppLightsDeps {
  readonly telegram: ConnectedChannel | undefined;
  readonly viber: ConnectedChannel | undefined;
  readonly database: Pick<Database, 'kind' | 'sizeBytes'>;
  /** Writes something durably, or throws */
  readonly heartbeat: () => Promise<void>;
  /** Room on the disk of the data directory */
  readonly freeBytes: () => Promise<number>;
  readonly outbox: Pick<OutboxStore, 'trouble'>;
  readonly address: Pick<Address, 'webhookOrigin'>;
  /** Telegram is polled where nothing can be brought to us */
  readonly pollsTelegram: boolean;
  readonly real: () => Date;
}

/** The three lights, each asking for real. */
export function createAppLights(deps: AppLightsDeps): Lights {
  const { telegram, viber, address, real } = deps;
  return createLights(
    {
      telegram: (signal) =>
        messengerLight(telegram, async (connection) => {
          const { name, username, webhook, waiting } = await telegramAccount(connection, signal);
          const reception = deps.pollsTelegram
            ? polling(webhook)
            : receptionAt(TELEGRAM_WEBHOOK_PATH, webhook);
          return { name, address: username, reception, waiting };
        }),
      viber: (signal) =>
        messengerLight(viber, async (connection) => {
          const { name, uri, webhook } = await viberAccount(connection, signal);
          return { name, address: uri, reception: receptionAt(VIBER_WEBHOOK_PATH, webhook), waiting: 0 };
        }),
      database: (signal) => databaseLight(deps, signal),
    },
    real,
  );

  async function messengerLight(
    connected: ConnectedChannel | undefined,
    ask: (
      connection: ConnectedChannel,
    ) => Promise<Omit<Extract<MessengerLight, { readonly kind: 'answers' }>, 'kind' | 'trouble'>>,
  ): Promise<MessengerLight> {
    if (!connected) return { kind: 'off' };
    try {
      return { kind: 'answers', ...(await ask(connected)), trouble: await troubleOf(connected.channel.id) };
    } catch (error) {
      return { kind: 'failed', code: error instanceof SendError ? error.code : 'internal' };
    }
  }

  async function troubleOf(channel: ChannelId): Promise<string | undefined> {
    return (await deps.outbox.trouble(channel))?.code;
  }

  function receptionAt(path: string, webhook: string | undefined): Reception {
    const origin = address.webhookOrigin();
    if (origin === undefined) return { kind: 'no-address' };
    return { kind: webhook === new URL(path, origin).href ? 'webhook' : 'elsewhere' };
  }
}

function polling(webhook: string): Reception {
  return { kind: webhook === '' ? 'polling' : 'elsewhere' };
}

async function databaseLight(
  { database, heartbeat, freeBytes }: AppLightsDeps,
  signal: AbortSignal,
): Promise<DatabaseLight> {
  const startedMs = performance.now();
  const late = new Promise<'late'>((resolve) => {
    signal.addEventListener('abort', () => resolve('late'), { once: true });
  });
  const look = async (): Promise<DatabaseLight> => {
    await heartbeat();
    const tookMs = Math.round(performance.now() - startedMs);
    const [free, sizeBytes] = await Promise.all([freeBytes(), database.sizeBytes()]);
    return { kind: 'answers', engine: database.kind, tookMs, freeBytes: free, sizeBytes };
  };
  try {
    const light = await Promise.race([look(), late]);
    return light === 'late' ? { kind: 'failed', reason: 'late' } : light;
  } catch {
    return { kind: 'failed', reason: 'refused' };
  }
}
