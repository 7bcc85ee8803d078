import {
  type Appeal,
  type AppealCategory,
  type AppealNature,
  OPEN_APPEAL_STATUSES,
} from '../../domain/appeal.js';
import { APPEAL_CHANNEL_WORDS, chatOf } from '../../domain/appeal-channel.js';
import { kindOfNumber } from '../../domain/appeal-number.js';
import type { RoutingRule } from '../../domain/routing.js';
import { answerClocksOf, wasExtended } from '../../domain/terms/answer-clock.js';
import { explainAppealTerm } from '../../domain/terms/appeal-term.js';
import { dueOf } from '../../domain/terms/due.js';
import type { Office } from '../../domain/terms/office.js';
import type { Clock } from '../../domain/terms/rules.js';
import { legalDate } from '../../domain/ukrainian-date.js';
import type { AppealPage, Appeals, Department } from '../../services/appeals/appeals.js';
import type { Block } from '../../services/appeals/blocks.js';
import { lostAnswer } from '../../services/appeals/lost-answer.js';
import { officeOf } from '../../services/appeals/office.js';
import { awaitsRegistration } from '../../services/appeals/opening.js';
import { isReturnable } from '../../services/appeals/rejecting.js';
import type { SettingsValues } from '../../services/settings/input.js';
import { publicationHref } from '../publications/list-model.js';
import {
  APPEAL_STATUS_WORDS,
  CATEGORY_WORDS,
  DOOR_WORDS,
  NATURE_WORDS,
  QUARANTINE_WORDS,
  RATING_WORDS,
  subjectWords,
} from '../words/appeal-words.js';
import type { CityDates } from '../words/dates.js';
import { type DueWords, describeDue } from '../words/due.js';
import { actorWords, type HistoryModel, historyModel } from './history-model.js';
import { type ClusterModel, clusterModel } from './joined-model.js';
import { type MessageModel, messageModel } from './message-model.js';
import { type OtherAppeal, otherAppeal } from './other-appeal.js';
import { type PlaceModel, placeModel } from './place/place-model.js';
import { appealHref, assigneeWords } from './queue/queue-model.js';
import { categoriesFor, suggestionsFor } from './suggestion-model.js';

export interface NoteModel {
  readonly id: string;
  readonly author: string;
  readonly when: string;
  readonly text: string;
}

type Neighbours = Awaited<ReturnType<Appeals['beside']>>;

