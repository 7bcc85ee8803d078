import type { InboundEvent, ResidentEvent } from '../../domain/inbound-event.js';
import { sessionOpenedAt } from '../../domain/viber-session.js';
import type { Logger } from '../../lib/log.js';
import type { Slots } from '../../lib/slots.js';
import type { DialogueContext, DialogueEvent, DialogueStep } from '../dialogue/ports.js';
import type { DialogueState } from '../dialogue/state.js';
import type { Files } from '../files/files.js';
import type { Messages } from '../outbox/messages.js';
import type { KnownPerson } from '../subscriptions/store.js';
import { type CarriedOut, carryOut, type EffectDeps } from './effects.js';
import { receiveFiles } from './files.js';
import type { InboundChannel } from './ports.js';
import type { RowWork } from './row-work.js';
import type { InboxRow, InboxStore } from './store.js';

/** Stopping a button's waiting mark is not worth longer. */
const ACKNOWLEDGE_MS = 3_000;

export interface ProcessDeps extends EffectDeps {
  readonly channel: InboundChannel;
  readonly files: Files;
  /** Downloads at once, of everybody: each may hold a whole file in memory */
  readonly downloads: Slots;
  readonly messages: Messages;
  readonly dialogue: {
    readonly parseState: (stored: unknown) => DialogueState;
    readonly step: (event: DialogueEvent, state: DialogueState, context: DialogueContext) => DialogueStep;
  };
  readonly contextOf: (
    person: KnownPerson['subscriber'],
    event: ResidentEvent,
    at: Date,
  ) => Promise<DialogueContext>;
  readonly viewOf: (
    appeal: NonNullable<CarriedOut['submitted']>,
  ) => Promise<DialogueContext['appeals'][number]>;
  readonly inbox: Pick<InboxStore, 'forget'>;
  /** The person wrote or pressed something: limits on unanswered messages begin anew */
  readonly onHeard: (address: string) => void;
  readonly log: Logger;
}

/**
 * Handles one inbox row. The order makes a crash harmless at any point: effects (keyed by the row) → replies
 * (keyed by the row) → the dialogue's new state with the row's id → the caller marks the row done. A row whose
 * id the state already carries is only marked done. Of somebody erased the row keeps nothing, and a repeat of it has
 * nothing to do.
 */
export async function processRow(row: InboxRow, deps: ProcessDeps, work: RowWork): Promise<void> {
  const event = deps.channel.parse(row.body, row.receivedAt);
  if (!event || event.kind === 'receipt') return;
  deps.onHeard(event.person.address);
  const known = await deps.subscribers.ensureKnown(event.person, sessionOpenedAt(event));
  if (known.lastInboxId === row.id) return;
  const person = known.subscriber;
  const context = await deps.contextOf(person, event, row.receivedAt);
  const state = deps.dialogue.parseState(known.dialogueState);
  const step = deps.dialogue.step(await withFiles(event, deps, work), state, context);
  const { submitted, copy } = await carryOut(step.effects, person, row, deps);
  const replies = step.replies({ submitted: submitted && (await deps.viewOf(submitted)), copy });
  const locale = step.effects.find((effect) => effect.kind === 'setLocale')?.locale ?? person.locale;
  await deps.messages.enqueue(
    replies.map((content, index) => ({
      key: `${row.id}:${index}`,
      channel: person.channel,
      subscriberId: person.id,
      address: person.address,
      locale,
      content,
    })),
  );
  await deps.subscribers.saveDialogue(person.id, step.state, row.id);
  if (isErased(person, step.effects)) await deps.inbox.forget(row.id);
  await acknowledge(event, deps);
}

function isErased({ status }: KnownPerson['subscriber'], effects: DialogueStep['effects']): boolean {
  const kinds = effects.map(({ kind }) => kind);
  return kinds.includes('erase') || (status === 'erased' && !kinds.includes('consent'));
}

async function withFiles(
  event: ResidentEvent,
  deps: ProcessDeps,
  { signal, stepAside }: RowWork,
): Promise<DialogueEvent> {
  if (event.kind !== 'message') return event;
  if (event.files.length === 0) return { ...event, files: [] };
  return { ...event, files: await stepAside(() => receiveFiles(event.files, deps, signal)) };
}

async function acknowledge(event: InboundEvent, { channel, log }: ProcessDeps): Promise<void> {
  if (event.kind !== 'button' || event.acknowledgement === undefined) return;
  try {
    await channel.acknowledge(event.acknowledgement, AbortSignal.timeout(ACKNOWLEDGE_MS));
  } catch (error) {
    log.debug({ err: error, channel: channel.id }, 'intake: button not acknowledged');
  }
}
