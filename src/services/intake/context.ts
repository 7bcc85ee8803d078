import {
  type Appeal,
  type AppealHistoryEntry,
  type Applicant,
  OPEN_APPEAL_STATUSES,
} from '../../domain/appeal.js';
import type { ResidentEvent } from '../../domain/inbound-event.js';
import type { Subscriber } from '../../domain/subscriber.js';
import { localDay } from '../../lib/city-time.js';
import type { Department } from '../appeals/appeals.js';
import { officeOf } from '../appeals/office.js';
import { awaitsRegistration } from '../appeals/opening.js';
import type { AppealStore } from '../appeals/store.js';
import { openingWords } from '../broadcasts/opening-words.js';
import type { BroadcastStore } from '../broadcasts/store.js';
import type { AppealView, DialogueContext, NewsView } from '../dialogue/ports.js';
import type { FaqStore } from '../faq/faq.js';
import type { Messages } from '../outbox/messages.js';
import type { PublicationStore } from '../publications/store.js';
import type { Settings } from '../settings/settings.js';
import { draftIdOf, toDraftAct } from './draft-of-event.js';

/** «Новини сьогодні» shows up to five at a time; this is what it can leaf through. */
const NEWS_MAX = 50;
/** Days looked back for the last one that had news. */
const NEWS_DAYS = 30;
const DAY_MS = 24 * 3600 * 1000;

export interface ContextDeps {
  readonly appeals: AppealStore;
  readonly broadcasts: Pick<BroadcastStore, 'recentlyStarted'>;
  readonly publications: Pick<PublicationStore, 'get'>;
  readonly faq: Pick<FaqStore, 'list'>;
  readonly messages: Pick<Messages, 'appealOf'>;
  readonly settings: Pick<Settings, 'get'>;
  readonly timeZone: string;
  /** Permanent page of a broadcast as residents reach it; undefined while they cannot */
  readonly page: (broadcastId: string) => string | undefined;
}

/** Reads everything a dialogue step may look at, so that the step itself is pure. */
export function createContextReader(deps: ContextDeps) {
  return { contextOf, viewOf, draftOf };

  async function contextOf(
    person: Subscriber,
    event: ResidentEvent | undefined,
    now: Date,
  ): Promise<DialogueContext> {
    const [settings, appeals, repliedAppealNumber, news, draft, faq] = await Promise.all([
      deps.settings.get(),
      deps.appeals.ofSubscriber(person.id),
      repliedAppeal(event),
      newsAt(now),
      draftOf(event),
      deps.faq.list(localDay(now, deps.timeZone)),
    ]);
    const departments = await departmentsById();
    return {
      now,
      timeZone: deps.timeZone,
      organisation: settings.organisation,
      office: officeOf(settings, deps.timeZone),
      quietHours: settings.broadcasts.quietHours,
      piecesPerMinute: settings.chat.piecesPerMinute,
      appealYears: settings.retention.appealYears,
      person,
      appeals: appeals.map((appeal) => toView(appeal, departments)),
      topics: settings.topics.items,
      streets: settings.streets.items,
      faq,
      knownApplicant: knownApplicant(person, appeals),
      repliedAppealNumber,
      draft,
      news,
    };
  }

  /** The draft act an event is about, if any. */
  async function draftOf(event: ResidentEvent | undefined): Promise<DialogueContext['draft']> {
    const id = draftIdOf(event);
    return id === undefined ? undefined : toDraftAct(await deps.publications.get(id));
  }

  async function viewOf(appeal: Appeal): Promise<AppealView> {
    return toView(appeal, await departmentsById());
  }

  async function departmentsById(): Promise<DepartmentsById> {
    return new Map((await deps.appeals.departments()).map((department) => [department.id, department]));
  }

  function repliedAppeal(event: ResidentEvent | undefined): Promise<string | undefined> | undefined {
    if (event?.kind === 'message') return appealOf(event, event.replyToMessageId);
    if (event?.kind === 'button') return appealOf(event, event.messageId);
    return undefined;
  }

  function appealOf({ person }: ResidentEvent, messageId: string | undefined) {
    return messageId === undefined
      ? undefined
      : deps.messages.appealOf(person.channel, person.address, messageId);
  }

  async function newsAt(now: Date): Promise<DialogueContext['news']> {
    const from = new Date(now.getTime() - NEWS_DAYS * DAY_MS);
    const sent = await deps.broadcasts.recentlyStarted(from, now, NEWS_MAX);
    const last = sent[0]?.startedAt;
    const day = localDay(last ?? now, deps.timeZone);
    const items = sent.flatMap(({ id, title, text, link, startedAt }): NewsView[] =>
      startedAt && localDay(startedAt, deps.timeZone) === day
        ? [
            {
              title,
              url: deps.page(id) ?? link?.url,
              openingWords: openingWords({ title, text }),
              at: startedAt,
            },
          ]
        : [],
    );
    return { day, items };
  }
}

type DepartmentsById = ReadonlyMap<string, Department>;

function toView(appeal: Appeal, departments: DepartmentsById): AppealView {
  const answers = appeal.messages.filter(({ from, notice }) => from === 'staff' && notice === undefined);
  return {
    number: appeal.number,
    subject: appeal.subject,
    text: appeal.messages[0]?.text ?? '',
    status: appeal.status,
    departmentName: departments.get(appeal.departmentId)?.name ?? '',
    receivedAt: appeal.receivedAt,
    registeredAt: appeal.registeredAt,
    dueAt: appeal.quarantine === undefined ? appeal.dueAt : undefined,
    isLookedAt: appeal.quarantine !== undefined,
    registeredLater: appeal.registeredAt > appeal.receivedAt || awaitsRegistration(appeal),
    open: OPEN_APPEAL_STATUSES.includes(appeal.status),
    answeredAt: answers.at(-1)?.at,
    rating: appeal.rating,
    history: appeal.history.filter(isForCitizen).map(({ status, at, departmentId }) => ({
      status,
      at,
      ...(departmentId === undefined ? {} : { passedTo: departments.get(departmentId) }),
    })),
    correspondence: appeal.messages.map(({ from, at, text, files }) => ({
      from,
      at,
      text,
      fileCount: files.length,
    })),
  };
}

/** Who works on it or was reminded, with what it was joined, and that an answer stays as it was, is no new status. */
function isForCitizen({ assigneeId, mergedInto, escalation, access, review }: AppealHistoryEntry): boolean {
  const staysAnswered = review === 'asked' || review === 'upheld';
  const isInternal = [assigneeId, mergedInto, escalation, access].some((about) => about !== undefined);
  return !isInternal && !staysAnswered;
}

/** The newest of what was corrected in «Мої дані» and who signed an appeal; a comment is signed by name alone. */
function knownApplicant(
  { applicant: corrected, forgottenAt }: Subscriber,
  appeals: readonly Appeal[],
): Applicant | undefined {
  const signed = appeals.find(
    ({ applicant, receivedAt }) => applicant?.residence && !(forgottenAt && receivedAt <= forgottenAt),
  );
  const isNewer = corrected?.fullName && corrected.residence && !(signed && signed.receivedAt > corrected.at);
  return isNewer ? { fullName: corrected.fullName, residence: corrected.residence } : signed?.applicant;
}
