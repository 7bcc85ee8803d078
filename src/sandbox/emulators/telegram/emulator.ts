import type { EmulatorFeed } from '../emulator-feed.js';
import type { FileDirectory } from '../file-directory.js';
import { createFileStore } from '../file-store.js';
import { createFaultPlan, type FaultPlan } from '../http/faults.js';
import { serveOnLoopback } from '../http/loopback-server.js';
import { createWebhookRoutes, type WebhookRoutes } from '../http/webhook-routes.js';
import { createJournal, type Journal } from '../journal.js';
import type { Person, PersonInput } from '../person.js';
import { PhoneError } from '../phone-actions.js';
import { createBotProfile } from './bot-profile.js';
import { createCallbackQueries } from './callback-queries.js';
import { createTelegramChatBook } from './chat.js';
import { createTelegramPhone } from './create-phone.js';
import { createFloodControl, type FloodLimits } from './flood-control.js';
import { createHttpApi } from './http-api.js';
import type { TelegramPhone } from './phone.js';
import { createPolling } from './polling.js';
import type { ServerState } from './server-state.js';
import { createTimeSeededCounter } from './time-seeded-counter.js';
import { createUpdateQueue } from './updates.js';
import { createWebhook } from './webhook.js';

/** An emulated Bot API server, and the phones of those who write to its bot. */
export interface TelegramEmulator {
  /** For grammy's `client.apiRoot`: `http://127.0.0.1:<port>` */
  readonly apiRoot: string;
  readonly token: string;
  readonly faults: FaultPlan;
  readonly journal: Journal;
  /** Where deliveries for public webhook addresses go */
  readonly webhookRoutes: WebhookRoutes;
  addPerson(input?: PersonInput): Person;
  people(): readonly Person[];
  /** @throws {PhoneError} when nobody has this id */
  phone(personId: string): TelegramPhone;
  /** Puts any update into the bot's queue, e.g. one of a group */
  pushUpdate(kind: string, payload: object, chatId: number): void;
  /** The server's own state: snapshots read and restore it */
  readonly state: ServerState;
  close(): Promise<void>;
}

export interface TelegramEmulatorOptions {
  readonly token: string;
  readonly feed: EmulatorFeed;
  readonly floods: FloodLimits | false;
  readonly webhookRetryDelayMs: (attempt: number) => number;
  readonly fileDirectory: FileDirectory;
  readonly now: () => Date;
  readonly port: number;
}

/** Starts the server on a loopback port. */
export async function startTelegramEmulator(options: TelegramEmulatorOptions): Promise<TelegramEmulator> {
  const { token, now } = options;
  const state = createState(options);
  const faults = createFaultPlan();
  const server = await serveOnLoopback(createHttpApi({ token, state, faults }), options.port);
  return {
    apiRoot: server.origin,
    token,
    faults,
    journal: state.journal,
    webhookRoutes: state.routes,
    state,
    addPerson: (input = {}) => state.chats.addPerson(input),
    people: () => state.chats.people(),
    phone(personId) {
      const chat = state.chats.chat(personId);
      if (chat === undefined) throw new PhoneError(`nobody has the id ${personId}`, 'person');
      return createTelegramPhone(state, chat);
    },
    pushUpdate(kind, payload, chatId) {
      state.updates.push(kind, payload, chatId);
    },
    async close() {
      state.webhook.close();
      await server.close();
    },
  };

  function createState({
    feed,
    floods,
    webhookRetryDelayMs,
    fileDirectory,
  }: TelegramEmulatorOptions): ServerState {
    const updates = createUpdateQueue(now);
    const routes = createWebhookRoutes();
    return {
      bot: createBotProfile(token),
      chats: createTelegramChatBook(),
      files: createFileStore('AgACAgIAAxkB', fileDirectory),
      updates,
      polling: createPolling(updates),
      webhook: createWebhook({ queue: updates, routes, retryDelayMs: webhookRetryDelayMs, now }),
      routes,
      floods: createFloodControl(floods, () => now().getTime()),
      callbackQueries: createCallbackQueries(now),
      messageIds: createTimeSeededCounter(now()),
      journal: createJournal(),
      feed,
      now,
    };
  }
}
