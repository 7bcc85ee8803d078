import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';

/** One line of the audit: who did what to what, and the hash that ties it to the line before. */
export interface AuditEntry {
  /** 1, 2, 3 … without gaps */
  readonly seq: number;
  readonly at: Date;
  readonly actorKind: 'staff' | 'token' | 'system';
  readonly actorId: string;
  /** e.g. `broadcast.approve` */
  readonly action: string;
  /** Id of what was changed */
  readonly subject: string;
  /** Canonical JSON, null when there is nothing to say. Of a person only ids, field names and keyed hashes. */
  readonly before: string | null;
  readonly after: string | null;
  readonly previousHash: string;
  readonly hash: string;
}

/** What the first entry follows. */
const GENESIS_HASH = '0'.repeat(64);

/** Ties a new line to the one before. */
export function chainEntry(
  previous: AuditEntry | undefined,
  fields: Omit<AuditEntry, 'seq' | 'previousHash' | 'hash'>,
): AuditEntry {
  const tied = { ...fields, seq: (previous?.seq ?? 0) + 1, previousHash: previous?.hash ?? GENESIS_HASH };
  return { ...tied, hash: hashOf(tied) };
}

/** Whether `entry` is untouched and follows `previous`. */
export function follows(entry: AuditEntry, previous: AuditEntry | undefined): boolean {
  const { hash, ...tied } = entry;
  return (
    entry.seq === (previous?.seq ?? 0) + 1 &&
    entry.previousHash === (previous?.hash ?? GENESIS_HASH) &&
    hash === hashOf(tied)
  );
}

function hashOf(entry: Omit<AuditEntry, 'hash'>): string {
  return createHash('sha256').update(canonicalJson(entry)).digest('hex');
}
