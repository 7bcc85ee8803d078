import type { EmulatorFeed } from '../emulator-feed.js';
import type { FileStore } from '../file-store.js';
import type { WebhookRoutes } from '../http/webhook-routes.js';
import type { Journal } from '../journal.js';
import type { BotProfile } from './bot-profile.js';
import type { CallbackQueries } from './callback-queries.js';
import type { TelegramChatBook } from './chat.js';
import type { FloodControl } from './flood-control.js';
import type { Polling } from './polling.js';
import type { IdCounter } from './time-seeded-counter.js';
import type { UpdateQueue } from './updates.js';
import type { Webhook } from './webhook.js';

/** Everything the emulated server knows: what methods read and change. */
export interface ServerState {
  readonly bot: BotProfile;
  readonly chats: TelegramChatBook;
  readonly files: FileStore;
  readonly updates: UpdateQueue;
  readonly polling: Polling;
  readonly webhook: Webhook;
  readonly routes: WebhookRoutes;
  readonly floods: FloodControl;
  readonly callbackQueries: CallbackQueries;
  readonly messageIds: IdCounter;
  readonly journal: Journal;
  readonly feed: EmulatorFeed;
  readonly now: () => Date;
}
