import type { FileDescription } from '../file-store.js';
import type { Chat } from './chat.js';
import type { ServerState } from './server-state.js';
import type { PendingUpdate } from './updates.js';
import type { WebhookRegistration } from './webhook-delivery.js';

/** What a restarted server goes on with, as JSON. */
export interface TelegramSnapshot {
  readonly chats: readonly Chat[];
  readonly files: readonly FileDescription[];
  readonly pendingUpdates: readonly (Omit<PendingUpdate, 'createdAt'> & { readonly createdAt: string })[];
  readonly nextUpdateId: number;
  readonly nextMessageId: number;
  readonly allowedUpdates: readonly string[];
  readonly webhook: WebhookRegistration | null;
}

/** The state now. The bot's names and commands are not kept: the service sets them at every start. */
export function takeTelegramSnapshot({
  chats,
  files,
  updates,
  messageIds,
  webhook,
}: ServerState): TelegramSnapshot {
  return {
    chats: [...chats.chats()],
    files: files.descriptions(),
    pendingUpdates: [...updates.pending()].map((pending) => ({
      ...pending,
      createdAt: pending.createdAt.toISOString(),
    })),
    nextUpdateId: updates.nextUpdateId(),
    nextMessageId: messageIds.peek(),
    allowedUpdates: updates.allowed(),
    webhook: webhook.registration() ?? null,
  };
}

/** Goes on from a snapshot. */
export function restoreTelegram(state: ServerState, snapshot: TelegramSnapshot): void {
  state.chats.restore(snapshot.chats);
  state.files.restore(snapshot.files);
  const pending = snapshot.pendingUpdates.map((one) => ({ ...one, createdAt: new Date(one.createdAt) }));
  state.updates.restore(pending, snapshot.nextUpdateId, snapshot.allowedUpdates);
  state.messageIds.atLeast(snapshot.nextMessageId);
  if (snapshot.webhook !== null) state.webhook.set(snapshot.webhook);
}
