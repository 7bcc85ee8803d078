import type { WebhookRoutes } from '../http/webhook-routes.js';
import type { PendingUpdate, UpdateQueue } from './updates.js';

/** What setWebhook registered. @see https://core.telegram.org/bots/api#setwebhook */
export interface WebhookRegistration {
  readonly url: string;
  readonly secretToken?: string | undefined;
  readonly maxConnections: number;
}

/** Delivers updates to the registered address. */
export interface Webhook {
  registration(): WebhookRegistration | undefined;
  set(registration: WebhookRegistration | undefined): void;
  lastError(): { readonly at: Date; readonly message: string } | undefined;
  close(): void;
}

/** One delivery may take this long before it counts as failed; the server's own figure is not documented. */
const DELIVERY_TIMEOUT_MS = 60_000;

export interface WebhookParts {
  readonly queue: UpdateQueue;
  readonly routes: WebhookRoutes;
  /** Milliseconds before attempt 2, 3, … @param attempt 1 after the first failure */
  readonly retryDelayMs: (attempt: number) => number;
  readonly now: () => Date;
}

/**
 * The documented retry: doubling, capped at a random 60–120 s.
 *
 * @see https://github.com/tdlib/telegram-bot-api/blob/master/telegram-bot-api/WebhookActor.cpp
 */
export function webhookRetryDelayMs(attempt: number): number {
  const capMs = 60_000 + Math.random() * 60_000;
  return Math.min(1000 * 2 ** (attempt - 1), capMs);
}

/** Updates of one chat go one after another, those of different chats side by side. */
export function createWebhook({ queue, routes, retryDelayMs, now }: WebhookParts): Webhook {
  let registration: WebhookRegistration | undefined;
  let lastError: { at: Date; message: string } | undefined;
  let closing = new AbortController();
  /** Chats with a delivery under way or waiting to be repeated */
  const busyChats = new Set<number>();
  const timers = new Set<NodeJS.Timeout>();

  const attempt = async (pending: PendingUpdate, target: WebhookRegistration, failures: number) => {
    const { signal } = closing;
    const problem = await deliver(pending, target, routes, signal);
    if (signal.aborted) return;
    if (problem === undefined) {
      queue.remove(pending.update.update_id);
      busyChats.delete(pending.chatId);
      pump();
      return;
    }
    lastError = { at: now(), message: problem.message };
    const delayMs = problem.retryAfterMs ?? retryDelayMs(failures + 1);
    const timer = setTimeout(() => {
      timers.delete(timer);
      attempt(pending, target, failures + 1).catch(reportBug);
    }, delayMs);
    timers.add(timer);
  };

  const pump = () => {
    if (registration === undefined) return;
    for (const pending of queue.pending()) {
      if (busyChats.size >= registration.maxConnections) return;
      if (busyChats.has(pending.chatId)) continue;
      busyChats.add(pending.chatId);
      attempt(pending, registration, 0).catch(reportBug);
    }
  };

  const abandon = () => {
    closing.abort();
    closing = new AbortController();
    for (const timer of timers) clearTimeout(timer);
    timers.clear();
    busyChats.clear();
  };

  queue.onPush(pump);
  return {
    registration: () => registration,
    set(next) {
      abandon();
      registration = next;
      lastError = undefined;
      pump();
    },
    lastError: () => lastError,
    close() {
      abandon();
      registration = undefined;
    },
  };
}

interface DeliveryProblem {
  readonly message: string;
  readonly retryAfterMs?: number | undefined;
}

/** POSTs one update. A redirect or anything but 2xx is a failure; `Retry-After` is honoured up to an hour. */
async function deliver(
  { update }: PendingUpdate,
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
    if (response.ok) return undefined;
    const retryAfter = Number(response.headers.get('retry-after'));
    return {
      message: `Wrong response from the webhook: ${response.status} ${response.statusText}`,
      retryAfterMs: retryAfter > 0 ? Math.min(retryAfter, 3600) * 1000 : undefined,
    };
  } catch (error) {
    return { message: error instanceof Error ? error.message : String(error) };
  }
}

/** A delivery never throws by itself: whatever arrives here is a bug and must be loud. */
function reportBug(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}
