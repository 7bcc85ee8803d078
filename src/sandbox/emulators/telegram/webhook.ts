import type { WebhookRoutes } from '../http/webhook-routes.js';
import { reportBug } from '../report-bug.js';
import type { PendingUpdate, UpdateQueue } from './updates.js';
import { deliverUpdate, type WebhookRegistration } from './webhook-delivery.js';

/** Delivers updates to the registered address. */
export interface Webhook {
  registration(): WebhookRegistration | undefined;
  set(registration: WebhookRegistration | undefined): void;
  lastError(): { readonly at: Date; readonly message: string } | undefined;
  close(): void;
}

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
    const problem = await deliverUpdate(pending.update, target, routes, signal);
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
