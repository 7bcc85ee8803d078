import { GrammyError } from 'grammy';
import { describe, expect, it } from 'vitest';
import { toSendError } from '../../../../src/channels/telegram/send-error.js';
import { refusedReceiver } from '../../../../src/channels/viber/send-error.js';
import type { SendError } from '../../../../src/services/outbox/channel.js';
import { type PauseCause, pauseReason } from '../../../../src/services/outbox/pause-reason.js';

/** What Telegram's refusals look like, one of each that can pause a broadcast. */
const TELEGRAM: readonly (readonly [number, string])[] = [
  [401, 'Unauthorized'],
  [404, 'Not Found'],
  [400, 'Bad Request: FROZEN_METHOD_INVALID'],
  [400, "Bad Request: can't parse entities"],
  [400, 'Bad Request: message is too long'],
  [400, 'Bad Request: BUTTON_URL_INVALID'],
  [400, 'Bad Request: wrong file identifier'],
  [400, 'Bad Request: chat not found'],
];

const refused = ([error_code, description]: (typeof TELEGRAM)[number]) =>
  toSendError(new GrammyError('no', { ok: false, error_code, description }, 'sendMessage', {}));

/** Statuses of Viber's table; the others are its own trouble, and tried again. */
const VIBER = Array.from({ length: 25 }, (_, status) => refusedReceiver(status)).filter(
  ({ failure }) => failure.kind !== 'retry',
);

const causeOf = ({ failure: { kind } }: SendError): PauseCause => {
  if (kind === 'unreachable') return 'strangers';
  return kind === 'account' ? 'account' : 'content';
};

describe('why a broadcast paused itself', () => {
  it.each([
    ...TELEGRAM.map((refusal) => ['telegram', refused(refusal)] as const),
    ...VIBER.map((error) => ['viber', error] as const),
  ])('is told in words, with what to do: %s, %s', (channel, error) => {
    const words = pauseReason(causeOf(error), channel, error.code);
    expect(words).not.toContain(error.code);
    expect(words).not.toMatch(/відмовив/);
    expect(words).toMatch(/(продовжте розсилку|створіть нову)\.$/);
  });

  it('names the code that nobody has described yet', () => {
    expect(pauseReason('account', 'viber', 'viber.99')).toContain('(viber.99)');
  });

  it('says how to give Viber the address of the service', () => {
    expect(pauseReason('account', 'viber', 'viber.10')).toBe(
      'Viber не приймає повідомлень бота: у Viber не задано адреси сервісу. Задайте PUBLIC_URL, перезапустіть сервіс і продовжте розсилку.',
    );
  });
});
