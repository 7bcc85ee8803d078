import type { Appeal, AppealCategory, AppealFile, AppealStatus } from '../../domain/appeal.js';
import type { ChannelId } from '../../domain/channel-id.js';
import type { CountedStatus } from '../../domain/delivery.js';
import type { Actor } from '../../domain/role.js';
import type { Page, PageRequest } from '../../lib/page.js';

export interface AppealFilter {
  readonly status?: AppealStatus | undefined;
  readonly channel?: ChannelId | undefined;
  readonly departmentId?: string | undefined;
  readonly category?: AppealCategory | undefined;
  /** Past `dueAt` and unanswered */
  readonly overdue?: boolean | undefined;
  /** Unanswered and due not later than this */
  readonly dueUntil?: Date | undefined;
  /** Staff account id; null: nobody has taken it */
  readonly assigneeId?: string | null | undefined;
  /** Only those somebody still owes an answer */
  readonly open?: boolean | undefined;
  /** Number, or words of whatever is written in it, of the applicant's name and of the place */
  readonly q?: string | undefined;
}

/** An appeal with what the page needs beside it. */
export interface AppealPage {
  readonly appeal: Appeal;
  readonly departmentName: string;
  readonly assigneeName: string | undefined;
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

/** A unit of the council. */
export interface Department {
  readonly id: string;
  readonly name: string;
  /** As it stands after «до»: «управління освіти» */
  readonly nameGenitive: string;
  /** Gets no new appeals; its name stays in old ones */
  readonly isArchived?: boolean | undefined;
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
  take(number: string, actor: Actor): Promise<AppealPage>;
  /** Only to a colleague who works with appeals of its department. */
  assign(number: string, assigneeId: string, actor: Actor): Promise<AppealPage>;
  /**
   * Sends the answer into the citizen's chat. An untaken appeal becomes the actor's. The same `requestId`
   * again sends nothing twice.
   */
  reply(
    number: string,
    answer: {
      readonly text: string;
      readonly files: readonly AppealFile[];
      readonly requestId?: string | undefined;
    },
    actor: Actor,
  ): Promise<AppealPage>;
  note(number: string, text: string, actor: Actor): Promise<AppealPage>;
  forward(number: string, departmentId: string, actor: Actor): Promise<AppealPage>;
  close(number: string, resolution: Resolution, actor: Actor): Promise<AppealPage>;
  /** Those that may be given an appeal */
  departments(): Promise<readonly Department[]>;
}
