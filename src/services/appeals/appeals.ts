import type { StandIn } from '../../domain/absence.js';
import type {
  Appeal,
  AppealCategory,
  AppealFile,
  AppealStatus,
  MissingDetail,
  OutsideLetter,
  ReviewDecision,
  Verdict,
} from '../../domain/appeal.js';
import type { AppealChannel } from '../../domain/appeal-channel.js';
import type { CountedStatus } from '../../domain/delivery.js';
import type { Resemblance } from '../../domain/neighbours/resemblance.js';
import type { Actor } from '../../domain/role.js';
import type { Page, PageRequest } from '../../lib/page.js';
import type { Block } from './blocks.js';
import type { Classification } from './classifying.js';
import type { AppealEntry } from './entering.js';

export interface AppealFilter {
  readonly status?: AppealStatus | undefined;
  readonly channel?: AppealChannel | undefined;
  readonly departmentId?: string | undefined;
  readonly category?: AppealCategory | undefined;
  /** Past `dueAt` and unanswered */
  readonly overdue?: boolean | undefined;
  /** Unanswered and due not later than this */
  readonly dueUntil?: Date | undefined;
  /** Staff account id; null: nobody has taken it */
  readonly assigneeId?: string | null | undefined;
  /** Staff account id: what it is theirs to answer today, also for those of whom they substitute */
  readonly workOf?: string | undefined;
  /** Only those somebody still owes an answer */
  readonly open?: boolean | undefined;
  /** Only those a person is to look at before they are registered */
  readonly quarantined?: boolean | undefined;
  /** Number, or words of whatever is written in it, of the applicant's name and of the place */
  readonly q?: string | undefined;
}

/** An appeal with what the page needs beside it. */
export interface AppealPage {
  readonly appeal: Appeal;
  readonly departmentName: string;
  readonly assigneeName: string | undefined;
  /** Who does the work while the assignee is away */
  readonly standIn: StandIn | undefined;
  readonly citizenName: string | undefined;
  readonly overdue: boolean;
  /** Delivery state of each staff message, by message id */
  readonly deliveryStates: ReadonlyMap<
    string,
    { readonly status: CountedStatus; readonly code: string | null }
  >;
  /** Names of staff who appear in messages, notes and history, by id */
  readonly staffNames: ReadonlyMap<string, string>;
}

/** An appeal with the message that a messenger did not bring, or nobody knows whether it did. */
export interface LostAnswer {
  readonly page: AppealPage;
  readonly messageId: string;
}

/** Another appeal that may be about the same, and why. */
export interface SimilarAppeal {
  readonly appeal: Pick<Appeal, 'number' | 'subject' | 'status' | 'category' | 'receivedAt'>;
  /** Somebody owes its citizen an answer: it can be joined */
  readonly isOpen: boolean;
  readonly resemblance: Resemblance;
}

/** A unit of the council. */
export interface Department {
  readonly id: string;
  readonly name: string;
  /** As it stands after «до»: «управління освіти» */
  readonly nameGenitive: string;
  /** Gets no new appeals; its name stays in old ones */
  readonly isArchived?: boolean | undefined;
}

/** The same id again does nothing twice. */
interface Repeatable {
  readonly requestId?: string | undefined;
}

/** As a person writes it into the office's register. */
export interface RegistrationByPerson extends Repeatable {
  /** «1457» */
  readonly incomingNumber?: string | undefined;
  /** Not before it was received; now by default */
  readonly registeredAt?: Date | undefined;
}

export interface Reply extends Repeatable {
  readonly text: string;
  readonly files: readonly AppealFile[];
  /** How many messages of the conversation the writer has seen; absent: not asked */
  readonly seen?: number | undefined;
  /** Answer although a colleague has taken the appeal */
  readonly takeOver?: boolean | undefined;
  /** «01-12/345» */
  readonly outgoingNumber?: string | undefined;
  /** Everybody whose open appeal was joined with this one gets it too, under their own number */
  readonly toAll?: boolean | undefined;
}

export interface BlockInput {
  readonly reason: string;
  readonly days: number;
}