/** Everything the page of one appeal shows, ready to print. */
export interface AppealModel {
  readonly number: string;
  readonly href: string;
  readonly subject: string;
  readonly status: string;
  /** Somebody still owes the citizen an answer */
  readonly isOpen: boolean;
  /** Nobody has taken it yet */
  readonly isTakeable: boolean;
  readonly isClosable: boolean;
  readonly isReopenable: boolean;
  readonly isRejectable: boolean;
  /** It may be returned without consideration, not only refused */
  readonly isReturnable: boolean;
  /** The last day of the longer term that the law allows; undefined: it cannot be extended (any more) */
  readonly extendsTo: string | undefined;
  readonly isWithdrawn: boolean;
  /** Why a person must say whether it is an appeal, and whether they said that it is none */
  readonly quarantine: { readonly reason: string; readonly isSpam: boolean } | undefined;
  /** It comments on a draft act */
  readonly comment:
    | { readonly publicationHref: string; readonly verdict: string | undefined; readonly reason: string }
    | undefined;
  /** Why only those who work with appeals see it */
  readonly accessLimit: { readonly why: string; readonly by: string; readonly when: string } | undefined;
  /** It came from a messenger, and its sender is not blocked */
  readonly isBlockable: boolean;
  readonly block: { readonly until: string; readonly reason: string } | undefined;
  /** The answer that waits for a signature */
  readonly toSign:
    | {
        readonly author: string;
        readonly when: string;
        readonly text: string;
        /** Everybody joined with it gets it too */
        readonly toAll: boolean;
        readonly files: readonly string[];
      }
    | undefined;
  /** The message that the citizen is to be told otherwise, for a messenger did not bring it */
  readonly lostMessageId: string | undefined;
  readonly received: string;
  readonly registered: string;
  /** «1457», of the office's own register */
  readonly incomingNumber: string | undefined;
  readonly isAwaitingRegistration: boolean;
  /** Last days by law, «28 листопада 2026 року»: to send it where it belongs, to return what is wrongly drawn up */
  readonly forwardBy: string | undefined;
  readonly returnBy: string | undefined;
  /** Until when the citizen was promised a decision about the answer */
  readonly reviewBy: string | undefined;
  /** Of the last answer */
  readonly outgoingNumber: string | undefined;
  readonly ofCitizen: readonly OtherAppeal[];
  readonly cluster: ClusterModel;
  /** How it came */
  readonly channel: string;
  /** Where answers go; undefined: on paper */
  readonly messenger: string | undefined;
  readonly door: string;
  readonly citizen: string;
  readonly residence: string | undefined;
  readonly phone: string | undefined;
  /** «Скарга»; undefined: nobody has said */
  readonly nature: string | undefined;
  /** Who else signed it, with their addresses */
  readonly coApplicants: readonly string[];
  readonly category: string;
  /** What it is about and what it is by law, as forms name them */
  readonly said: { readonly category: AppealCategory; readonly nature: AppealNature | undefined };
  /** Other topics that its words tell, and which */
  readonly categorySuggestions: readonly {
    readonly category: AppealCategory;
    readonly name: string;
    readonly why: string;
  }[];
  /** The law knows natures of appeals only */
  readonly hasNature: boolean;
  readonly department: string;
  /** Other departments that it may be for, and why */
  readonly suggestions: readonly { readonly id: string; readonly name: string; readonly why: string }[];
  readonly assignee: string | undefined;
  readonly due: DueWords & { readonly day: string | undefined; readonly steps: readonly string[] };
  readonly place: PlaceModel | undefined;
  readonly rating: string | undefined;
  readonly messages: readonly MessageModel[];
  readonly notes: readonly NoteModel[];
  readonly history: readonly HistoryModel[];
  /** Where it may be forwarded: every department but its own */
  readonly otherDepartments: readonly Department[];
  readonly eventsHref: string;
}

/** The city's own rules, as settings describe them. */
export interface AppealRules {
  readonly office: Office;
  /** Words by which departments are found */
  readonly rules: readonly RoutingRule[];
}

export function rulesOf(settings: SettingsValues, timeZone: string): AppealRules {
  return { office: officeOf(settings, timeZone), rules: settings.routing.rules };
}

