import { createTimeSeededCounter } from './time-seeded-counter.js';

/** One update as the bot gets it. */
export interface TelegramUpdate {
  readonly update_id: number;
  readonly [kind: string]: unknown;
}

/** An update waiting for the bot. */
export interface PendingUpdate {
  readonly update: TelegramUpdate;
  /** Updates of one chat are delivered in order */
  readonly chatId: number;
  readonly createdAt: Date;
}

/** @see https://core.telegram.org/bots/api#getting-updates kept "not longer than 24 hours" */
const EXPIRES_AFTER_MS = 24 * 3600_000;
const PENDING_MAX = 100_000;
/** Not sent unless asked for. @see https://core.telegram.org/bots/api#getupdates allowed_updates */
const OFF_BY_DEFAULT = new Set(['chat_member', 'message_reaction', 'message_reaction_count']);

/** Updates on their way to the bot. */
export interface UpdateQueue {
  /** @returns the update's id, or undefined when the bot does not want this kind */
  push(kind: string, payload: object, chatId: number): number | undefined;
  /** Waiting updates, oldest first */
  pending(): Iterable<PendingUpdate>;
  size(): number;
  /** Forgets everything before this update id */
  confirmBefore(updateId: number): void;
  /** Forgets one delivered update */
  remove(updateId: number): void;
  clear(): void;
  /** An empty list means the default set */
  allow(kinds: readonly string[]): void;
  allowed(): readonly string[];
  /** @returns the function that stops listening */
  onPush(listener: () => void): () => void;
  nextUpdateId(): number;
  restore(pending: readonly PendingUpdate[], nextUpdateId: number, allowed: readonly string[]): void;
}

/** An empty queue whose ids start from the time. */
export function createUpdateQueue(now: () => Date): UpdateQueue {
  const ids = createTimeSeededCounter(now());
  const listeners = new Set<() => void>();
  /** By update id, oldest first */
  const pending = new Map<number, PendingUpdate>();
  let allowed: readonly string[] = [];
  const wants = (kind: string) => (allowed.length === 0 ? !OFF_BY_DEFAULT.has(kind) : allowed.includes(kind));
  const isGone = ({ createdAt }: PendingUpdate) =>
    pending.size > PENDING_MAX || createdAt.getTime() < now().getTime() - EXPIRES_AFTER_MS;
  const dropGone = () => {
    for (const [id, entry] of pending) {
      if (!isGone(entry)) return;
      pending.delete(id);
    }
  };
  return {
    push(kind, payload, chatId) {
      if (!wants(kind)) return undefined;
      const update = { update_id: ids.next(), [kind]: payload };
      pending.set(update.update_id, { update, chatId, createdAt: now() });
      dropGone();
      for (const listener of listeners) listener();
      return update.update_id;
    },
    pending() {
      dropGone();
      return pending.values();
    },
    size: () => pending.size,
    confirmBefore(updateId) {
      for (const id of pending.keys()) {
        if (id >= updateId) return;
        pending.delete(id);
      }
    },
    remove(updateId) {
      pending.delete(updateId);
    },
    clear() {
      pending.clear();
    },
    allow(kinds) {
      allowed = kinds;
    },
    allowed: () => allowed,
    onPush(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    nextUpdateId: () => ids.peek(),
    restore(restored, nextUpdateId, kinds) {
      for (const entry of restored) pending.set(entry.update.update_id, entry);
      ids.atLeast(nextUpdateId);
      allowed = kinds;
    },
  };
}
