import type { ChannelId } from '../../domain/channel-id.js';
import type { Picture } from '../../domain/content.js';
import type {
  ActIssuer,
  ActStage,
  Publication,
  PublicationKind,
  PublicationSource,
  PublicationStatus,
} from '../../domain/publication.js';
import type { Actor } from '../../domain/role.js';
import type { Topic } from '../../domain/topic.js';
import type { Page, PageRequest } from '../../lib/page.js';
import type { PictureSource } from '../broadcasts/broadcasts.js';

/** What is known of a material. Without `publishedAt` it is a draft; `photos` are fetched afterwards. */
export type PublicationInput = Pick<Publication, 'kind' | 'topic' | 'title' | 'text'> &
  Partial<
    Pick<
      Publication,
      | 'url'
      | 'publishedAt'
      | 'preparedBy'
      | 'credit'
      | 'handOvers'
      | 'act'
      | 'event'
      | 'holidayIds'
      | 'feedId'
    >
  > & { readonly photos?: readonly PictureSource[] | undefined };

/** Its id may be chosen beforehand by whoever must not make it twice: a repeat adds nothing. */
export type FirstPublicationInput = PublicationInput & { readonly id?: string | undefined };

/** Who brings it in, and by which way. */
export interface Bringer {
  /** Needs `publications.write`, unless it is the service itself */
  readonly actor: Actor;
  readonly source: PublicationSource;
}

export interface PublicationFilter {
  readonly kind?: PublicationKind | undefined;
  readonly topic?: Topic | undefined;
  /** Omitted: drafts and published, never deleted */
  readonly status?: PublicationStatus | undefined;
  /** Published from this moment on; drafts are left out then */
  readonly from?: Date | undefined;
  /** Published before this moment; drafts are left out then */
  readonly to?: Date | undefined;
  readonly issuer?: ActIssuer | undefined;
  readonly stage?: ActStage | undefined;
  readonly feedId?: string | undefined;
  readonly holidayId?: string | undefined;
  /** Beginnings of words of the title, of the act's number or the event's name, in any order */
  readonly text?: string | undefined;
}

/** Something an editor should know; nothing is refused for it. */
export interface PublicationWarning {
  /** Stable: `act.missing`, `act.draft-too-late`, `act.number-taken`, `event-report.no-photo`, `photo.failed`, `photo.no-alt` */
  readonly code: string;
  /** Ukrainian sentence for staff */
  readonly message: string;
}

/** How many of each kind, and of all together. */
export interface PublicationCounts {
  readonly total: number;
  readonly kinds: Readonly<Record<PublicationKind, number>>;
}

/** The register of what the department publishes. Changes are audited; all throw Refusal when they cannot. */
export interface Publications {
  /** The same canonical address is the same publication: the kept one is given back as it is. Equal titles are not. */
  register(
    input: FirstPublicationInput,
    by: Bringer,
  ): Promise<{ readonly publication: Publication; readonly isNew: boolean }>;
  /** Many at once. What a person deleted does not come back by a feed: it counts as kept. */
  registerMany(
    inputs: readonly PublicationInput[],
    by: Bringer,
  ): Promise<{ readonly created: readonly Publication[]; readonly kept: readonly Publication[] }>;
  /** What is absent stays; undefined takes a field away. */
  change(id: string, changes: Partial<PublicationInput>, actor: Actor): Promise<Publication>;
  /** @param at when it appeared; now by default */
  publish(id: string, at: Date | undefined, actor: Actor): Promise<Publication>;
  remove(id: string, actor: Actor): Promise<void>;
  /** Photos by their address (fetched afterwards) or kept already; at most fifty of one publication. */
  addPhotos(id: string, photos: readonly (PictureSource | Picture)[], actor: Actor): Promise<Publication>;
  /** @param place of the photo among the publication's, from 0 */
  removePhoto(id: string, place: number, actor: Actor): Promise<Publication>;
  get(id: string): Promise<Publication>;
  /** What an editor should know of it, before it appears too */
  warnings(publication: Publication): Promise<readonly PublicationWarning[]>;
  /** Newest first */
  list(request: PageRequest & PublicationFilter): Promise<Page<Publication>>;
  count(filter: PublicationFilter): Promise<PublicationCounts>;
  /** A broadcast of it has begun to be sent: a draft is published by that. A repeat changes nothing. */
  markSent(id: string, channel: ChannelId, at: Date): Promise<void>;
}
