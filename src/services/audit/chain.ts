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

/**
 * What is wrong with a line: the text was changed after it was written, lines before it were taken out, or the line
 * before it is another one than it was.
 */
export type ChainFault = 'changed' | 'missing-before' | 'other-before';

/** What is wrong with `entry` as the line after `previous`; undefined: nothing. */
export function faultOf(entry: AuditEntry, previous: AuditEntry | undefined): ChainFault | undefined {
  const { hash, ...tied } = entry;
  if (hash !== hashOf(tied)) return 'changed';
  if (entry.seq !== (previous?.seq ?? 0) + 1) return 'missing-before';
  return entry.previousHash === (previous?.hash ?? GENESIS_HASH) ? undefined : 'other-before';
}

function hashOf(entry: Omit<AuditEntry, 'hash'>): string {
  return createHash('sha256').update(canonicalJson(entry)).digest('hex');
}
