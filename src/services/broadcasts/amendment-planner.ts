import { DELETABLE_MS, TOO_OLD_CODE } from '../../domain/amendment.js';
import type { Broadcast } from '../../domain/broadcast.js';
import type { ChannelId } from '../../domain/channel-id.js';
import type { Clocks } from '../../lib/clocks.js';
import { addressOf, batchedRows } from './batched-rows.js';
import { createPlanningTurns, PLANNING_PAGE, type PlannedPage, type Planner } from './planning-turns.js';
import type { BroadcastStore, PlannedDelivery, Planning } from './store.js';

/** What one person has of a broadcast. */
export interface ReachedRow {
  readonly id: string;
  readonly address: string;
  readonly locale: PlannedDelivery['locale'];
  /** All of it arrived, as far as the messenger says */
  readonly got: boolean;
  /** Its messages, in order; those of the digest it came in first */
  readonly messageIds: readonly string[];
  /** The digest it came in */
  readonly digestKey: string | undefined;
  readonly at: Date | undefined;
}

/** Whom broadcasts reached, by their rows. */
export interface ReachedStore {
  /**
   * Everybody with a row of the first broadcast, by id after `afterId`, with their messages of all the broadcasts.
   * @param broadcastIds the one corrected, and corrections that were further messages
   */
  reachedPage(
    broadcastIds: readonly [string, ...string[]],
    channel: ChannelId,
    afterId: string | undefined,
    limit: number,
  ): Promise<readonly ReachedRow[]>;
}

export interface AmendmentPlannerDeps {
  readonly store: Pick<BroadcastStore, 'planning' | 'savePlanning' | 'addDeliveries' | 'amendmentsOf'>;
  readonly reached: ReachedStore;
  /** How many people one request of a messenger can reach */
  readonly addressesPerRequest: (channel: ChannelId) => number;
  readonly clocks: Pick<Clocks, 'real'>;
}

/**
 * Plans what an amendment does for each person who got the broadcast, wherever they are now: people who left keep the
 * message, too. A page planned twice adds nothing.
 */
export function createAmendmentPlanner(deps: AmendmentPlannerDeps): Planner {
  const { store, reached, clocks } = deps;

  return createPlanningTurns({ store, real: clocks.real, planPage });

  async function planPage(amendment: Broadcast, channel: ChannelId, before: Planning): Promise<PlannedPage> {
    const after = before.after[channel];
    const from = await sources(amendment, channel);
    const people = await reached.reachedPage(from, channel, after, PLANNING_PAGE);
    await store.addDeliveries(amendment.id, rowsOf(amendment, channel, people, after ?? ''));
    const isLast = people.length < PLANNING_PAGE;
    return { count: people.length, reached: people.at(-1)?.id ?? after, isLast };
  }

  /** A recall also takes the further messages of earlier corrections away. */
  async function sources({ amends }: Broadcast, channel: ChannelId): Promise<[string, ...string[]]> {
    const first = amends?.broadcastId ?? '';
    if (amends?.action !== 'recall') return [first];
    const siblings = await store.amendmentsOf([first]);
    return [first, ...siblings.filter((one) => one.amends?.ways[channel] === 'message').map(({ id }) => id)];
  }

  function rowsOf(
    { amends }: Broadcast,
    channel: ChannelId,
    people: readonly ReachedRow[],
    after: string,
  ): PlannedDelivery[] {
    switch (amends?.ways[channel]) {
      case 'edit':
        return people.filter(hasMessages).map((person) => changeRow(person, channel, undefined));
      case 'delete':
        return people.filter(hasMessages).map((person) => changeRow(person, channel, tooOld(person)));
      case 'message':
        return batchedRows(
          people.filter(({ got }) => got),
          { channel, after, dueAt: clocks.real(), size: deps.addressesPerRequest(channel) },
        );
      default:
        return [];
    }
  }

  function changeRow(person: ReachedRow, channel: ChannelId, skipped: string | undefined): PlannedDelivery {
    return {
      ...addressOf(person),
      channel,
      dueAt: clocks.real(),
      batch: undefined,
      targets: person.messageIds,
      editsDigest: person.digestKey,
      skipped,
    };
  }

  /** A digest is edited rather than deleted, which may be done at any age. */
  function tooOld({ at, digestKey }: ReachedRow): string | undefined {
    if (digestKey !== undefined) return undefined;
    return at && clocks.real().getTime() - at.getTime() >= DELETABLE_MS ? TOO_OLD_CODE : undefined;
  }
}

function hasMessages({ messageIds }: ReachedRow): boolean {
  return messageIds.length > 0;
}
