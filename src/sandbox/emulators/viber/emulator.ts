import type { EmulatorFeed } from '../emulator-feed.js';
import type { FileDirectory } from '../file-directory.js';
import { createFileStore } from '../file-store.js';
import { createFaultPlan, type FaultPlan } from '../http/faults.js';
import { serveOnLoopback } from '../http/loopback-server.js';
import { createWebhookRoutes, type WebhookRoutes } from '../http/webhook-routes.js';
import { createJournal, type Journal } from '../journal.js';
import type { Person, PersonInput } from '../person.js';
import { PhoneError } from '../phone-actions.js';
import { createViberBilling, type ViberContract } from './billing.js';
import { type Callback, createCallbackSender } from './callbacks.js';
import { createViberChatBook } from './chat.js';
import { createClientFailures } from './client-failures.js';
import { createViberPhone } from './create-phone.js';
import { createViberHttpApi } from './http-api.js';
import { createViberLimits, type ViberRates } from './limits.js';
import { createMessageTokens } from './message-tokens.js';
import type { ViberPhone } from './phone.js';
import type { ViberState } from './server-state.js';
import { showWelcome } from './welcome.js';

/** An emulated Viber REST API, and the phones of those who write to its bot. */
export interface ViberEmulator {
  /** For `VIBER_API_ROOT`: `http://127.0.0.1:<port>/pa` */
  readonly apiRoot: string;
  readonly token: string;
  readonly faults: FaultPlan;
  readonly journal: Journal;
  /** Where callbacks for public webhook addresses go */
  readonly webhookRoutes: WebhookRoutes;
  addPerson(input?: PersonInput): Person;
  people(): readonly Person[];
  /** @throws {PhoneError} when nobody has this id */
  phone(personId: string): ViberPhone;
  /** The next messages are accepted with status 0 and then fail on the phone with a `failed` event */
  failOnPhone(times: number, reason: string, personId?: string): void;
  /** Events not yet answered with 200 */
  pendingCallbacks(): readonly Callback[];
  /** The server's own state: snapshots read and restore it */
  readonly state: ViberState;
  close(): Promise<void>;
}

export interface ViberEmulatorOptions {
  readonly token: string;
  readonly feed: EmulatorFeed;
  readonly rates: ViberRates | false;
  readonly contract: ViberContract;
  readonly callbackRetryDelaysMs: readonly number[];
  readonly fileDirectory: FileDirectory;
  readonly now: () => Date;
  readonly port: number;
}

/** Starts the server on a loopback port. */
export async function startViberEmulator(options: ViberEmulatorOptions): Promise<ViberEmulator> {
  const { token } = options;
  const routes = createWebhookRoutes();
  let origin = '';
  const state = createState(
    options,
    routes,
    ({ id, fileName }) => `${origin}/media/${id}/${encodeURIComponent(fileName)}`,
  );
  const faults = createFaultPlan();
  const server = await serveOnLoopback(createViberHttpApi({ token, state, faults }), options.port);
  origin = server.origin;
  return {
    apiRoot: `${server.origin}/pa`,
    token,
    faults,
    journal: state.journal,
    webhookRoutes: routes,
    state,
    addPerson: (input = {}) => state.chats.addPerson(input),
    people: () => state.chats.people(),
    phone(personId) {
      const chat = state.chats.chat(personId);
      if (chat === undefined) throw new PhoneError(`nobody has the id ${personId}`, 'person');
      return createViberPhone(state, chat);
    },
    failOnPhone: (times, reason, personId) => state.clientFailures.add(times, reason, personId),
    pendingCallbacks: () => state.callbacks.pending(),
    async close() {
      state.callbacks.close();
      await server.close();
    },
  };
}

function createState(
  options: ViberEmulatorOptions,
  routes: WebhookRoutes,
  mediaUrl: ViberState['mediaUrl'],
): ViberState {
  const { token, feed, rates, contract, callbackRetryDelaysMs, fileDirectory, now } = options;
  const state: ViberState = {
    chats: createViberChatBook(),
    files: createFileStore('dlid', fileDirectory),
    callbacks: createCallbackSender({
      token,
      routes,
      retryDelaysMs: callbackRetryDelaysMs,
      onAnswer: (callback, answer) => showWelcome(state, callback, answer),
    }),
    limits: createViberLimits(rates, () => now().getTime()),
    billing: createViberBilling(contract, now),
    mayBroadcast: contract.mayBroadcast ?? true,
    clientFailures: createClientFailures(),
    journal: createJournal(),
    feed,
    nextToken: createMessageTokens(now),
    mediaUrl,
    now,
  };
  return state;
}
