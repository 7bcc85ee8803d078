import type { AppealFile } from '../../domain/appeal.js';
import type { CannedReply } from '../../domain/canned-reply.js';
import type { Actor } from '../../domain/role.js';
import type { CannedReplyInput } from './input.js';

/** What staff decide about a canned reply. */
export type CannedReplyContent = CannedReplyInput & { readonly files: readonly AppealFile[] };

/** Prepared answers. Changes are audited; all throw Refusal when they cannot. */
export interface CannedReplies {
  /** By title, at most {@link CANNED_REPLIES_MAX}. */
  list(): Promise<readonly CannedReply[]>;
  get(id: string): Promise<CannedReply>;
  /** @param id undefined: a new one */
  save(id: string | undefined, content: CannedReplyContent, actor: Actor): Promise<CannedReply>;
  /** Answers already sent stay as they are. */
  remove(id: string, actor: Actor): Promise<void>;
}

/** More than anybody looks through. */
export const CANNED_REPLIES_MAX = 300;

/** Titles are unique: `'taken'` when another reply has this one. */
export interface CannedReplyStore {
  /** By title, at most {@link CANNED_REPLIES_MAX}. */
  list(): Promise<readonly CannedReply[]>;
  get(id: string): Promise<CannedReply | undefined>;
  insert(reply: Omit<CannedReply, 'id'>): Promise<CannedReply | 'taken'>;
  /** @returns undefined when there is no such reply */
  change(id: string, reply: Omit<CannedReply, 'id'>): Promise<CannedReply | 'taken' | undefined>;
  remove(id: string): Promise<void>;
}
