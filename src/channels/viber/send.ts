import type { SendError, SendReceipt, SendRequest } from '../../services/outbox/channel.js';
import { callViber } from './call.js';
import type { ViberConnection } from './connection.js';
import type { ViberPayload } from './render.js';
import { refusedReceiver } from './send-error.js';

/**
 * Sends one message to one person, or by `broadcast_message` to up to 300 at once.
 *
 * @throws {SendError} when the whole request was refused or its fate is unknown
 */
export async function sendViber(
  connection: ViberConnection,
  { addresses, part }: SendRequest,
  signal: AbortSignal,
): Promise<SendReceipt> {
  // The part was made by renderViber: the outbox hands it back untouched.
  const payload = part.payload as ViberPayload;
  const [receiver] = addresses;
  const answer =
    addresses.length === 1
      ? await callViber(connection, 'send_message', { ...payload, receiver }, 1, signal)
      : await callViber(
          connection,
          'broadcast_message',
          { ...payload, broadcast_list: addresses },
          addresses.length,
          signal,
        );
  const refused = new Map<string, SendError>();
  for (const { receiver: address, status } of answer.failed_list ?? [])
    refused.set(address, refusedReceiver(status));
  return {
    messageIds: answer.message_token === undefined ? [] : [answer.message_token],
    references: new Map(),
    refused,
    billingStatus: answer.billing_status,
  };
}
