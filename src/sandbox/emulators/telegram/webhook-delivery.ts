import type { WebhookRoutes } from '../http/webhook-routes.js';
import type { TelegramUpdate } from './updates.js';

/** One delivery may take this long before it counts as failed; the server's own figure is not documented. */
const DELIVERY_TIMEOUT_MS = 60_000;
/** A longer `Retry-After` is cut. */
const RETRY_AFTER_MAX_SECONDS = 3600;

/** What setWebhook registered. @see https://core.telegram.org/bots/api#setwebhook */
export interface WebhookRegistration {
  readonly url: string;
  readonly secretToken?: string | undefined;
  readonly maxConnections: number;
}

/** Why an update was not taken, in the words of getWebhookInfo. */
export interface DeliveryProblem {
  readonly message: string;
  /** What the webhook asked for */
  readonly retryAfterMs?: number | undefined;
}

/**
 * POSTs one update. A redirect or anything but 2xx is a failure; `Retry-After` is honoured.
 *
 * @see https://core.telegram.org/bots/api#setwebhook
 * @see https://github.com/tdlib/telegram-bot-api/blob/master/telegram-bot-api/WebhookActor.cpp
 */
export async function deliverUpdate(
  update: TelegramUpdate,
  { url, secretToken }: WebhookRegistration,
  routes: WebhookRoutes,
  closing: AbortSignal,
): Promise<DeliveryProblem | undefined> {
  const target = routes.resolve(url);
  if (target === undefined) return { message: 'Failed to resolve host: Name or service not known' };
  const secret = secretToken === undefined ? {} : { 'x-telegram-bot-api-secret-token': secretToken };
  try {
    const response = await fetch(target, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/json', ...secret },
      body: JSON.stringify(update),
      signal: AbortSignal.any([closing, AbortSignal.timeout(DELIVERY_TIMEOUT_MS)]),
    });
    await response.arrayBuffer();
    return response.ok ? undefined : wrongResponse(response);
  } catch (error) {
    return { message: error instanceof Error ? error.message : String(error) };
  }
}

function wrongResponse({ status, statusText, headers }: Response): DeliveryProblem {
  const seconds = Number(headers.get('retry-after'));
  return {
    message: `Wrong response from the webhook: ${status} ${statusText}`,
    retryAfterMs: seconds > 0 ? Math.min(seconds, RETRY_AFTER_MAX_SECONDS) * 1000 : undefined,
  };
}
