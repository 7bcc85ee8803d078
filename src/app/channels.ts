import { createTelegramChannel } from '../channels/telegram/channel.js';
import { viberAccount } from '../channels/viber/account.js';
import { createViberChannel } from '../channels/viber/channel.js';
import { viberSenderName } from '../channels/viber/sender-name.js';
import type { Config } from '../config.js';
import type { Logger } from '../lib/log.js';
import type { InboundChannel } from '../services/intake/ports.js';
import type { Channel } from '../services/outbox/channel.js';

/** The account's name is worth this long at start; without it the council's name stands. */
const ACCOUNT_MS = 3_000;

/** A messenger that is set up: how to reach it, and both halves of its channel. */
export interface ConnectedChannel {
  readonly channel: Channel & InboundChannel;
  readonly token: string;
  readonly apiRoot: string;
}

/** Addresses and tokens in force: the emulators' in the sandbox, else the configuration's. */
function channelSettings({ sandbox, telegram, viber }: Config) {
  const emulators = sandbox?.emulators;
  return {
    telegram: emulators
      ? { token: emulators.telegramToken, apiRoot: emulators.telegramApiRoot }
      : { token: telegram.token, apiRoot: telegram.apiRoot },
    viber: emulators
      ? { token: emulators.viberToken, apiRoot: emulators.viberApiRoot }
      : { token: viber.token, apiRoot: viber.apiRoot },
  };
}

export function connectTelegram(config: Config): ConnectedChannel | undefined {
  const { token, apiRoot } = channelSettings(config).telegram;
  if (token === undefined) return undefined;
  return { channel: createTelegramChannel({ token, apiRoot }), token, apiRoot };
}

/** @param pictureUrl outside address of a published file; undefined when there is none */
export async function connectViber(
  config: Config,
  pictureUrl: (publicName: string) => string | undefined,
  log: Logger,
): Promise<ConnectedChannel | undefined> {
  const { token, apiRoot } = channelSettings(config).viber;
  if (token === undefined) return undefined;
  const { senderName, senderAvatar } = config.viber;
  const account =
    senderName === undefined
      ? await viberAccount({ token, apiRoot }, AbortSignal.timeout(ACCOUNT_MS)).catch(() => {
          log.warn(
            { channel: 'viber' },
            'viber: the account was not read; messages are signed by the council',
          );
          return undefined;
        })
      : undefined;
  const name = viberSenderName(senderName, account?.name);
  return {
    channel: createViberChannel({ token, apiRoot, senderName: name, senderAvatar, pictureUrl }),
    token,
    apiRoot,
  };
}
