import ViberClient from 'viber-bot/lib/viber-client.js';
import { z } from 'zod';
import { SendError } from '../../services/outbox/channel.js';
import { networkFailure } from '../network-failure.js';
import { callViber } from './call.js';
import type { ViberConnection } from './connection.js';
import { refusedRequest } from './send-error.js';
import { VIBER_WEBHOOK_PATH } from './webhook.js';

const accountSchema = z.object({
  name: z.string(),
  uri: z.string().min(1).optional().catch(undefined),
  webhook: z.string().optional().catch(undefined),
  subscribers_count: z.number().optional().catch(undefined),
});

/** The bot's own page in Viber: health check, name, reconciliation. */
export interface ViberAccount {
  readonly name: string;
  /** Opens the chat: `viber://pa?chatURI=<uri>` */
  readonly uri: string | undefined;
  readonly webhook: string | undefined;
  readonly subscribersCount: number | undefined;
}

const silent = { debug() {}, info() {}, error() {} };

/**
 * Asks Viber who the bot is, through viber-bot's client. The fence around it: the client may never settle and
 * rejects with anything (an object, a Buffer), so the signal ends the wait and only our own errors leave.
 *
 * @throws {SendError}
 */
export async function viberAccount(connection: ViberConnection, signal: AbortSignal): Promise<ViberAccount> {
  const bot = { authToken: connection.token, name: '', avatar: '' };
  const client = new ViberClient(silent, bot, connection.apiRoot.replace(/\/+$/, ''), []);
  const answer = await withinDeadline(client.getAccountInfo(), signal);
  const { success, data } = accountSchema.safeParse(answer);
  if (!success) throw new SendError('viber.account', { kind: 'unknown' });
  return { name: data.name, uri: data.uri, webhook: data.webhook, subscribersCount: data.subscribers_count };
}

/**
 * Asks Viber to bring callbacks to `publicUrl`, with people's names (absent unless asked for). Viber calls the
 * webhook during this call: it must be listening already.
 *
 * @throws {SendError}
 */
export async function registerViberWebhook(
  registration: ViberConnection & { readonly publicUrl: string },
  signal: AbortSignal,
): Promise<void> {
  const webhook = {
    url: new URL(VIBER_WEBHOOK_PATH, registration.publicUrl).href,
    event_types: ['delivered', 'seen', 'failed', 'subscribed', 'unsubscribed', 'conversation_started'],
    send_name: true,
    send_photo: false,
  };
  await callViber(registration, 'set_webhook', webhook, 0, signal);
}

function withinDeadline<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(networkFailure(signal.reason));
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    answer
      .then(resolve, (refusal: unknown) => reject(accountError(refusal)))
      .finally(() => signal.removeEventListener('abort', giveUp));
  });
}

function accountError(refusal: unknown): SendError {
  const status = z.object({ status: z.number().int() }).safeParse(refusal).data?.status;
  return status === undefined ? networkFailure(refusal) : refusedRequest(status, 0);
}
