import type {
  AppealCategory,
  AppealDoor,
  AppealFile,
  AppealKind,
  AppealPlace,
  AppealStatus,
  Applicant,
  Rating,
} from '../../domain/appeal.js';
import type { Attachment, OutgoingContent } from '../../domain/content.js';
import type { FaqCard } from '../../domain/faq.js';
import type {
  ButtonEvent,
  MessageEvent,
  SubscribedEvent,
  UnsubscribedEvent,
} from '../../domain/inbound-event.js';
import type { DailyWindow } from '../../domain/sending-hours.js';
import type { Street } from '../../domain/streets.js';
import type { DeliveryMode, Subscriber } from '../../domain/subscriber.js';
import type { Office } from '../../domain/terms/office.js';
import type { Territory } from '../../domain/territory.js';
import type { Topic, TopicInfo } from '../../domain/topic.js';
import type { DialogueState, DraftAct } from './state.js';

/** A file that reached our store, or the reason why it did not. */
export type ReceivedFile =
  | { readonly ok: true; readonly file: AppealFile }
  | {
      readonly ok: false;
      readonly reason: 'tooLarge' | 'forbiddenType' | 'failed';
      readonly name: string;
      readonly sizeBytes: number | undefined;
    };

/** What the dialogue is given: the resident's event with its files already fetched and stored. */
export type DialogueEvent =
  | SubscribedEvent
  | UnsubscribedEvent
  | ButtonEvent
  | (Omit<MessageEvent, 'files'> & { readonly files: readonly ReceivedFile[] });

/** One appeal as the resident's side shows it. */
export interface AppealView {
  readonly number: string;
  readonly subject: string;
  readonly text: string;
  readonly status: AppealStatus;
  readonly departmentName: string;
  readonly receivedAt: Date;
  readonly registeredAt: Date;
  readonly dueAt: Date | undefined;
  /** Not registered at once: only on `registeredAt`'s day, or by a person */
  readonly registeredLater: boolean;
  /** A person is to say first whether it is an appeal: nothing is promised */
  readonly isLookedAt?: boolean | undefined;
  readonly open: boolean;
  readonly answeredAt: Date | undefined;
  readonly rating: Rating | undefined;
  readonly history: readonly {
    readonly status: AppealStatus;
    readonly at: Date;
    /** The department it was handed over to: «Управління освіти», «управління освіти» after «до» */
    readonly passedTo?: { readonly name: string; readonly nameGenitive: string } | undefined;
  }[];
  readonly correspondence: readonly {
    readonly from: 'citizen' | 'staff';
    readonly at: Date;
    readonly text: string;
    readonly fileCount: number;
  }[];
}

export interface NewsView {
  readonly title: string;
  /** Where it is read in full; undefined while the outside cannot reach us and it has no link of its own */
  readonly url: string | undefined;
  /** Title and first words, for an item that cannot be opened */
  readonly openingWords: string;
  readonly at: Date;
}

/** The organisation's own words and numbers: settings, never part of a text. */
export interface Organisation {
  /** «Ніжинська міська рада», and «Ніжинської міської ради» */
  readonly councilName: string;
  readonly councilNameGenitive: string;
  /** «виконавчий комітет Ніжинської міської ради» */
  readonly dataOwner: string;
  readonly cityName: string;
  readonly address: string;
  readonly phone: string;
  /** «8:00–17:00» and «13:00–14:00» */
  readonly officeHours: string;
  readonly lunchBreak: string;
  /** The land it answers for, and «Ніжинської громади» */
  readonly territory: Territory;
  readonly territoryNameGenitive: string;
}

