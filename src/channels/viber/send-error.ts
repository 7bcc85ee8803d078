import { SendError, type SendFailure } from '../../services/outbox/channel.js';

/** Silence after "too many requests": the window of Viber's limit of 500 requests (broadcast_message). */
const THROTTLED_MS = 10_000;

/**
 * Meaning of the status in Viber's answer (its HTTP status is 200 even on a refusal).
 * @see https://developers.viber.com/docs/api/rest-bot-api/#error-codes
 */
const KINDS: Readonly<Record<number, Exclude<SendFailure['kind'], 'retry' | 'throttled' | 'one-by-one'>>> = {
  2: 'account', // invalidAuthToken
  3: 'content', // badData
  4: 'content', // missingData
  5: 'unreachable', // receiverNotRegistered
  6: 'unreachable', // receiverNotSubscribed
  7: 'account', // publicAccountBlocked
  8: 'account', // publicAccountNotFound
  9: 'account', // publicAccountSuspended
  10: 'account', // webhookNotSet
  11: 'rejected', // receiverNoSuitableDevice
  13: 'rejected', // apiVersionNotSupported
  14: 'rejected', // incompatibleWithVersion
  15: 'account', // notAuthorized
  21: 'rejected', // unsupportedCountry
  23: 'account', // freeMessagesExceeded
  24: 'account', // noBalance
};

const TOO_MANY_REQUESTS = 12;
/** Cannot send a broadcast, and broadcastNotAllowed: `send_message` is not meant. */
const NO_BROADCASTS: readonly number[] = [19, 20];

/**
 * A refusal of a whole request. "Too many requests" to one person is also what Viber says after 100 messages in an
 * hour to somebody who does not answer.
 *
 * @param addresses how many people the request was for; none for a question about the account
 */
export function refusedRequest(status: number, addresses: number): SendError {
  if (NO_BROADCASTS.includes(status) && addresses > 1)
    return new SendError(`viber.${status}`, { kind: 'one-by-one' });
  if (status !== TOO_MANY_REQUESTS) return refusedReceiver(status);
  const whose = addresses === 1 ? 'bot-or-person' : 'bot';
  return new SendError('viber.12', { kind: 'throttled', whose, retryAfterMs: THROTTLED_MS });
}

/** A refusal of one person of a batch: it says nothing about the sender's pace. Statuses not in the table may pass. */
export function refusedReceiver(status: number): SendError {
  const kind = KINDS[status] ?? 'retry';
  // Ids are each bot's own: with another bot's token nobody is registered or subscribed.
  return new SendError(`viber.${status}`, kind === 'unreachable' ? { kind, stranger: true } : { kind });
}
