import type { BroadcastView } from '../../services/broadcasts/broadcasts.js';
import type { Phones } from '../phones/phones.js';

/** What the phones have of a broadcast, beside what the service says of it. */
export interface OnPhones {
  readonly people: number;
  /** Sent, as the service says, and on nobody's phone */
  readonly lost: number;
  /** People whose phone has it more than once */
  readonly doubled: number;
}

/** Counts on the phones. @returns undefined before it goes out, and when the phones were started anew since */
export async function readOnPhones(
  { title, startedAt, counts }: BroadcastView,
  phones: Pick<Phones, 'reached'>,
): Promise<OnPhones | undefined> {
  if (startedAt === undefined) return undefined;
  const { countedSince, people, doubled } = await phones.reached(title);
  if (countedSince > startedAt) return undefined;
  const sent = counts.sent + counts.delivered + counts.seen;
  return { people, lost: Math.max(0, sent - people), doubled };
}