/** Everything the dialogue may look at: read by its caller before the step, so that the step is pure. */
export interface DialogueContext {
  /** When the event was received: the dialogue's only clock */
  readonly now: Date;
  readonly timeZone: string;
  readonly organisation: Organisation;
  /** The office that registers what is handed in */
  readonly office: Office;
  /** The city's topics, hidden ones too, in the order of the question */
  readonly topics: readonly TopicInfo[];
  /** Streets with their former names */
  readonly streets: readonly Street[];
  /** Ready answers that are confirmed today */
  readonly faq: readonly FaqCard[];
  /** When the organisation sends nothing ordinary; null: it does at any time */
  readonly quietHours: DailyWindow | null;
  /** Messages of one person in a minute that are answered at once */
  readonly piecesPerMinute: number;
  /** How long appeals are kept after the last entry in them */
  readonly appealYears: number;
  readonly person: Subscriber;
  /** Who signed the person's latest official appeal: offered instead of asking again */
  readonly knownApplicant: Applicant | undefined;
  /** Newest first, at most 200 */
  readonly appeals: readonly AppealView[];
  /** The appeal whose message of ours was replied to or whose button was pressed, if any */
  readonly repliedAppealNumber: string | undefined;
  /** The draft act that the event's button or deep link names, if it is one that is discussed */
  readonly draft: DraftAct | undefined;
  /** Newest first: today's, or of the last day that had any; at most 50 */
  readonly news: { readonly day: string; readonly items: readonly NewsView[] };
}

/** What the dialogue wants done before its replies are shown. Each is repeated harmlessly (keyed by the inbox row). */
export type DialogueEffect =
  | { readonly kind: 'consent'; readonly version: number; readonly textHash: string }
  | { readonly kind: 'setTopics'; readonly topics: readonly Topic[] }
  | { readonly kind: 'setDeliveryMode'; readonly mode: DeliveryMode; readonly digestAt: string }
  | { readonly kind: 'setLocale'; readonly locale: 'uk' | 'en' }
  | { readonly kind: 'stop' }
  /** The profile goes; what stays keeps a later import from signing the person up again */
  | { readonly kind: 'erase' /** Number of the receipt */; readonly receipt: string }
  | { readonly kind: 'becomeUnreachable' }
  | { readonly kind: 'becomeReachable' }
  | { readonly kind: 'rememberSource'; readonly source: string }
  | { readonly kind: 'submitAppeal'; readonly appeal: AppealDraft }
  | {
      readonly kind: 'addToAppeal';
      readonly number: string;
      readonly text: string;
      readonly files: readonly AppealFile[];
    }
  /** Offered instead of asking again in the next form; '' where a part is not known */
  | { readonly kind: 'setApplicant'; readonly fullName: string; readonly residence: string }
  /** The name the person goes by, instead of the messenger's */
  | { readonly kind: 'setName'; readonly name: string }
  /** Shown why the law wants a name, the person gave it: which words, and which edition of them */
  | { readonly kind: 'appealConsent'; readonly version: number; readonly textHash: string }
  /** Name and residence are not used for further appeals; those handed in stay as the law says */
  | { readonly kind: 'withdrawAppealConsent' }
  /** Everything kept of the person, for them */
  | { readonly kind: 'copyData' }
  | { readonly kind: 'countFaq'; readonly cardId: string; readonly outcome: 'helped' | 'submitted' }
  /** Staff are to telephone the person */
  | { readonly kind: 'requestCall'; readonly phone: string }
  | { readonly kind: 'withdrawAppeal'; readonly number: string }
  | {
      readonly kind: 'rateAppeal';
      readonly number: string;
      readonly rating: Rating;
      readonly comment: string | undefined;
    };

export interface AppealDraft {
  readonly kind: AppealKind;
  /** Id of the draft act that it comments on */
  readonly commentsOn?: string | undefined;
  readonly text: string;
  readonly files: readonly AppealFile[];
  readonly category: AppealCategory;
  readonly place: AppealPlace | undefined;
  readonly door: AppealDoor;
  readonly applicant: Applicant | undefined;
}

/** How the person gets the copy of their data. */
export type CopyGiven =
  | { readonly kind: 'files'; readonly files: readonly Attachment[] }
  /** Opens for a day */
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'too-often' }
  /** The messenger takes no file from us, and nobody outside can reach our pages */
  | { readonly kind: 'no-way' };

/** What happened when the effects were carried out: needed by K1–K3 (number and date exist only after storing). */
export interface EffectResults {
  readonly submitted: AppealView | undefined;
  readonly copy?: CopyGiven | undefined;
}

/**
 * One step: effects first, in order; then `replies` with their results; then the state is stored. Effects and
 * replies of a repeated event are the same, because everything they depend on is in the arguments.
 */
export interface DialogueStep {
  readonly effects: readonly DialogueEffect[];
  readonly replies: (results: EffectResults) => readonly OutgoingContent[];
  readonly state: DialogueState;
}