/** The answer «no». */
export interface Rejection extends Repeatable {
  readonly as: 'refused' | 'returned';
  readonly reason: string;
  /** Of Law 393/96-ВР: why it is returned */
  readonly article?: number | undefined;
  /** What the citizen can do */
  readonly advice?: string | undefined;
}

export type Resolution = 'answered' | 'explained' | 'refused';

/**
 * What staff do with appeals. Every change is audited; all throw Refusal when they cannot. For somebody limited to
 * departments the appeals of others do not exist: they are neither listed nor counted nor found.
 */
export interface Appeals {
  /** The open queue by due date, nearest first, those without one last; everything else newest first */
  list(request: PageRequest & AppealFilter, viewer: Actor): Promise<Page<AppealPage>>;
  count(filter: Omit<AppealFilter, 'q'>, viewer: Actor): Promise<number>;
  /** Counted no further than `max`, which is cheap for whatever is asked. */
  countUpTo(filter: AppealFilter, max: number, viewer: Actor): Promise<number>;
  get(number: string, viewer: Actor): Promise<AppealPage>;
  /** Those of these numbers that are the viewer's business, in no order */
  ofNumbers(numbers: readonly string[], viewer: Actor): Promise<readonly AppealPage[]>;
  /** The citizen's other appeals and those joined with this one, as far as they are the viewer's business */
  beside(
    number: string,
    viewer: Actor,
  ): Promise<{ readonly ofCitizen: readonly Appeal[]; readonly joined: readonly AppealPage[] }>;
  /** Registers what came on paper, by phone or at a reception, also for another department. */
  enter(entry: AppealEntry, actor: Actor): Promise<AppealPage>;
  /** With the office's own number and time, told to the citizen where either is news; else in its turn, by itself */
  register(number: string, registration: RegistrationByPerson, actor: Actor): Promise<AppealPage>;
  /** It is an appeal after all: out of quarantine, and registered as of the moment it was received */
  release(number: string, actor: Actor): Promise<AppealPage>;
  /** It is none: closed without an answer, kept, and `release` can still take it back */
  markSpam(number: string, actor: Actor): Promise<AppealPage>;
  /** New messages of its citizen are looked at first, for so many days */
  block(number: string, input: BlockInput, actor: Actor): Promise<void>;
  unblock(number: string, actor: Actor): Promise<void>;
  /** The block that its citizen is under, as far as the appeal may tell */
  blockOf(number: string, viewer: Actor): Promise<Block | undefined>;
  take(number: string, actor: Actor): Promise<AppealPage>;
  /**
   * Only to a colleague who works with appeals of its department.
   * @throws {AssigneeAway} while the colleague is away, unless `evenIfAway`
   */
  assign(
    number: string,
    assigneeId: string,
    actor: Actor,
    options?: { readonly evenIfAway?: boolean | undefined },
  ): Promise<AppealPage>;
  /**
   * Sends the answer into the citizen's chat. An untaken appeal becomes the actor's.
   * @throws {StaleConversation} when the actor has not `seen` everything
   */
  reply(number: string, reply: Reply, actor: Actor): Promise<AppealPage>;
  /** The answer waits for the head, or for another who may sign; a newer one takes its place */
  submitForSignature(
    number: string,
    answer: Pick<Reply, 'text' | 'files' | 'seen' | 'toAll'>,
    actor: Actor,
  ): Promise<AppealPage>;
  /** Sends the waiting answer in the actor's name; `files` (a signed letter) join its own */
  sign(
    number: string,
    signature: Omit<Partial<Reply>, 'text' | 'takeOver' | 'toAll'>,
    actor: Actor,
  ): Promise<AppealPage>;
  /** Brings answers to all to those who have not got them yet: a failure may have come in between. */
  shareAnswers(actor?: Actor): Promise<void>;
  /** The answer goes back to its author; the remark is an internal note */
  sendBack(number: string, remark: string, actor: Actor): Promise<AppealPage>;
  /** A question that the citizen answers in the chat */
  ask(number: string, input: { readonly question: string } & Repeatable, actor: Actor): Promise<AppealPage>;
  /** A longer term, told to the citizen; `decidedBy` is the head who decided it, else the actor */
  extend(
    number: string,
    input: { readonly reason: string; readonly decidedBy?: string | undefined } & Repeatable,
    actor: Actor,
  ): Promise<AppealPage>;
  /** To the body outside the council that it concerns, told to the citizen with the letter */
  forwardOutside(number: string, letter: OutsideLetter & Repeatable, actor: Actor): Promise<AppealPage>;
  /** Asks the citizen for what it lacks; `until` is a day, ten days ahead by default */
  requestDetails(
    number: string,
    input: { readonly missing: readonly MissingDetail[]; readonly until?: string | undefined } & Repeatable,
    actor: Actor,
  ): Promise<AppealPage>;
  /** What the controller decides about an answer that did not help, told to the citizen; the term stays */
  review(
    number: string,
    input: { readonly decision: ReviewDecision; readonly reason: string } & Repeatable,
    actor: Actor,
  ): Promise<AppealPage>;
  /** Those whose answer is to be looked at again, the earliest promise first, at most 200 */
  underReview(viewer: Actor): Promise<readonly AppealPage[]>;
  /** Open ones of whose term the viewer, or somebody they stand in for, was told; by due date, at most 200 */
  escalated(viewer: Actor): Promise<readonly AppealPage[]>;
  reject(number: string, rejection: Rejection, actor: Actor): Promise<AppealPage>;
  /** What it is about, and what it is by law; the department stays */
  classify(number: string, said: Classification, actor: Actor): Promise<AppealPage>;
  /** Whether a comment on a draft act was taken into account, as the act's table will say */
  consider(
    number: string,
    input: { readonly verdict: Verdict; readonly reason: string },
    actor: Actor,
  ): Promise<AppealPage>;
  /** Comments on a draft act, oldest first, at most 1,000 */
  commentsOn(publicationId: string, viewer: Actor): Promise<readonly AppealPage[]>;
  /** The same for a table that leaves the office, which the audit keeps. @throws {Refusal} forbidden */
  takeComments(publicationId: string, viewer: Actor): Promise<readonly AppealPage[]>;
  /** Only those who work with appeals see it: the rule has not found what a person sees */
  limitAccess(number: string, reason: string, actor: Actor): Promise<AppealPage>;
  /** It shows nothing that must stay hidden */
  openAccess(number: string, actor: Actor): Promise<AppealPage>;
  /** Joins it with another about the same; each citizen is told once */
  merge(number: string, into: string, actor: Actor): Promise<AppealPage>;
  /** Joins several others with it at once */
  gather(number: string, others: readonly string[], actor: Actor): Promise<AppealPage>;
  /** Open appeals and those of the last 60 days that may be about the same, the surest first, at most 20 */
  similar(number: string, viewer: Actor): Promise<readonly SimilarAppeal[]>;
  /** Takes it out of those it was joined with; where it led them, the oldest of them leads now */
  separate(number: string, actor: Actor): Promise<AppealPage>;
  note(number: string, text: string, actor: Actor, requestId?: string): Promise<AppealPage>;
  forward(number: string, departmentId: string, actor: Actor): Promise<AppealPage>;
  close(number: string, resolution: Resolution, actor: Actor): Promise<AppealPage>;
  /** Back to work; the term stays as it was */
  reopen(number: string, reason: string, actor: Actor): Promise<AppealPage>;
  /**
   * Appeals whose last word to the citizen is lost, so that somebody is to telephone or write: the nearest due date
   * first. Those of the last 90 days, at most 200.
   *
   * @param whose the viewer's and nobody's, or everybody's
   */
  lostAnswers(whose: 'own' | 'everybody', viewer: Actor): Promise<readonly LostAnswer[]>;
  /**
   * The citizen has been told otherwise; `note` says what, internally
   *
   * @throws {Refusal} conflict when that answer is not lost (any more), or somebody has called
   */
  recordCall(
    number: string,
    call: { readonly messageId: string; readonly note: string } & Repeatable,
    actor: Actor,
  ): Promise<AppealPage>;
  /** Those that may be given an appeal */
  departments(): Promise<readonly Department[]>;
}
