import type { Appeal, AppealFile } from '../../domain/appeal.js';
import type { CountedStatus } from '../../domain/delivery.js';
import type { Subscriber } from '../../domain/subscriber.js';
import type { CallBack } from '../call-backs/call-backs.js';
import { parseState } from '../dialogue/state.js';

/** What is only counted of a person: each row says no more than what stands elsewhere in the copy. */
export interface TraceCounts {
  /** Rows of broadcasts by what became of them */
  readonly deliveries: Readonly<Partial<Record<CountedStatus, number>>>;
  readonly lastDeliveryAt: Date | undefined;
  /** Messages outside broadcasts, and updates of the messenger, that are still kept */
  readonly messages: number;
  readonly updates: number;
}

/** Everything that a copy is made of. */
export interface KeptOfPerson {
  readonly person: Subscriber;
  /** Of the dialogue, as stored */
  readonly dialogueState: unknown;
  /** Newest first */
  readonly appeals: readonly Appeal[];
  readonly calls: readonly CallBack[];
  readonly counts: TraceCounts;
  readonly departmentNames: ReadonlyMap<string, string>;
  /** In the person's language */
  readonly topicNames: ReadonlyMap<string, string>;
}

/** The copy as programs read it; its fields are the contract of the JSON file. */
export function copyOf(kept: KeptOfPerson, { number, at }: { readonly number: string; readonly at: Date }) {
  const { person, appeals, calls, counts } = kept;
  const { consent, appealConsent } = person;
  return {
    format: 'visnyk-personal-data/1',
    number,
    at,
    profile: {
      messenger: person.channel,
      address: person.address,
      name: person.name,
      language: person.locale,
      status: person.status,
      since: person.createdAt,
      source: person.source,
      applicant: person.applicant,
    },
    mailing: {
      topics: person.topics.map((id) => ({ id, name: kept.topicNames.get(id) ?? id })),
      mode: person.deliveryMode,
      digestAt: person.digestAt,
      quietHours: person.quietHours,
    },
    consents: { mailing: consent, appeals: appealConsent },
    unfinished: unfinishedOf(kept.dialogueState),
    appeals: appeals.map((appeal) => appealCopy(appeal, kept.departmentNames)),
    callBacks: calls.map(({ phone, askedAt }) => ({ phone, askedAt })),
    deliveries: { byStatus: counts.deliveries, lastAt: counts.lastDeliveryAt },
    keptMessages: counts.messages,
    keptUpdates: counts.updates,
  };
}
export type DataCopy = ReturnType<typeof copyOf>;

/** Notes of staff are about their work and never shown to a citizen. */
function appealCopy(appeal: Appeal, departmentNames: ReadonlyMap<string, string>) {
  const { number, door, status, category, place, applicant, incomingNumber, rating } = appeal;
  return {
    number,
    door,
    status,
    category,
    department: departmentNames.get(appeal.departmentId),
    receivedAt: appeal.receivedAt,
    registeredAt: appeal.registeredAt,
    incomingNumber,
    dueAt: appeal.dueAt,
    place,
    applicant,
    rating,
    messages: appeal.messages.map(({ from, at, text, files }) => ({
      from,
      at,
      text,
      files: files.map(fileCopy),
    })),
    history: appeal.history.map(({ status: was, at }) => ({ status: was, at })),
  };
}

function fileCopy({ name, kind, contentType, sizeBytes }: AppealFile) {
  return { name, kind, contentType, sizeBytes };
}

/** What was begun and not sent. */
function unfinishedOf(dialogueState: unknown) {
  const { form, kept } = parseState(dialogueState);
  return [form, kept].flatMap((begun) =>
    begun
      ? {
          savedAt: begun.savedAt,
          texts: begun.texts.map(({ text }) => text),
          files: begun.files.map(({ file }) => fileCopy(file)),
          place: begun.place,
          fullName: begun.fullName,
          residence: begun.residence,
        }
      : [],
  );
}
