import type { Appeal, AppealDoor, AppealMessage } from '../../domain/appeal.js';
import type { Subscriber } from '../../domain/subscriber.js';
import type { AppealDraft } from '../dialogue/ports.js';
import type { AppealStore } from './store.js';

/** Letters that an appeal's subject shows in lists. */
const SUBJECT_UNITS = 80;

/** What the calendar says of an appeal received at a moment. */
export interface Registration {
  readonly registeredAt: Date;
  /** Absent for the anonymous door: by law it is no appeal */
  readonly dueAt: Date | undefined;
}

export interface RegisterDeps {
  readonly store: AppealStore;
  readonly register: (receivedAt: Date, door: AppealDoor) => Registration;
  readonly seriesOf: (door: AppealDoor) => string;
  readonly formatNumber: (series: string, year: number, ordinal: number) => string;
  /** Year in the city's time */
  readonly yearOf: (at: Date) => number;
}

/**
 * Stores an appeal and gives it its number. The inbox row it came with makes it exactly one appeal, however
 * often the row is processed; the number is final once stored.
 */
export async function registerAppeal(
  deps: RegisterDeps,
  draft: AppealDraft,
  from: { readonly person: Subscriber; readonly inboxId: string; readonly receivedAt: Date },
): Promise<Appeal> {
  const { store } = deps;
  const stored = await store.bySource(from.inboxId);
  if (stored) return stored;
  const { registeredAt, dueAt } = deps.register(from.receivedAt, draft.door);
  const series = deps.seriesOf(draft.door);
  const year = deps.yearOf(from.receivedAt);
  const ordinal = await store.nextNumber(series, year);
  const departmentId = await store.departmentFor(draft.category);
  const appeal: Appeal = {
    number: deps.formatNumber(series, year, ordinal),
    channel: from.person.channel,
    subscriberId: from.person.id,
    address: from.person.address,
    door: draft.door,
    applicant: draft.applicant,
    category: draft.category,
    departmentId,
    place: draft.place,
    status: registeredAt > from.receivedAt ? 'received' : 'registered',
    assigneeId: undefined,
    receivedAt: from.receivedAt,
    registeredAt,
    dueAt,
    subject: subjectOf(draft.text),
    messages: [citizenMessage(from.inboxId, draft.text, draft.files, from.receivedAt)],
    notes: [],
    history: [{ status: 'registered', at: registeredAt, by: 'system', departmentId }],
    rating: undefined,
  };
  const inserted = await store.insert(appeal, from.inboxId);
  const kept = inserted ?? (await store.bySource(from.inboxId));
  if (!kept) throw new Error(`appeal of inbox row ${from.inboxId} neither inserted nor found`);
  return kept;
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

function subjectOf(text: string): string {
  const line = text.trim().split('\n', 1)[0] ?? '';
  if (line.length <= SUBJECT_UNITS) return line;
  const cut = line.slice(0, SUBJECT_UNITS);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), SUBJECT_UNITS / 2))}…`;
}
