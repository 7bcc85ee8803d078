import type { AudienceRule } from '../../domain/broadcast.js';
import type { ChannelId } from '../../domain/channel-id.js';
import type { Person } from '../../domain/inbound-event.js';
import type { Subscriber, SubscriberStatus } from '../../domain/subscriber.js';
import type { Topic } from '../../domain/topic.js';
import type { Page, PageRequest } from '../../lib/page.js';
import type { CensusGroup } from './census.js';
import type { ImportedSubscriber, SubscriberStats } from './subscriptions.js';

/** A person as the dialogue needs them: with the open question, and the inbox row that last moved it. */
export interface KnownPerson {
  readonly subscriber: Subscriber;
  readonly dialogueState: unknown;
  readonly lastInboxId: string | undefined;
}

/** A person as planning needs them. */
export interface AudienceMember
  extends Pick<Subscriber, 'id' | 'address' | 'locale' | 'deliveryMode' | 'digestAt'> {}

/** Somebody who was a member and left; they may be back by now. */
export interface FormerMember extends AudienceMember {
  readonly status: SubscriberStatus;
}

export type SubscriberChanges = Partial<
  Pick<
    Subscriber,
    | 'status'
    | 'topics'
    | 'deliveryMode'
    | 'digestAt'
    | 'quietHours'
    | 'locale'
    | 'consent'
    | 'source'
    | 'applicant'
    | 'appealConsent'
  > & {
    /** The name the person chose, instead of the messenger's */
    readonly ownName: string;
  }
>;

export interface SubscriberStore {
  /**
   * Finds the person or makes them known as `pending`; a name that came along is kept, unless they are erased.
   * @param heardAt when they opened a session, see `sessionOpenedAt`
   */
  ensureKnown(person: Person, heardAt?: Date): Promise<KnownPerson>;
  /** The person with their dialogue, or undefined when unknown. */
  known(id: string): Promise<KnownPerson | undefined>;
  /** Of these people, the ones a mailing may disturb: a form is begun, or they have quiet hours of their own. */
  disturbable(ids: readonly string[]): Promise<readonly KnownPerson[]>;
  find(channel: ChannelId, address: string): Promise<Subscriber | undefined>;
  get(id: string): Promise<Subscriber | undefined>;
  change(id: string, changes: SubscriberChanges): Promise<void>;
  /** Forgets everything about the person but the address, so that no import signs them up again. */
  erase(id: string, at: Date): Promise<void>;
  /** Forgets who signed: nothing known until then is offered for further appeals. */
  withdrawAppealConsent(id: string, at: Date): Promise<void>;
  /** Only active and pending people become unreachable: our own /stop stays a /stop. One update for all. */
  markUnreachable(ids: readonly string[]): Promise<void>;
  /** Back from `unreachable`: active again where there is a consent, else pending. */
  markReachable(id: string): Promise<void>;
  saveDialogue(id: string, state: unknown, inboxId: string): Promise<void>;
  /**
   * One bulk; people who stopped or were erased are left alone.
   * @param topics of newcomers for whom none are named; the built-in ones by default
   */
  importBatch(
    people: readonly ImportedSubscriber[],
    at: Date,
    topics?: readonly Topic[],
  ): Promise<{ readonly created: number; readonly updated: number }>;
  list(
    request: PageRequest & {
      readonly channel?: ChannelId | undefined;
      readonly status?: SubscriberStatus | undefined;
      readonly topic?: Topic | undefined;
    },
  ): Promise<Page<Subscriber>>;
  /** Ids of at most `limit` people with this very address, or whose name begins so. */
  search(q: string, limit: number): Promise<readonly string[]>;
  /** Names of those who have one, by id. */
  namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Statuses of those who are known, by id. */
  statusesOf(ids: readonly string[]): Promise<ReadonlyMap<string, SubscriberStatus>>;
  stats(): Promise<SubscriberStats>;
  /** How many people of each sort there are: a few hundred groups, however many people. */
  census(): Promise<readonly CensusGroup[]>;
  countAudience(rule: AudienceRule): Promise<Readonly<Record<ChannelId, number>>>;
  /** Those of a rule in Viber who were heard from after `since`. */
  countHeard(rule: AudienceRule, since: Date): Promise<number>;
  /** Those of `ids` who were heard from after `since`. */
  heardAmong(ids: readonly string[], since: Date): Promise<ReadonlySet<string>>;
  /** Active people of one messenger whom the rule chooses, by id after `afterId`, known before `until`. */
  audiencePage(
    rule: AudienceRule,
    channel: ChannelId,
    afterId: string | undefined,
    until: Date,
    limit: number,
  ): Promise<readonly AudienceMember[]>;
  /** Those of `ids` whom the rule chooses: active, of this messenger. */
  audienceAmong(
    rule: AudienceRule,
    channel: ChannelId,
    ids: readonly string[],
  ): Promise<readonly AudienceMember[]>;
  /** People whom the rule would choose but for their having stopped being active after `since`. */
  leftSince(rule: AudienceRule, channel: ChannelId, since: Date): Promise<readonly FormerMember[]>;
}
