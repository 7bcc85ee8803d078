import type { AppealChannel } from './appeal-channel.js';
import type { Place } from './inbound-event.js';
import { pluralForm } from './plural.js';
import type { QuarantineReason } from './suspicion.js';

export const APPEAL_STATUSES = [
  'received',
  'registered',
  'in-progress',
  'awaiting-signature',
  'forwarded',
  'needs-details',
  'extended',
  'answered',
  'explained',
  'refused',
  'returned',
  'withdrawn',
  'closed',
] as const;
export type AppealStatus = (typeof APPEAL_STATUSES)[number];

/** Statuses in which somebody still owes the citizen an answer. */
export const OPEN_APPEAL_STATUSES: readonly AppealStatus[] = [
  'received',
  'registered',
  'in-progress',
  'awaiting-signature',
  'needs-details',
  'extended',
];

/**
 * What it is by law, each with a register of its own: an appeal (Law 393/96-ВР), an anonymous message (no appeal, its
 * article 8), a request for information (Law 2939-VI), a comment on a draft act.
 */
export const APPEAL_KINDS = ['appeal', 'signal', 'information-request', 'draft-comment'] as const;
export type AppealKind = (typeof APPEAL_KINDS)[number];

/** How it was handed in: officially, officially but never made public, anonymously (not an appeal by law). */
export const APPEAL_DOORS = ['official', 'private', 'anonymous'] as const;
export type AppealDoor = (typeof APPEAL_DOORS)[number];

/** What the law calls an appeal: a proposal, a statement or a complaint (Law 393/96-ВР, article 3). */
export const APPEAL_NATURES = ['proposal', 'statement', 'complaint'] as const;
export type AppealNature = (typeof APPEAL_NATURES)[number];

/** What it is about, in the order of question A2. */
export const APPEAL_CATEGORIES = ['roads', 'lighting', 'utilities', 'yards', 'welfare', 'other'] as const;
export type AppealCategory = (typeof APPEAL_CATEGORIES)[number];

/** Resident's verdict on the answer: «Так», «Частково», «Ні». */
export const RATINGS = ['solved', 'partly', 'unsolved'] as const;
export type Rating = (typeof RATINGS)[number];

/** A file the resident sent, kept in the file store. */
export interface AppealFile {
  /** SHA-256 of the bytes */
  readonly fileId: string;
  readonly kind: 'photo' | 'voice' | 'audio' | 'video' | 'document';
  readonly name: string;
  readonly contentType: string;
  readonly sizeBytes: number;
  readonly durationSeconds?: number | undefined;
}

/** What we tell the citizen beside answers: its registration, the body it was sent to, what is missing,
 * what was decided about an answer, a question of staff, a longer term, neighbours' appeals, a return. */
export const APPEAL_NOTICES = [
  'registered',
  'forwarded',
  'details',
  'reviewed',
  'question',
  'extended',
  'joined',
  'returned',
] as const;
export type AppealNotice = (typeof APPEAL_NOTICES)[number];

/** What an appeal may lack to be considered (Law 393/96-ВР, article 5). */
export const MISSING_DETAILS = ['fullName', 'residence', 'place', 'substance', 'documents'] as const;
export type MissingDetail = (typeof MISSING_DETAILS)[number];

/** The letter with which an appeal goes to the body it concerns. */
export interface OutsideLetter {
  /** «Служба відновлення та розвитку інфраструктури у Чернігівській області» */
  readonly addressee: string;
  /** «01-12/345» */
  readonly letterNumber: string;
  /** `YYYY-MM-DD` */
  readonly letterDay: string;
  /** Of the addressee, for the citizen */
  readonly phone?: string | undefined;
}

/** The controller's decision about an answer that did not help. */
export const REVIEW_DECISIONS = ['upheld', 'reopened'] as const;
export type ReviewDecision = (typeof REVIEW_DECISIONS)[number];

/** How far the term of an appeal has come when somebody is told: half of it is over, two days are left, all is over. */
export const ESCALATION_STAGES = ['half', 'two-days', 'overdue'] as const;
export type EscalationStage = (typeof ESCALATION_STAGES)[number];

/** Whom the service has told that a term runs out. */
export interface Escalation {
  readonly stage: EscalationStage;
  readonly at: Date;
  /** Staff account ids, the assignee first */
  readonly to: readonly string[];
}

/** An answer that did not help, while the controller has to look at it. */
export interface AnswerReview {
  readonly askedAt: Date;
  /** End of the day until which the citizen was promised the decision */
  readonly until: Date;
}

/** An answer while it waits to be signed. */
export interface AnswerToSign {
  readonly text: string;
  readonly files: readonly AppealFile[];
  /** Who wrote it */
  readonly authorId: string;
  readonly at: Date;
  /** Everybody whose appeal was joined with this one gets it too */
  readonly toAll?: boolean | undefined;
}

/** One message of the conversation. */
export interface AppealMessage {
  readonly id: string;
  readonly from: 'citizen' | 'staff';
  /** Staff account id; absent for the citizen */
  readonly authorId?: string | undefined;
  readonly text: string;
  readonly files: readonly AppealFile[];
  readonly at: Date;
  /** Key of the outbox row that carries it to the citizen (staff only) */
  readonly outboxKey?: string | undefined;
  /** No answer: the text is what the citizen is told, word for word */
  readonly notice?: AppealNotice | undefined;
  /** Whose name stands under the answer, where that is not its author */
  readonly signedById?: string | undefined;
  /** «01-12/345», as the office numbers its letters */
  readonly outgoingNumber?: string | undefined;
  /** Number of the appeal whose answer this one shares */
  readonly sharedFrom?: string | undefined;
  /** A refusal: it says where it can be appealed against */
  readonly refusal?: boolean | undefined;
}

