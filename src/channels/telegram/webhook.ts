import { createHmac } from 'node:crypto';
import { Hono } from 'hono';
import type { Logger } from '../../lib/log.js';
import type { Intake } from '../../services/intake/ports.js';
import { bodyLimit } from '../../web/body-limit.js';
import { sameSecret } from '../same-secret.js';
import { rawTelegramUpdate } from './raw-update.js';

export const TELEGRAM_WEBHOOK_PATH = '/webhooks/telegram';

/** Updates are a few kilobytes. */
const MAX_BODY_BYTES = 1024 * 1024;

/**
 * The secret Telegram shows us with every update, when none is set: another for another token, the same after a
 * restart, and of no use for finding the token.
 *
 * @returns 64 characters of those Telegram allows
 */
export function telegramWebhookSecret(token: string): string {
  return createHmac('sha256', token).update('visnyk telegram webhook').digest('hex');
}

/**
 * Receives updates. 401 without the secret, before the body is read; 400 for what is no update; 200 only after the
 * durable write; 503 when it failed, and Telegram comes again.
 */
export function telegramWebhook(deps: {
  readonly secret: string;
  readonly intake: Intake;
  readonly log: Logger;
}): Hono {
  const app = new Hono();
  app.use(TELEGRAM_WEBHOOK_PATH, async (c, next) => {
    const given = c.req.header('x-telegram-bot-api-secret-token') ?? '';
    return sameSecret(given, deps.secret) ? next() : c.text('', 401);
  });
  app.use(TELEGRAM_WEBHOOK_PATH, bodyLimit(MAX_BODY_BYTES));
  app.post(TELEGRAM_WEBHOOK_PATH, async (c) => {
    const update = rawTelegramUpdate(await c.req.text());
    if (!update) return c.text('', 400);
    try {
      await deps.intake.accept([update]);
    } catch (err) {
      deps.log.error({ err, updateId: update.key }, 'telegram: update not stored, Telegram will repeat it');
      return c.text('', 503);
    }
    return c.text('', 200);
  });
  return app;
}
