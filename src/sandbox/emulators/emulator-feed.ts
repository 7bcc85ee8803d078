import type { Person } from './person.js';
import type { PhoneKeyboard, PhoneMessage } from './phone-message.js';

export type Messenger = 'telegram' | 'viber';

/** Something changed on a phone. */
export type EmulatorEvent =
  | { readonly type: 'message'; readonly message: PhoneMessage }
  | { readonly type: 'message-edited'; readonly message: PhoneMessage }
  | { readonly type: 'messages-deleted'; readonly messageIds: readonly string[] }
  | { readonly type: 'keyboard'; readonly keyboard: PhoneKeyboard | null }
  | { readonly type: 'typing' }
  /** The toast or dialog the bot answers a pressed button with */
  | { readonly type: 'notice'; readonly text: string; readonly alert: boolean }
  | { readonly type: 'person'; readonly person: Person };

/** An event with whose phone it is. */
export type PhoneEvent = EmulatorEvent & { readonly messenger: Messenger; readonly personId: string };

/** Tells listeners what changes on the phones. */
export interface EmulatorFeed {
  emit(event: PhoneEvent): void;
  /** @returns the function that stops listening */
  listen(listener: (event: PhoneEvent) => void): () => void;
}

/** A feed with no listeners. */
export function createEmulatorFeed(): EmulatorFeed {
  const listeners = new Set<(event: PhoneEvent) => void>();
  return {
    emit(event) {
      for (const listener of listeners) listener(event);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
