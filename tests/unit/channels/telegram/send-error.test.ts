import { GrammyError, HttpError } from 'grammy';
import { describe, expect, it } from 'vitest';
import { toSendError } from '../../../../src/channels/telegram/send-error.js';

const refusal = (error_code: number, description: string, parameters = {}) =>
  new GrammyError('x', { ok: false, error_code, description, parameters }, 'sendMessage', { text: 'секрет' });
const broken = (cause: object) =>
  new HttpError('x', Object.assign(new Error('http://x/bot1:T/sendMessage'), cause));

describe('toSendError', () => {
  it.each([
    [403, 'Forbidden: bot was blocked by the user', 'telegram.403.blocked', 'unreachable'],
    [403, 'Forbidden: user is deactivated', 'telegram.403.deactivated', 'unreachable'],
    [
      403,
      "Forbidden: bot can't initiate conversation with a user",
      'telegram.403.not-started',
      'unreachable',
    ],
    [403, 'Forbidden: bot was kicked from the group chat', 'telegram.403.left', 'unreachable'],
    [403, 'Forbidden: something new', 'telegram.403', 'unreachable'],
    [400, 'Bad Request: chat not found', 'telegram.400.chat-not-found', 'unreachable'],
    [400, 'Bad Request: PEER_ID_INVALID', 'telegram.400.chat-not-found', 'unreachable'],
    [
      400,
      'Bad Request: group chat was upgraded to a supergroup chat',
      'telegram.400.migrated',
      'unreachable',
    ],
    [400, 'Bad Request: FROZEN_METHOD_INVALID', 'telegram.400.frozen', 'account'],
    [400, "Bad Request: can't parse entities: Unsupported start tag", 'telegram.400.entities', 'content'],
    [400, 'Bad Request: message is too long', 'telegram.400.too-long', 'content'],
    [400, 'Bad Request: BUTTON_DATA_INVALID', 'telegram.400.button', 'content'],
    [400, 'Bad Request: wrong file identifier/HTTP URL specified', 'telegram.400.file', 'content'],
    [400, 'Bad Request: something new', 'telegram.400', 'rejected'],
    [401, 'Unauthorized', 'telegram.401', 'account'],
    [404, 'Not Found', 'telegram.404', 'account'],
    [413, 'Request Entity Too Large', 'telegram.413', 'rejected'],
    [500, 'Internal Server Error: restart', 'telegram.500', 'retry'],
    [502, 'Bad Gateway', 'telegram.502', 'retry'],
  ])('reads %i «%s» as %s', (status, description, code, kind) => {
    expect(toSendError(refusal(status, description))).toMatchObject({ code, failure: { kind } });
  });

  it('waits exactly as long as Telegram asks, the whole bot with it', () => {
    expect(toSendError(refusal(429, 'Too Many Requests: retry after 7', { retry_after: 7 })).failure).toEqual(
      {
        kind: 'throttled',
        whose: 'bot',
        retryAfterMs: 7000,
      },
    );
  });

  it('waits a second when it does not say how long', () => {
    expect(toSendError(refusal(429, 'Too Many Requests')).failure).toMatchObject({ retryAfterMs: 1000 });
  });

  it.each([
    [{ code: 'ECONNREFUSED' }, 'network.refused', 'retry'],
    [{ code: 'ENOTFOUND' }, 'network.dns', 'retry'],
    [{ code: 'EAI_AGAIN' }, 'network.dns', 'retry'],
    [
      { code: 'ETIMEDOUT', message: 'request failed, reason: connect ETIMEDOUT 192.0.2.1' },
      'network.unreachable',
      'retry',
    ],
    [{ code: 'ETIMEDOUT', message: 'request failed, reason: ' }, 'network.unreachable', 'retry'],
    [{ code: 'ETIMEDOUT', message: 'request failed, reason: read ETIMEDOUT' }, 'network.timeout', 'unknown'],
    [{ code: 'ECONNRESET' }, 'network.reset', 'unknown'],
    [{ name: 'AbortError' }, 'network.timeout', 'unknown'],
    [{ type: 'invalid-json' }, 'network.garbage', 'unknown'],
  ])('reads a call broken by %j as %s', (cause, code, kind) => {
    expect(toSendError(broken(cause))).toMatchObject({ code, failure: { kind } });
  });

  it.each([
    new TypeError('null is not an answer'),
    refusal(undefined as unknown as number, ''),
    'text',
    undefined,
  ])('does not know what became of a message answered by nonsense (%s)', (error) => {
    expect(toSendError(error)).toMatchObject({ code: 'network.garbage', failure: { kind: 'unknown' } });
  });

  it('carries neither the token nor the text', () => {
    for (const error of [toSendError(broken({ code: 'ECONNRESET' })), toSendError(refusal(400, 'x'))]) {
      expect(error.cause).toBeUndefined();
      expect(`${error.message} ${JSON.stringify(error)}`).not.toMatch(/секрет|bot1:T/);
    }
  });
});
