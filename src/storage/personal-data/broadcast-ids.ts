import type { Connection, Types } from 'mongoose';
import { broadcastModel } from '../broadcasts/broadcast-model.js';

/** Ids of one look: with one person each, so many keys of the index of deliveries. */
const AT_ONCE = 200;

/**
 * Every broadcast's id, newest first, some hundreds at a time. Rows of one person have no index of their own: it
 * would cost every broadcast more than these look-ups cost the few who ask for their data.
 */
export async function* broadcastIds(connection: Connection): AsyncGenerator<readonly Types.ObjectId[]> {
  const Broadcast = broadcastModel(connection);
  for (let before: Types.ObjectId | undefined; ; ) {
    const rows = await Broadcast.find(before ? { _id: { $lt: before } } : {}, { _id: 1 })
      .sort({ _id: -1 })
      .limit(AT_ONCE)
      .lean();
    if (rows.length > 0) yield rows.map(({ _id }) => _id);
    before = rows.at(-1)?._id;
    if (rows.length < AT_ONCE) return;
  }
}
