import type { ChannelId } from '../../domain/channel-id.js';
import { groupBy } from '../../lib/group-by.js';
import type { PlannedDelivery } from './store.js';

/** Who is planned: whatever else is known of them stays out of the row. */
type Person = Pick<PlannedDelivery, 'id' | 'address' | 'locale'>;

export interface BatchedRowsOf {
  readonly channel: ChannelId;
  /** Where the page of people begins: it names the batches, so that planning the page again names them alike */
  readonly after: string;
  readonly dueAt: Date;
  /** How many people one request of the messenger can reach; 1: no batches */
  readonly size: number;
}

/** Rows to be sent by themselves: where a request reaches many people, in batches of one language. */
export function batchedRows(
  people: readonly Person[],
  { channel, after, dueAt, size }: BatchedRowsOf,
): PlannedDelivery[] {
  if (size === 1) return people.map((person) => ({ ...addressOf(person), channel, dueAt, batch: undefined }));
  return [...groupBy(people, ({ locale }) => locale)].flatMap(([locale, members]) =>
    members.map((member, index) => ({
      ...addressOf(member),
      channel,
      dueAt,
      batch: `${channel}:${after}:${locale}:${Math.floor(index / size)}`,
    })),
  );
}

/** What a row says of its person. */
export function addressOf({ id, address, locale }: Person): Person {
  return { id, address, locale };
}
