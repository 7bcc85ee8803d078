import { GrammyError } from 'grammy';
import { SendError, type SendFailure } from '../../services/outbox/channel.js';
import { networkFailure } from '../network-failure.js';

/** Pause when Telegram asks for one without saying how long. */
const DEFAULT_RETRY_AFTER_SECONDS = 1;

interface Refusal {
  readonly status: number;
  readonly description: RegExp;
  readonly code: string;
  readonly kind: Exclude<SendFailure['kind'], 'throttled'>;
  /** See {@link SendFailure} */
  readonly stranger?: true;
}

/**
 * Refusals told apart by their words; the first that fits counts. Words as in the server's source:
 * https://github.com/tdlib/telegram-bot-api/blob/master/telegram-bot-api/Client.cpp
 */
const REFUSALS: readonly Refusal[] = [
  { status: 403, description: /blocked by the user/i, code: 'telegram.403.blocked', kind: 'unreachable' },
  { status: 403, description: /user is deactivated/i, code: 'telegram.403.deactivated', kind: 'unreachable' },
  { status: 403, description: /can't initiate/i, code: 'telegram.403.not-started', kind: 'unreachable' },
  {
    status: 403,
    description: /kicked|not a member|was deleted/i,
    code: 'telegram.403.left',
    kind: 'unreachable',
  },
  { status: 403, description: /^/, code: 'telegram.403', kind: 'unreachable' },
  {
    status: 400,
    description: /chat not found|PEER_ID_INVALID/i,
    code: 'telegram.400.chat-not-found',
    kind: 'unreachable',
    stranger: true,
  },
  {
    status: 400,
    description: /message to edit not found|message can't be edited|MESSAGE_ID_INVALID/i,
    code: 'telegram.400.message-gone',
    kind: 'gone',
  },
  // Groups get no broadcasts: one brought in by mistake is not followed to its new address.
  {
    status: 400,
    description: /upgraded to a supergroup/i,
    code: 'telegram.400.migrated',
    kind: 'unreachable',
  },
  { status: 400, description: /can't be deleted/i, code: 'telegram.400.too-old', kind: 'gone' },
  { status: 400, description: /FROZEN_METHOD_INVALID/, code: 'telegram.400.frozen', kind: 'account' },
  { status: 400, description: /parse entities/i, code: 'telegram.400.entities', kind: 'content' },
  { status: 400, description: /too long/i, code: 'telegram.400.too-long', kind: 'content' },
  { status: 400, description: /BUTTON_/, code: 'telegram.400.button', kind: 'content' },
  { status: 400, description: /file|PHOTO_|IMAGE_|HTTP URL/i, code: 'telegram.400.file', kind: 'content' },
  { status: 401, description: /^/, code: 'telegram.401', kind: 'account' },
  { status: 404, description: /^/, code: 'telegram.404', kind: 'account' },
];

/**
 * Translates what grammY throws, once, at the border. Telegram said no: by status and words. It could not be
 * reached, or its answer made no sense: {@link networkFailure}. No cause is kept: GrammyError holds the message's
 * text and HttpError the token.
 */
export function toSendError(error: unknown): SendError {
  if (error instanceof SendError) return error;
  if (!(error instanceof GrammyError) || !Number.isInteger(error.error_code)) return networkFailure(error);
  const { error_code: status, description, parameters } = error;
  if (status === 429) {
    const seconds = Number(parameters.retry_after) || DEFAULT_RETRY_AFTER_SECONDS;
    return new SendError('telegram.429', { kind: 'throttled', whose: 'bot', retryAfterMs: seconds * 1000 });
  }
  if (status >= 500) return new SendError(`telegram.${status}`, { kind: 'retry' });
  const refusal = REFUSALS.find((known) => known.status === status && known.description.test(description));
  if (!refusal) return new SendError(`telegram.${status}`, { kind: 'rejected' });
  const { code, kind, stranger } = refusal;
  return new SendError(code, kind === 'unreachable' ? { kind, stranger } : { kind });
}
