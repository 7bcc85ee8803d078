import type { ChannelId } from '../../domain/channel-id.js';
import type { Locale } from '../../domain/locale.js';

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
  /** The rows of these digests end: the people left meanwhile. */
  skip(keys: readonly string[], at: Date): Promise<void>;
  /** Lets rows end as the message of their digest did. @returns how many digests were settled, at most `limit` */
  settle(limit: number): Promise<number>;
}
