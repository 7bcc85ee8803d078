import type { Connection } from 'mongoose';
import type { BroadcastStatus } from '../../domain/broadcast.js';
import { createBroadcastStore } from '../broadcasts/broadcast-store.js';
import { messageModel } from '../outbox/message-model.js';

/** Broadcasts that would go out by themselves. */
const LEAVING: readonly BroadcastStatus[] = ['approved', 'scheduled', 'sending'];

/**
 * A copy made while the service ran is older than what has been sent since. What waits in it is not sent again by
 * itself: broadcasts pause and say why, messages to one person become unknown.
 *
 * @param madeAt when the copy was made, ISO
 */
export async function holdUnsent(connection: Connection, madeAt: string) {
  const broadcasts = createBroadcastStore(connection);
  const pauseReason = `Відновлено з копії від ${madeAt}: після неї розсилка могла піти далі. Перевірте й вирішіть: продовжити чи скасувати.`;
  let paused = 0;
  for (const { id } of await broadcasts.inStatus(LEAVING))
    if (await broadcasts.move(id, LEAVING, 'paused', { pauseReason })) paused += 1;
  const { modifiedCount } = await messageModel(connection).updateMany(
    { status: { $in: ['queued', 'leased', 'sending'] } },
    { $set: { status: 'unknown', code: 'restored', at: new Date(madeAt) } },
  );
  return { broadcasts: paused, messages: modifiedCount };
}