/** Never shown to the citizen. */
export interface InternalNote {
  readonly id: string;
  readonly authorId: string;
  readonly text: string;
  readonly at: Date;
}

/** The citizen was told by telephone or letter what a messenger had not brought. */
export interface AppealCall {
  /** The answer they were told of */
  readonly messageId: string;
  /** Staff account id */
  readonly authorId: string;
  readonly at: Date;
}

export interface AppealHistoryEntry {
  readonly status: AppealStatus;
  readonly at: Date;
  /** Staff account id, `citizen` or `system` */
  readonly by: string;
  readonly reason?: string | undefined;
  /** Handed over to this department */
  readonly departmentId?: string | undefined;
  /** Given to this colleague; the citizen is not shown it */
  readonly assigneeId?: string | undefined;
  /** The status lasts until then: the longer term, the time to send what is missing, to decide about the answer */
  readonly until?: Date | undefined;
  /** Sent to the body it concerns */
  readonly outside?: OutsideLetter | undefined;
  /** The citizen was asked for these */
  readonly missing?: readonly MissingDetail[] | undefined;
  /** The citizen says that the answer did not help; or what was decided then */
  readonly review?: 'asked' | ReviewDecision | undefined;
  /** Colleagues were told that the term, which ends at `until`, runs out; the citizen is not shown it */
  readonly escalation?: EscalationStage | undefined;
  /** Those colleagues, by account */
  readonly told?: readonly string[] | undefined;
  /** Joined with this appeal, or (null) separated again; the citizen is not shown it */
  readonly mergedInto?: string | null | undefined;
  /** Access was limited, or opened again; the citizen is not shown it */
  readonly access?: 'limited' | 'open' | undefined;
}

/** Who writes, as article 5 of Law 393/96-ВР asks; absent behind the anonymous door. */
export interface Applicant {
  readonly fullName: string;
  /** '' where it was not given */
  readonly residence: string;
  /** `+380671234567`; of those who came without a messenger */
  readonly phone?: string | undefined;
}

export interface AppealPlace {
  readonly address?: string | undefined;
  readonly point?: Place | undefined;
}

/** Whether a comment on a draft act was taken into account. */
export const VERDICTS = ['taken', 'partly', 'rejected'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What was decided about a comment on a draft act. */
export interface Consideration {
  readonly verdict: Verdict;
  /** As the act's table gives it; '' where there is none */
  readonly reason: string;
  /** Staff account id */
  readonly by: string;
  readonly at: Date;
}

/** Why an appeal is seen only by those who work with it: it may show what the enemy must not know. */
export interface AccessLimit {
  /** Names of `militarySigns`; none where a person decided */
  readonly signs: readonly string[];
  /** Of the person */
  readonly reason?: string | undefined;
  /** Staff account id or `system` */
  readonly by: string;
  readonly at: Date;
}

/** A citizen's request that staff must answer (звернення). */
export interface Appeal {
  /** `Н-2026-000123` */
  readonly number: string;
  readonly channel: AppealChannel;
  /** Absent, like the address, where staff entered it */
  readonly subscriberId?: string | undefined;
  readonly address?: string | undefined;
  readonly door: AppealDoor;
  /** Where staff said it */
  readonly nature?: AppealNature | undefined;
  readonly applicant: Applicant | undefined;
  /** Who else signed a collective appeal */
  readonly coApplicants?: readonly Applicant[] | undefined;
  readonly category: AppealCategory;
  readonly departmentId: string;
  readonly place: AppealPlace | undefined;
  /** Id of the publication, a draft act, that it comments on */
  readonly commentsOn?: string | undefined;
  /** Whether that comment was taken into account */
  readonly consideration?: Consideration | undefined;
  readonly status: AppealStatus;
  readonly assigneeId: string | undefined;
  readonly receivedAt: Date;
  /**
   * When the office registers it: at once in office hours, else the next working day's opening. An anonymous
   * message is not registered: the time it was received
   */
  readonly registeredAt: Date;
  /** The office's own, «1457», where a person registered it */
  readonly incomingNumber?: string | undefined;
  /** End of the last day, 23:59:59 in the city's time; absent for the anonymous door */
  readonly dueAt: Date | undefined;
  readonly subject: string;
  readonly messages: readonly AppealMessage[];
  readonly notes: readonly InternalNote[];
  readonly history: readonly AppealHistoryEntry[];
  readonly calls?: readonly AppealCall[] | undefined;
  readonly rating: Rating | undefined;
  /** There while a decision about the answer is due */
  readonly review?: AnswerReview | undefined;
  /** The last time somebody was told of the term as it stands now */
  readonly escalation?: Escalation | undefined;
  /** There while the status is `awaiting-signature` */
  readonly toSign?: AnswerToSign | undefined;
  /** Number of the appeal that leads those of the same problem; each keeps its own number and term */
  readonly mergedInto?: string | undefined;
  /** There while its access is limited */
  readonly accessLimit?: AccessLimit | undefined;
  /** Why a person must look before it is registered; stays where they decide that it is no appeal */
  readonly quarantine?: QuarantineReason | undefined;
  /** When the person and all words were taken out of it: what is left is for counting */
  readonly pseudonymisedAt?: Date | undefined;
}

const APPLICANTS = { one: 'заявник', few: 'заявники', other: 'заявників' };

/** «колективне, 12 заявників»; undefined of one person's */
export function collectiveWords(applicants: number): string | undefined {
  if (applicants === 1) return undefined;
  return `колективне, ${applicants} ${pluralForm('uk', APPLICANTS, applicants)}`;
}

/** How many people signed it: one, unless it is collective. */
export function applicantCount({ coApplicants = [] }: Pick<Appeal, 'coApplicants'>): number {
  return 1 + coApplicants.length;
}
