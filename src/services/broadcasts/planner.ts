import type { Broadcast } from '../../domain/broadcast.js';
import { CHANNEL_IDS, type ChannelId } from '../../domain/channel-id.js';
import { leftCode } from '../../domain/delivery.js';
import type { Clocks } from '../../lib/clocks.js';
import { nextDigestAt } from '../digest/next-digest.js';
import type { AudienceMember, FormerMember } from '../subscriptions/store.js';
import type { Audience } from './audience.js';
import { addressOf, batchedRows } from './batched-rows.js';
import { createPlanningTurns, PLANNING_PAGE, type PlannedPage, type Planner } from './planning-turns.js';
import type { BroadcastStore, PlannedDelivery, Planning } from './store.js';

export interface PlannerDeps {
  readonly store: Pick<BroadcastStore, 'planning' | 'savePlanning' | 'addDeliveries'>;
  readonly audience: Pick<Audience, 'page' | 'leftSince'>;
  /** How many people one request of a messenger can reach */
  readonly addressesPerRequest: (channel: ChannelId) => number;
  /** It begins to be sent: its publication is out. May be called again */
  readonly markPublication: (broadcast: Broadcast) => Promise<void>;
  readonly clocks: Clocks;
  /** The city's */
  readonly timeZone: string;
}

/**
 * Plans deliveries: one row for each subscriber whom the rule chooses when planning starts. Who left while it went on
 * has a row too, `skipped` with the code `left.<status>`. Rows of people who want one message a day wait for their
 * digest, unless the broadcast is to reach everybody at once.
 */
export function createPlanner({
  store,
  audience,
  addressesPerRequest,
  markPublication,
  clocks,
  timeZone,
}: PlannerDeps): Planner {
  return createPlanningTurns({
    store,
    real: clocks.real,
    onBegin: markPublication,
    planPage,
    planRest: planThoseWhoLeft,
  });

  async function planPage(broadcast: Broadcast, channel: ChannelId, before: Planning): Promise<PlannedPage> {
    const { id, audience: rule } = broadcast;
    const after = before.after[channel];
    const { members, next } = await audience.page(rule, channel, after, before.audienceAt, PLANNING_PAGE);
    const inDigest = (member: AudienceMember) => waitsForDigest(broadcast, member);
    await store.addDeliveries(id, [
      ...members.filter(inDigest).map((member) => digestRow(member, channel)),
      ...batchedRows(
        members.filter((member) => !inDigest(member)),
        { channel, after: after ?? '', dueAt: clocks.real(), size: addressesPerRequest(channel) },
      ),
    ]);
    const reached = next ?? members.at(-1)?.id ?? after;
    return { count: members.length, reached, isLast: next === undefined };
  }

  async function planThoseWhoLeft(broadcast: Broadcast, { audienceAt }: Planning) {
    const { id, audience: rule } = broadcast;
    for (const channel of CHANNEL_IDS) {
      const left = await audience.leftSince(rule, channel, audienceAt);
      const rows = left.map((member) => lateRow(broadcast, member, channel));
      await store.addDeliveries(id, rows);
    }
  }

  /** One who came back meanwhile still gets it; one who had a row before keeps that. */
  function lateRow(
    broadcast: Broadcast,
    { status, ...member }: FormerMember,
    channel: ChannelId,
  ): PlannedDelivery {
    if (status === 'active' && waitsForDigest(broadcast, member)) return digestRow(member, channel);
    const skipped = status === 'active' ? undefined : leftCode(status);
    return { ...addressOf(member), channel, dueAt: clocks.real(), batch: undefined, skipped };
  }

  /** Digests follow the city's calendar; when it is due by the real clock is for the records only. */
  function digestRow(member: AudienceMember, channel: ChannelId): PlannedDelivery {
    const now = clocks.now();
    const digestAt = nextDigestAt(now, member.digestAt, timeZone);
    const dueAt = new Date(clocks.real().getTime() + digestAt.getTime() - now.getTime());
    return { ...addressOf(member), channel, dueAt, digestAt, batch: undefined };
  }
}

function waitsForDigest({ delivery }: Broadcast, { deliveryMode }: AudienceMember): boolean {
  return delivery === 'digest' && deliveryMode === 'digest';
}
