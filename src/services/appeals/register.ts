import type { Appeal, AppealKind, AppealMessage } from '../../domain/appeal.js';
import { formatAppealNumber, seriesOf } from '../../domain/appeal-number.js';
import { appealSubject } from '../../domain/appeal-subject.js';
import type { RoutingRule } from '../../domain/routing.js';
import type { Subscriber } from '../../domain/subscriber.js';
import { suspicionOf } from '../../domain/suspicion.js';
import { answerClocksOf } from '../../domain/terms/answer-clock.js';
import { dueOf } from '../../domain/terms/due.js';
import { type Office, registrationOf } from '../../domain/terms/office.js';
import { localDay } from '../../lib/city-time.js';
import type { AppealDraft } from '../dialogue/ports.js';
import type { RegistrationMode } from '../settings/input.js';
import { limitBySigns } from './limiting.js';
import { openingOf, registeredEntry } from './opening.js';
import { departmentOf } from './routing.js';
import type { AppealStore } from './store.js';

export interface RegisterDeps {
  readonly store: AppealStore;
  /** As settings describe it now */
  readonly office: () => Promise<Office>;
  readonly mode: () => Promise<RegistrationMode>;
  /** Words by which departments are found */
  readonly routing: () => Promise<readonly RoutingRule[]>;
  /** Somebody whose messages a person looks at first, because of what they sent before */
  readonly isBlocked: (subscriberId: string, at: Date) => Promise<boolean>;
}

/**
 * Stores an appeal and gives it its number. The inbox row it came with makes it exactly one appeal, however
 * often the row is processed; the number is final once stored.
 */
export async function registerAppeal(
  { store, office, mode, routing, isBlocked }: RegisterDeps,
  draft: AppealDraft,
  from: { readonly person: Subscriber; readonly inboxId: string; readonly receivedAt: Date },
): Promise<Appeal> {
  const stored = await store.bySource(from.inboxId);
  if (stored) return stored;
  const { receivedAt } = from;
  const hours = await office();
  const registeredAt = draft.kind === 'signal' ? receivedAt : registrationOf(receivedAt, hours).registeredAt;
  const clock = answerClocksOf(draft.kind)?.ordinary;
  const number = await nextAppealNumber(store, draft.kind, receivedAt, hours.timeZone);
  const departmentId = await departmentOf(draft, store, await routing());
  const isFromBlocked = await isBlocked(from.person.id, receivedAt);
  const quarantine = isFromBlocked ? 'blocked' : suspicionOf(draft.text);
  const appeal: Appeal = {
    number,
    channel: from.person.channel,
    subscriberId: from.person.id,
    address: from.person.address,
    door: draft.door,
    applicant: draft.applicant,
    category: draft.category,
    departmentId,
    place: draft.place,
    commentsOn: draft.commentsOn,
    ...openingOf({ door: draft.door, receivedAt, registeredAt, quarantine }, receivedAt, await mode()),
    quarantine,
    accessLimit: limitBySigns(draft.text, receivedAt),
    assigneeId: undefined,
    receivedAt,
    registeredAt,
    dueAt: clock && dueOf(clock, registeredAt, hours)?.dueAt,
    subject: appealSubject(draft.text),
    messages: [citizenMessage(from.inboxId, draft.text, draft.files, receivedAt)],
    notes: [],
    rating: undefined,
  };
  const inserted = await store.insert(appeal, from.inboxId);
  const kept = inserted ?? (await store.bySource(from.inboxId));
  if (!kept) throw new Error(`appeal of inbox row ${from.inboxId} neither inserted nor found`);
  return kept;
}

/**
 * Registers what was received outside office hours, once the office has opened; also what somebody has taken or
 * answered by then. Where a person registers, nothing happens by itself.
 * @param now the city's calendar
 */
export async function registerReceived(
  { store, mode }: Pick<RegisterDeps, 'store' | 'mode'>,
  now: Date,
): Promise<void> {
  if ((await mode()) === 'by-person') return;
  for (const { number, registeredAt } of await store.unregisteredUntil(now))
    await store.register(number, registeredEntry(registeredAt));
}

/** The next number of the register that appeals of this kind are in, for the year they were received. */
export async function nextAppealNumber(
  store: Pick<AppealStore, 'nextNumber'>,
  kind: AppealKind,
  receivedAt: Date,
  timeZone: string,
): Promise<string> {
  const series = seriesOf(kind);
  const year = Number(localDay(receivedAt, timeZone).slice(0, 4));
  return formatAppealNumber(series, year, await store.nextNumber(series, year));
}

/** A citizen's message as the appeal keeps it. */
export function citizenMessage(
  id: string,
  text: string,
  files: AppealMessage['files'],
  at: Date,
): AppealMessage {
  return { id, from: 'citizen', text, files, at };
}
