import type { OutgoingContent } from '../../domain/content.js';
import type { ResidentEvent } from '../../domain/inbound-event.js';
import { notStored, ourFailure } from '../dialogue/our-failure.js';
import type { Organisation } from '../dialogue/ports.js';
import type { KnownPerson } from '../subscriptions/store.js';
import type { ProcessDeps } from './process.js';
import type { InboxRow } from './store.js';

type ApologiseDeps = Pick<
  ProcessDeps,
  'channel' | 'subscribers' | 'messages' | 'dialogue' | 'contextOf' | 'log'
> & {
  readonly organisation: () => Promise<Organisation>;
};

/**
 * Tells the person of a row that could not be processed that the failure is ours and nothing is lost (E14); of an
 * appeal that could not be stored, that «Надіслати» may be pressed again (K4). Repeating it says nothing twice.
 */
export async function apologise(row: InboxRow, deps: ApologiseDeps): Promise<void> {
  const event = deps.channel.parse(row.body, row.receivedAt);
  if (!event || event.kind === 'receipt' || event.kind === 'unsubscribed') return;
  const known = await deps.subscribers.ensureKnown(event.person);
  const { subscriber } = known;
  const content =
    (await unsentAppeal(event, known, row, deps)) ?? ourFailure(await deps.organisation(), subscriber.locale);
  await deps.messages.enqueue([
    {
      key: `${row.id}:failed`,
      channel: subscriber.channel,
      subscriberId: subscriber.id,
      address: subscriber.address,
      locale: subscriber.locale,
      content,
    },
  ]);
}

/** K4, when the row would have handed in an appeal. What broke the row may break this too: then E14 is said. */
async function unsentAppeal(
  event: ResidentEvent,
  { subscriber, dialogueState }: KnownPerson,
  { id, receivedAt }: InboxRow,
  { dialogue, contextOf, log }: ApologiseDeps,
): Promise<OutgoingContent | undefined> {
  try {
    const context = await contextOf(subscriber, event, receivedAt);
    const state = dialogue.parseState(dialogueState);
    const withoutFiles = event.kind === 'message' ? { ...event, files: [] } : event;
    const { effects } = dialogue.step(withoutFiles, state, context);
    return effects.some(({ kind }) => kind === 'submitAppeal') ? notStored(state, context) : undefined;
  } catch (error) {
    log.debug({ err: error, inboxId: id }, 'intake: it is not known whether an appeal was handed in');
    return undefined;
  }
}