/** Turns an appeal into words for the staff member who looks at it. */
export function appealModel(
  page: AppealPage,
  departments: readonly Department[],
  beside: Neighbours,
  block: Block | undefined,
  { office, rules }: AppealRules,
  dates: CityDates,
): AppealModel {
  const { appeal } = page;
  const isOpen = OPEN_APPEAL_STATUSES.includes(appeal.status);
  const isWithdrawn = appeal.status === 'withdrawn';
  const isOfficial = appeal.door !== 'anonymous';
  const kind = kindOfNumber(appeal.number);
  return {
    number: appeal.number,
    href: appealHref(appeal.number),
    subject: subjectWords(appeal.subject),
    status: APPEAL_STATUS_WORDS[appeal.status],
    isOpen,
    isTakeable: appeal.assigneeId === undefined && isOpen,
    isClosable: appeal.status !== 'closed' && !isWithdrawn,
    isReopenable: !isOpen && !isWithdrawn,
    isRejectable: isOpen && isOfficial && kind !== 'draft-comment',
    isReturnable: isReturnable(appeal),
    extendsTo: isOpen && isOfficial && !wasExtended(appeal) ? extendedDay(appeal, office) : undefined,
    isWithdrawn,
    quarantine: appeal.quarantine && {
      reason: QUARANTINE_WORDS[appeal.quarantine],
      isSpam: appeal.status === 'closed',
    },
    comment:
      appeal.commentsOn === undefined
        ? undefined
        : {
            publicationHref: publicationHref(appeal.commentsOn),
            verdict: appeal.consideration?.verdict,
            reason: appeal.consideration?.reason ?? '',
          },
    accessLimit: appeal.accessLimit && {
      why: appeal.accessLimit.reason ?? `за словами: ${appeal.accessLimit.signs.join(', ')}`,
      by: actorWords(appeal.accessLimit.by, page.staffNames),
      when: dates.moment(appeal.accessLimit.at),
    },
    isBlockable: appeal.subscriberId !== undefined && block === undefined,
    block: block && {
      until: dates.fullDay(block.until),
      reason: block.reason,
    },
    toSign: appeal.toSign && {
      author: staffName(page, appeal.toSign.authorId),
      when: dates.moment(appeal.toSign.at),
      text: appeal.toSign.text,
      toAll: appeal.toSign.toAll === true,
      files: appeal.toSign.files.map(({ name }) => name),
    },
    lostMessageId: lostAnswer(appeal, page.deliveryStates),
    received: dates.fullDay(appeal.receivedAt),
    registered: dates.fullDay(appeal.registeredAt),
    incomingNumber: appeal.incomingNumber,
    isAwaitingRegistration: awaitsRegistration(appeal),
    forwardBy: lastDay(appeal, 'forward', office),
    returnBy: lastDay(appeal, 'return', office),
    reviewBy: appeal.review && dates.fullDay(appeal.review.until),
    outgoingNumber: appeal.messages.findLast(({ outgoingNumber }) => outgoingNumber !== undefined)
      ?.outgoingNumber,
    ofCitizen: beside.ofCitizen.map((one) => otherAppeal(one, dates)),
    cluster: clusterModel(appeal, beside.joined, dates),
    channel: APPEAL_CHANNEL_WORDS[appeal.channel],
    messenger: chatOf(appeal) && APPEAL_CHANNEL_WORDS[appeal.channel],
    nature: appeal.nature && NATURE_WORDS[appeal.nature],
    phone: appeal.applicant?.phone,
    coApplicants: (appeal.coApplicants ?? []).map(({ fullName, residence }) =>
      [fullName, residence].filter(Boolean).join(', '),
    ),
    door: DOOR_WORDS[appeal.door],
    citizen: citizenWords(appeal, page.citizenName),
    residence: appeal.applicant?.residence || undefined,
    category: CATEGORY_WORDS[appeal.category],
    said: { category: appeal.category, nature: appeal.nature },
    categorySuggestions: isOpen ? categoriesFor(appeal, rules) : [],
    hasNature: kind === 'appeal',
    department: page.departmentName,
    suggestions: isOpen ? suggestionsFor(appeal, rules, departments) : [],
    assignee: assigneeWords(page),
    due: {
      ...describeDue(appeal, dates),
      day: appeal.dueAt === undefined ? undefined : dates.fullDay(appeal.dueAt),
      steps: explainAppealTerm(appeal, office),
    },
    place: placeModel(appeal.place),
    rating: appeal.rating === undefined ? undefined : RATING_WORDS[appeal.rating],
    messages: appeal.messages.map((message) => messageModel(message, page, dates)),
    notes: appeal.notes.map((note) => ({
      id: note.id,
      author: staffName(page, note.authorId),
      when: dates.moment(note.at),
      text: note.text,
    })),
    history: appeal.history.map((entry) => historyModel(entry, page.staffNames, departments, dates)),
    otherDepartments: departments.filter(({ id }) => id !== appeal.departmentId),
    eventsHref: `/events?${new URLSearchParams({ watch: 'appeal', number: appeal.number })}`,
  };
}

function extendedDay({ number, registeredAt }: Appeal, office: Office): string | undefined {
  const clock = answerClocksOf(kindOfNumber(number))?.extended;
  const due = clock && dueOf(clock, registeredAt, office);
  return due && legalDate(due.lastDay);
}

/** These clocks are of the law on appeals; a request for information has others. */
function lastDay({ number, registeredAt }: Appeal, clock: Clock, office: Office): string | undefined {
  if (kindOfNumber(number) !== 'appeal') return undefined;
  const due = dueOf(clock, registeredAt, office);
  return due && legalDate(due.lastDay);
}

/** The anonymous door hides the messenger's name too: it would tell who writes. */
function citizenWords(appeal: Appeal, citizenName: string | undefined): string {
  if (appeal.door === 'anonymous') return 'Анонімно';
  return appeal.applicant?.fullName ?? citizenName ?? 'Ім’я не вказано';
}

function staffName(page: AppealPage, id: string): string {
  return page.staffNames.get(id) ?? 'Працівник';
}
