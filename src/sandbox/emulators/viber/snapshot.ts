import type { FileDescription } from '../file-store.js';
import type { Callback, ViberWebhook } from './callbacks.js';
import type { ViberChat } from './chat.js';
import type { ViberState } from './server-state.js';

/** What a restarted server goes on with, as JSON. */
export interface ViberSnapshot {
  readonly chats: readonly ViberChat[];
  readonly files: readonly FileDescription[];
  readonly webhook: ViberWebhook | null;
  readonly pendingCallbacks: readonly Callback[];
}

/** The state now. */
export function takeViberSnapshot({ chats, files, callbacks }: ViberState): ViberSnapshot {
  return {
    chats: [...chats.chats()],
    files: files.descriptions(),
    webhook: callbacks.webhook() ?? null,
    pendingCallbacks: callbacks.pending(),
  };
}

/** Goes on from a snapshot: waiting callbacks are tried again at once. */
export function restoreViber(state: ViberState, snapshot: ViberSnapshot): void {
  state.chats.restore(snapshot.chats);
  state.files.restore(snapshot.files);
  if (snapshot.webhook === null) return;
  state.callbacks.setWebhook(snapshot.webhook);
  for (const callback of snapshot.pendingCallbacks) state.callbacks.enqueue(callback);
}
