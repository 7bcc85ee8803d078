import type { WebhookRoutes } from '../http/webhook-routes.js';
import { reportBug } from '../report-bug.js';
import { createCallbackPost } from './callback-post.js';

/** One event on its way to the bot's webhook. */
export interface Callback {
  readonly event: string;
  readonly personId: string;
  /** Exactly the bytes that are signed and sent, again on every retry */
  readonly body: string;
}

/** What set_webhook registered. */
export interface ViberWebhook {
  readonly url: string;
  readonly eventTypes: readonly string[];
  readonly sendName: boolean;
  readonly sendPhoto: boolean;
}

/** Delivers events, repeating until the webhook answers 200. */
export interface CallbackSender {
  webhook(): ViberWebhook | undefined;
  setWebhook(webhook: ViberWebhook | undefined): void;
  /** Events the registration filters out, and all without a webhook, are dropped */
  enqueue(callback: Callback): void;
  /** One attempt now. @returns the answer's body, or undefined when it was not a 200 */
  post(url: string, body: string): Promise<string | undefined>;
  /** Callbacks not yet answered with 200 */
  pending(): readonly Callback[];
  close(): void;
}

/** @see https://creators.viber.com/docs/bots-api/getting-started/web-hooks#event-filtering */
const MANDATORY_EVENTS = new Set(['message', 'subscribed', 'unsubscribed']);
/** Side by side; those of one person go one after another. */
const CONCURRENCY = 40;

/** "Several times for an hour until 200": ten tries. @see https://developers.viber.com/docs/faq/ */
export const CALLBACK_RETRY_DELAYS_MS: readonly number[] = [10, 60, 300, 600, 900, 900, 900, 900, 900].map(
  (seconds) => seconds * 1000,
);

export interface CallbackParts {
  readonly token: string;
  readonly routes: WebhookRoutes;
  readonly retryDelaysMs: readonly number[];
  /** Gets the body of the 200 answer: the welcome message */
  readonly onAnswer: (callback: Callback, answer: string) => void;
}

interface Entry {
  readonly callback: Callback;
  failures: number;
  timer?: NodeJS.Timeout | undefined;
}

/** Starts with no webhook. */
export function createCallbackSender({
  token,
  routes,
  retryDelaysMs,
  onAnswer,
}: CallbackParts): CallbackSender {
  let webhook: ViberWebhook | undefined;
  const entries = new Set<Entry>();
  const ready: Entry[] = [];
  const busyPeople = new Set<string>();
  const closing = new AbortController();

  const post = createCallbackPost(token, routes, closing.signal);

  const attempt = async (entry: Entry, url: string) => {
    const { callback } = entry;
    busyPeople.add(callback.personId);
    const answer = await post(url, callback.body);
    busyPeople.delete(callback.personId);
    if (closing.signal.aborted) return;
    if (answer === undefined) retryLater(entry);
    else {
      entries.delete(entry);
      onAnswer(callback, answer);
    }
    pump();
  };

  const retryLater = (entry: Entry) => {
    const delayMs = retryDelaysMs[entry.failures];
    entry.failures += 1;
    if (delayMs === undefined) {
      entries.delete(entry);
      return;
    }
    entry.timer = setTimeout(() => makeReady(entry), delayMs);
  };

  const makeReady = (entry: Entry) => {
    clearTimeout(entry.timer);
    entry.timer = undefined;
    ready.push(entry);
    pump();
  };

  const pump = () => {
    if (webhook === undefined) return;
    while (busyPeople.size < CONCURRENCY) {
      const index = ready.findIndex(({ callback }) => !busyPeople.has(callback.personId));
      const [entry] = index < 0 ? [] : ready.splice(index, 1);
      if (entry === undefined) return;
      attempt(entry, webhook.url).catch(reportBug);
    }
  };

  return {
    webhook: () => webhook,
    setWebhook(next) {
      webhook = next;
      if (next === undefined) return;
      for (const entry of entries) if (entry.timer !== undefined) makeReady(entry);
      pump();
    },
    enqueue(callback) {
      if (webhook === undefined) return;
      const isWanted = MANDATORY_EVENTS.has(callback.event) || webhook.eventTypes.includes(callback.event);
      if (!isWanted) return;
      const entry = { callback, failures: 0 };
      entries.add(entry);
      makeReady(entry);
    },
    post,
    pending: () => [...entries].map(({ callback }) => callback),
    close() {
      closing.abort();
      for (const { timer } of entries) clearTimeout(timer);
      entries.clear();
      ready.length = 0;
    },
  };
}
