import type { BroadcastView } from '../../services/broadcasts/broadcasts.js';
import type { Deliveries } from '../../services/broadcasts/deliveries.js';
import type { Phones } from '../phones/phones.js';

/** What the phones have of a broadcast, beside what the service says of it. */
export interface OnPhones {
  readonly people: number;
  /** Sent, as the service says, and on nobody's phone */
  readonly lost: number;
  /** People whose phone has it more than once */
  readonly doubled: number;
}

export interface OnPhonesDeps {
  readonly phones: Pick<Phones, 'reached'>;
  readonly deliveries: Pick<Deliveries, 'all'>;
}

/** Counts on the phones. @returns undefined before it goes out, and when the phones were started anew since */
export async function readOnPhones(
  { id, title, startedAt, counts }: BroadcastView,
  { phones, deliveries }: OnPhonesDeps,
): Promise<OnPhones | undefined> {
  if (startedAt === undefined) return undefined;
  const { countedSince, people, doubled } = await phones.reached(title);
  if (countedSince > startedAt) return undefined;
  const has = new Set(people);
  let fromUnknown = 0; // who got it though the service cannot know: they make up for nobody who did not
  if (counts.unknown > 0)
    for await (const { address } of deliveries.all(id, { status: 'unknown' }))
      if (has.has(address)) fromUnknown += 1;
  const sent = counts.sent + counts.delivered + counts.seen;
  return { people: has.size, lost: Math.max(0, sent - (has.size - fromUnknown)), doubled };
}
