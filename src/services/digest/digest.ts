import type { Broadcast } from '../../domain/broadcast.js';
import { CHANNEL_IDS, type ChannelId } from '../../domain/channel-id.js';
import type { OutgoingContent } from '../../domain/content.js';
import type { Clocks } from '../../lib/clocks.js';
import { Doorbell } from '../../lib/doorbell.js';
import type { Logger } from '../../lib/log.js';
import type { Messages } from '../outbox/messages.js';
import type { SendableBroadcast } from '../outbox/store.js';
import type { SubscriberStore } from '../subscriptions/store.js';
import type { Digest, DigestStore } from './store.js';

/** People whose digests are made up together. */
const PAGE = 300;
/** What is due, and what was sent, are looked at this often. */
const TICK_MS = 1_000;

export interface DigestsDeps {
  readonly store: DigestStore;
  readonly messages: Pick<Messages, 'enqueue'>;
  readonly subscribers: Pick<SubscriberStore, 'audienceAmong'>;
  /** Broadcasts whose rows may leave by a messenger now: in quiet hours a late digest waits too */
  readonly sendable: (channel: ChannelId) => Promise<readonly SendableBroadcast[]>;
  readonly broadcast: (id: string) => Promise<Broadcast | undefined>;
  /** @param broadcasts oldest first, at least one */
  readonly contentOf: (broadcasts: readonly Broadcast[], digest: Digest) => Promise<OutgoingContent>;
  readonly clocks: Clocks;
  readonly log: Logger;
}

/**
 * Makes up digests: what the broadcasts of a day have for people who want one message a day. Rows are tied to
 * their digest, then its message is queued, then the rows end as the message does. Each step is repeated
 * harmlessly, so a crash neither loses an item nor tells it twice; whatever was missed, however long the service
 * was away, is in the next digest.
 */
export class Digests {
  private readonly doorbell = new Doorbell();

  constructor(private readonly deps: DigestsDeps) {}

  /** The calendar was moved: look now. */
  nudge(): void {
    this.doorbell.ring();
  }

  /** Runs in the process that holds the lease of broadcasts, until `signal` aborts. */
  async run(signal: AbortSignal): Promise<void> {
    let isRecovered = false;
    while (!signal.aborted) {
      try {
        if (!isRecovered) await this.recover(signal);
        isRecovered = true;
        if (await this.look()) continue;
      } catch (error) {
        this.deps.log.error({ err: error }, 'digests: step failed, trying again');
        isRecovered = false;
      }
      await this.doorbell.wait(TICK_MS, signal);
    }
  }

  /** Queues what a failure had left between the first step and the second. */
  async recover(signal: AbortSignal): Promise<void> {
    let after: string | undefined;
    do {
      const { digests, next } = await this.deps.store.notQueued(after, PAGE);
      await this.queue(digests);
      after = next;
    } while (after !== undefined && !signal.aborted);
  }

  /** One turn: ends what was sent, makes up what is due. @returns whether there is more to do at once */
  async look(): Promise<boolean> {
    const { store, sendable, clocks } = this.deps;
    const settled = await store.settle(PAGE);
    const sendables = await Promise.all(CHANNEL_IDS.map(sendable));
    const broadcastIds = [...new Set(sendables.flat().map(({ id }) => id))];
    const digests = broadcastIds.length > 0 ? await store.gather(broadcastIds, clocks.now(), PAGE) : [];
    await this.queue(digests);
    return settled === PAGE || digests.length === PAGE;
  }

  private async queue(digests: readonly Digest[]): Promise<void> {
    if (digests.length === 0) return;
    const { store, messages, contentOf, clocks } = this.deps;
    const [active, broadcasts] = await Promise.all([this.activeAmong(digests), this.broadcastsOf(digests)]);
    const gone = digests.filter(({ subscriberId }) => !active.has(subscriberId));
    await store.skip(
      gone.map(({ key }) => key),
      clocks.real(),
    );
    const wanted = digests.filter(({ subscriberId }) => active.has(subscriberId));
    await messages.enqueue(
      await Promise.all(
        wanted.map(async (digest) => {
          const { key, channel, subscriberId, address, locale, broadcastIds } = digest;
          const items = broadcastIds.flatMap((id) => broadcasts.get(id) ?? []);
          const content = await contentOf(items, digest);
          return { key, digest: true, channel, subscriberId, address, locale, content } as const;
        }),
      ),
    );
  }

  private async activeAmong(digests: readonly Digest[]): Promise<ReadonlySet<string>> {
    const members = await Promise.all(
      CHANNEL_IDS.map((channel) => {
        const ids = digests
          .filter((digest) => digest.channel === channel)
          .map(({ subscriberId }) => subscriberId);
        return this.deps.subscribers.audienceAmong({}, channel, ids);
      }),
    );
    return new Set(members.flat().map(({ id }) => id));
  }

  private async broadcastsOf(digests: readonly Digest[]): Promise<ReadonlyMap<string, Broadcast>> {
    const ids = [...new Set(digests.flatMap(({ broadcastIds }) => broadcastIds))];
    const found = await Promise.all(ids.map((id) => this.deps.broadcast(id)));
    return new Map(found.flatMap((broadcast) => (broadcast ? [[broadcast.id, broadcast]] : [])));
  }
}
