import type { Actor } from '../../domain/role.js';
import { canonicalJson } from './canonical-json.js';
import { type AuditEntry, chainEntry } from './chain.js';

/** A change that staff or an integration made. `before` and `after` hold no personal data (see `AuditEntry`). */
export interface Change {
  readonly actor: Actor;
  readonly action: string;
  readonly subject: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** The append-only book of changes. */
export interface Audit {
  /** Resolves once the line is durable. */
  record(change: Change): Promise<void>;
}

export interface AuditStore {
  last(): Promise<AuditEntry | undefined>;
  /** @returns false when another process has written this `seq` first */
  append(entry: AuditEntry): Promise<boolean>;
}

/** Processes that write at the same moment; each round one of them gets through. */
const ROUNDS_MAX = 100;

/** The book of changes: entries of this process one after the other, each carrying the hash of the one before. */
export function createAudit(store: AuditStore, now: () => Date): Audit {
  let queue = Promise.resolve();

  async function append({ actor, action, subject, before, after }: Change) {
    const fields = {
      at: now(),
      actorKind: actor.kind,
      actorId: actor.id,
      action,
      subject,
      before: before === undefined ? null : canonicalJson(before),
      after: after === undefined ? null : canonicalJson(after),
    };
    for (let round = 0; round < ROUNDS_MAX; round += 1) {
      if (await store.append(chainEntry(await store.last(), fields))) return;
    }
    throw new Error(`the audit was written by others ${ROUNDS_MAX} times in a row`);
  }

  return {
    record(change) {
      // One at a time within this process: the line before must be known.
      const written = queue.then(() => append(change));
      queue = written.catch(() => {});
      return written;
    },
  };
}
