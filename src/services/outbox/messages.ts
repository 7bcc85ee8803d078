import type { ChannelId } from '../../domain/channel-id.js';
import type { OutgoingContent } from '../../domain/content.js';
import type { CountedStatus } from '../../domain/delivery.js';
import type { Locale } from '../../domain/locale.js';

/** One message to one person outside a broadcast: a dialogue reply, an answer, a digest. */
export interface NewMessage {
  /** Unique: the same key again changes nothing (`<inboxId>:<n>`, an appeal message's id) */
  readonly key: string;
  readonly channel: ChannelId;
  readonly subscriberId: string;
  readonly address: string;
  readonly locale: Locale;
  readonly content: OutgoingContent;
  /** The appeal it speaks of, so that a reply to it finds the appeal */
  readonly appealNumber?: string | undefined;
  /** It stands for rows of broadcasts, which end as it does; it goes in the ordinary lane */
  readonly digest?: true | undefined;
}

export interface MessageState {
  readonly status: CountedStatus;
  readonly code: string | null;
}

/** Outcomes after which the person may know nothing of the message. */
export const LOST_STATUSES = ['failed', 'unreachable', 'unknown'] as const satisfies readonly CountedStatus[];

export function isLost({ status }: Pick<MessageState, 'status'>): boolean {
  return LOST_STATUSES.some((lost) => lost === status);
}

/** Messages in the outbox, sent by the bot's holder: in the reply lane, digests in the ordinary one. */
export interface Messages {
  /** Resolves when they are durable; the holder is nudged. */
  enqueue(messages: readonly NewMessage[]): Promise<void>;
  states(keys: readonly string[]): Promise<ReadonlyMap<string, MessageState>>;
  /** Messages about appeals that have been lost `since` (real clock), newest first. */
  lost(
    since: Date,
    limit: number,
  ): Promise<readonly { readonly key: string; readonly appealNumber: string }[]>;
  /** The appeal that a message of ours spoke of. */
  appealOf(channel: ChannelId, address: string, messageId: string): Promise<string | undefined>;
}
