import type { ChannelId } from '../../domain/channel-id.js';
import type { OutgoingContent } from '../../domain/content.js';
import type { Locale } from '../../domain/locale.js';
import type { SubscriberStatus } from '../../domain/subscriber.js';

/** One digest of one person: the rows that it answers for carry its key. */
export interface Digest {
  /** `digest:<greatest row id>`: the high-water mark of what the person was told */
  readonly key: string;
  readonly subscriberId: string;
  readonly channel: ChannelId;
  readonly address: string;
  readonly locale: Locale;
  /** Oldest first */
  readonly broadcastIds: readonly string[];
  /** When its rows were tied, by the city's calendar: what it says is no older */
  readonly madeAt: Date;
}

/** A digest that a person has. */
export interface SentDigest extends Pick<Digest, 'locale' | 'broadcastIds' | 'madeAt'> {
  readonly content: OutgoingContent;
  /** In so many messages */
  readonly messageCount: number;
}

/** Somebody who left before their digest could leave. */
export interface LeftDigest extends Pick<Digest, 'key'> {
  readonly status: SubscriberStatus;
}

/** Rows that wait for a digest, and what becomes of them. */
export interface DigestStore {
  /**
   * Ties the due rows of up to `limit` people to one digest each. Rows once tied stay with that digest, so that
   * making it again after a crash makes the same one.
   * @param broadcastIds broadcasts whose rows may leave now
   */
  gather(broadcastIds: readonly string[], now: Date, limit: number): Promise<readonly Digest[]>;
  /** Digests that a failure kept from the outbox, among `limit` open ones by key after `afterKey`. */
  notQueued(
    afterKey: string | undefined,
    limit: number,
  ): Promise<{ readonly digests: readonly Digest[]; readonly next: string | undefined }>;
  /** The rows of these digests end, with the way the person left as their code. */
  skip(left: readonly LeftDigest[], at: Date): Promise<void>;
  /**
   * Unties digests with this item that are out of date and have not left, up to `limit` rows at a time: those made
   * `before` its words changed, and those made before it was cancelled. Their rows are due at `now`, to be gathered
   * again. Repeated harmlessly.
   * @returns whether no such digest is left, not even one that is being sent
   */
  withdraw(broadcastId: string, before: Date, now: Date, limit: number): Promise<boolean>;
  /** @returns undefined when there is no such digest */
  sent(key: string): Promise<SentDigest | undefined>;
  /** Lets rows end as the message of their digest did. @returns how many digests were settled, at most `limit` */
  settle(limit: number): Promise<number>;
}
