import type { Appeal } from '../appeal.js';
import type { Broadcast } from '../broadcast.js';
import type { ChannelId } from '../channel-id.js';
import type { MediaHandOver, Publication } from '../publication.js';

/** A publication of the month, as far as it is counted; drafts and deleted ones are not among them. */
export interface MonthPublication
  extends Pick<
    Publication,
    'id' | 'kind' | 'title' | 'url' | 'preparedBy' | 'credit' | 'act' | 'event' | 'holidayIds'
  > {
  readonly publishedAt: Date;
  /** Without those that could not be fetched */
  readonly photoCount: number;
  /** Name of the department that held the event; undefined: no event, or somebody else’s */
  readonly department: string | undefined;
}

/** A hand-over of the month, with the material it was of. */
export interface MonthHandOver extends MediaHandOver {
  readonly publicationId: string;
  readonly title: string;
  readonly url: string | undefined;
  readonly preparedBy: string | undefined;
}

/** An appeal received in the month; nothing of who wrote it. */
export type MonthAppeal = Pick<
  Appeal,
  | 'number'
  | 'channel'
  | 'door'
  | 'category'
  | 'departmentId'
  | 'subject'
  | 'receivedAt'
  | 'dueAt'
  | 'history'
  | 'rating'
> & {
  /** How many people signed it */
  readonly applicants: number;
};

/** Somebody who was subscribed when the month ended. */
export interface MonthSubscriber {
  readonly id: string;
  readonly channel: ChannelId;
  readonly since: Date;
}

/** A broadcast that began to be sent in the month. */
export interface MonthBroadcast extends Pick<Broadcast, 'id' | 'title'> {
  readonly startedAt: Date;
}

/** Everything a month's numbers are counted from. */
export interface MonthFacts {
  readonly publications: readonly MonthPublication[];
  readonly handOvers: readonly MonthHandOver[];
  readonly appeals: readonly MonthAppeal[];
  /** Who was subscribed when the month ended: counted here, as they are tens of thousands; told when asked for */
  readonly subscriberCounts: Readonly<Record<ChannelId, number>>;
  readonly broadcasts: readonly MonthBroadcast[];
}
