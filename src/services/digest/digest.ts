import { CHANNEL_IDS, type ChannelId } from '../../domain/channel-id.js';
import type { Clocks } from '../../lib/clocks.js';
import { Doorbell } from '../../lib/doorbell.js';
import type { Logger } from '../../lib/log.js';
import { oneAtATime } from '../../lib/one-at-a-time.js';
import type { CurrentBroadcast, ReadCurrent } from '../broadcasts/newest.js';
import type { Messages } from '../outbox/messages.js';
import type { SendableBroadcast } from '../outbox/store.js';
import type { SubscriberStore } from '../subscriptions/store.js';
import type { ReadDigestContent } from './content.js';
import type { Digest, DigestStore } from './store.js';

/** People whose digests are made up together. */
const PAGE = 300;
/** Rows untied together: more than a sender has claimed at a time, which must be waited for. */
const WITHDRAWN_PAGE = 2_000;
/** A digest made up so shortly after a change may have read the words of before. */
const READ_BEFORE_MS = 1_000;
/** What is due, and what was sent, are looked at this often. */
const TICK_MS = 1_000;

export interface DigestsDeps {
  readonly store: DigestStore;
  readonly messages: Pick<Messages, 'enqueue'>;
  readonly subscribers: Pick<SubscriberStore, 'statusesOf'>;
  /** Broadcasts whose rows may leave by a messenger now: in quiet hours a late digest waits too */
  readonly sendable: (channel: ChannelId) => Promise<readonly SendableBroadcast[]>;
  readonly broadcast: ReadCurrent;
  readonly contentOf: ReadDigestContent;
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
  /** Rows are tied and their message is queued before anybody unties them. */
  private readonly inTurn = oneAtATime();

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
      after = await this.inTurn(() => this.recoverPage(after));
    } while (after !== undefined && !signal.aborted);
  }

  /** One turn: ends what was sent, makes up what is due. @returns whether there is more to do at once */
  async look(): Promise<boolean> {
    const { store, sendable, clocks } = this.deps;
    const settled = await store.settle(PAGE);
    const sendables = await Promise.all(CHANNEL_IDS.map(sendable));
    const broadcastIds = [...new Set(sendables.flat().map(({ id }) => id))];
    const made = await this.inTurn(async () => {
      const digests = broadcastIds.length > 0 ? await store.gather(broadcastIds, clocks.now(), PAGE) : [];
      await this.queue(digests);
      return digests.length;
    });
    return settled === PAGE || made === PAGE;
  }

  /**
   * Takes an item out of the digests that tell of it as it was before a change and have not left: they are made up again.
   * @param changedAt when it was changed, by the city's calendar
   * @returns whether none of them is on its way any more; if not, ask again
   */
  async withdraw(broadcastId: string, changedAt: Date): Promise<boolean> {
    const { store, clocks } = this.deps;
    const before = new Date(changedAt.getTime() + READ_BEFORE_MS);
    const isDone = await this.inTurn(() => store.withdraw(broadcastId, before, clocks.now(), WITHDRAWN_PAGE));
    if (!isDone) this.nudge();
    return isDone;
  }

  private async recoverPage(after: string | undefined): Promise<string | undefined> {
    const { digests, next } = await this.deps.store.notQueued(after, PAGE);
    await this.queue(digests);
    return next;
  }

  private async queue(digests: readonly Digest[]): Promise<void> {
    if (digests.length === 0) return;
    const { store, messages, subscribers, contentOf, clocks } = this.deps;
    const [statuses, broadcasts] = await Promise.all([
      subscribers.statusesOf(digests.map(({ subscriberId }) => subscriberId)),
      this.broadcastsOf(digests),
    ]);
    const statusOf = ({ subscriberId }: Digest) => statuses.get(subscriberId) ?? 'erased';
    const left = digests.map((digest) => ({ key: digest.key, status: statusOf(digest) }));
    await store.skip(
      left.filter(({ status }) => status !== 'active'),
      clocks.real(),
    );
    const wanted = digests.filter((digest) => statusOf(digest) === 'active');
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

  private async broadcastsOf(digests: readonly Digest[]): Promise<ReadonlyMap<string, CurrentBroadcast>> {
    const ids = [...new Set(digests.flatMap(({ broadcastIds }) => broadcastIds))];
    const found = await Promise.all(ids.map((id) => this.deps.broadcast(id)));
    return new Map(found.flatMap((broadcast) => (broadcast ? [[broadcast.id, broadcast]] : [])));
  }
}
