import { ourFailure } from '../dialogue/our-failure.js';
import type { Organisation } from '../dialogue/ports.js';
import type { ProcessDeps } from './process.js';
import type { InboxRow } from './store.js';

/**
 * Tells the person of a row that could not be processed that the failure is ours and nothing is lost (E14).
 * Repeating it says nothing twice.
 */
export async function apologise(
  row: InboxRow,
  deps: Pick<ProcessDeps, 'channel' | 'subscribers' | 'messages'> & {
    readonly organisation: () => Promise<Organisation>;
  },
): Promise<void> {
  const event = deps.channel.parse(row.body, row.receivedAt);
  if (!event || event.kind === 'receipt' || event.kind === 'unsubscribed') return;
  const { subscriber } = await deps.subscribers.ensureKnown(event.person);
  await deps.messages.enqueue([
    {
      key: `${row.id}:failed`,
      channel: subscriber.channel,
      subscriberId: subscriber.id,
      address: subscriber.address,
      locale: subscriber.locale,
      content: ourFailure(await deps.organisation(), subscriber.locale),
    },
  ]);
}
