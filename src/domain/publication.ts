import type { BroadcastKind } from './broadcast.js';
import type { ChannelId } from './channel-id.js';
import type { Picture } from './content.js';
import type { Topic } from './topic.js';

/** What the department publishes; an alert is sent, never published. */
export const PUBLICATION_KINDS = [
  'news',
  'announcement',
  'greeting',
  'anons',
  'act',
  'video',
  'article',
  'event-report',
] as const satisfies readonly BroadcastKind[];
export type PublicationKind = (typeof PUBLICATION_KINDS)[number];

/** Who issues an act; each numbers its own. */
export const ACT_ISSUERS = ['council', 'executive-committee', 'mayor'] as const;
export type ActIssuer = (typeof ACT_ISSUERS)[number];

/** An order is the mayor's only stage and only his. A draft and the act it became are two publications. */
export const ACT_STAGES = ['draft', 'adopted', 'order'] as const;
export type ActStage = (typeof ACT_STAGES)[number];

export interface Act {
  readonly issuer: ActIssuer;
  readonly stage: ActStage;
  /** As printed: `12-49/2021` */
  readonly number: string;
  /** Calendar day of the act, or of the session that is to decide on a draft, `YYYY-MM-DD` */
  readonly date: string;
  /** Last calendar day of the public discussion of a draft, `YYYY-MM-DD` */
  readonly discussionUntil: string | undefined;
}

export const EVENT_KINDS = [
  'meeting',
  'session',
  'encounter',
  'seminar',
  'interview',
  'public-council',
  'other',
] as const;
/** нарада, засідання, зустріч, семінар, співбесіда, засідання Громадської ради, інше */
export type EventKind = (typeof EVENT_KINDS)[number];

export interface PublicationEvent {
  readonly kind: EventKind;
  /** Id of the department that held it; undefined: somebody else */
  readonly departmentId: string | undefined;
  readonly name: string;
  /** After «Взяли участь», with its preposition: «у семінарі «Комунікація …»»; entered by a person */
  readonly nameLocative: string | undefined;
  /** «До звіту»: named in the monthly report */
  readonly inReport: boolean;
  /** Its place among those named in the report, from 1; undefined: by date */
  readonly reportOrder: number | undefined;
}

export const MEDIA_TYPES = [
  'information',
  'article',
  'message',
  'announcement',
  'greeting',
  'anons',
] as const;
/** What is given to outlets: інформація, стаття, повідомлення, оголошення, привітання, анонс */
export type MediaType = (typeof MEDIA_TYPES)[number];

/** One hand-over of a material to one outlet. */
export interface MediaHandOver {
  readonly type: MediaType;
  /** «Вісті», «ДКП ТРК «Ніжинське телебачення»» */
  readonly outlet: string;
  readonly at: Date;
}

/** A photo as it came: fetched afterwards, flagged when that failed, never refused. */
export interface Photo {
  /** Where it was found; undefined for one that was uploaded */
  readonly sourceUrl: string | undefined;
  readonly alt: string;
  readonly status: 'waiting' | 'kept' | 'failed';
  /** The stored picture, without EXIF, once it is kept */
  readonly picture: Picture | undefined;
}

export const PUBLICATION_STATUSES = ['draft', 'published', 'deleted'] as const;
/** A draft is not counted anywhere; what was deleted keeps its row. */
export type PublicationStatus = (typeof PUBLICATION_STATUSES)[number];

/** Who brought it in. */
export const PUBLICATION_SOURCES = ['staff', 'api', 'csv', 'feed', 'calendar'] as const;
export type PublicationSource = (typeof PUBLICATION_SOURCES)[number];

/** One material of the department. */
export interface Publication {
  readonly id: string;
  readonly kind: PublicationKind;
  readonly topic: Topic;
  readonly title: string;
  /** Small safe markup, see `markup.ts`; may be empty for what is only registered */
  readonly text: string;
  /** As it was given; its canonical form (`canonical-url.ts`) is unique among publications */
  readonly url: string | undefined;
  readonly status: PublicationStatus;
  /** Undefined for a draft */
  readonly publishedAt: Date | undefined;
  /** Name of the person who prepared it, as the report's lists show it */
  readonly preparedBy: string | undefined;
  /** Whose video it is: «ДКП ТРК «Ніжинське телебачення»» */
  readonly credit: string | undefined;
  readonly photos: readonly Photo[];
  readonly handOvers: readonly MediaHandOver[];
  /** When it first went out by each messenger; `sentIn` by Visnyk's own broadcasts */
  readonly sentIn: Readonly<Partial<Record<ChannelId, Date>>>;
  readonly act: Act | undefined;
  readonly event: PublicationEvent | undefined;
  /** Ids of the holidays a greeting is for (`holidays.ts`) */
  readonly holidayIds: readonly string[];
  readonly source: PublicationSource;
  /** The feed it came by */
  readonly feedId: string | undefined;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
