import type { ChannelId } from '../../domain/channel-id.js';
import type { Picture } from '../../domain/content.js';
import type { Act, Publication } from '../../domain/publication.js';
import type { Topic } from '../../domain/topic.js';
import type { Page, PageRequest } from '../../lib/page.js';
import type { PublicationCounts, PublicationFilter } from './publications.js';

/** A publication about to be kept; its canonical address (`domain/canonical-url.ts`) is unique among those not deleted. */
export type NewPublication = Omit<Publication, 'id'> & {
  /** Undefined: the store chooses; a repeat under a chosen one adds nothing */
  readonly id: string | undefined;
  readonly canonicalUrl: string | undefined;
};

/** What an editor may change; a field that is there and undefined is taken away. */
export type PublicationChange = Partial<
  Omit<NewPublication, 'id' | 'createdAt' | 'source' | 'sentIn'> & Pick<Publication, 'status'>
>;

/** One photo that is to be fetched. */
export interface WaitingPhoto {
  readonly publicationId: string;
  readonly sourceUrl: string;
  readonly alt: string;
}

export interface PublicationStore {
  /**
   * Adds those whose canonical address nobody has yet.
   * @returns one for each that was given, in their order; undefined: the address is taken
   */
  insert(publications: readonly NewPublication[]): Promise<readonly (Publication | undefined)[]>;
  /** Those kept under one of these canonical addresses, by address. @param andDeleted deleted ones, too */
  byCanonicalUrl(urls: readonly string[], andDeleted: boolean): Promise<ReadonlyMap<string, Publication>>;
  /** Deleted ones, too */
  get(id: string): Promise<Publication | undefined>;
  /** Newest first by the moment it was published, drafts by when they were made. */
  list(request: PageRequest & PublicationFilter): Promise<Page<Publication>>;
  /** @param topics all that the city has */
  count(filter: PublicationFilter, topics: readonly Topic[]): Promise<PublicationCounts>;
  /** Changes what is not deleted. @returns 'taken' when another one has the address; undefined when there is none */
  change(id: string, change: PublicationChange, updatedAt: Date): Promise<Publication | 'taken' | undefined>;
  /** Its row stays; its address is free again. @returns undefined when there is none */
  remove(id: string, at: Date): Promise<Publication | undefined>;
  /** The first time counts; a draft is published by it. */
  markSent(id: string, channel: ChannelId, at: Date): Promise<void>;
  /** Other acts of this issuer and stage with this number, at most ten. */
  sameNumber(act: Pick<Act, 'issuer' | 'stage' | 'number'>): Promise<readonly Publication[]>;

  /** Oldest first */
  waitingPhotos(limit: number): Promise<readonly WaitingPhoto[]>;
  /** @param picture undefined: it could not be fetched */
  settlePhoto(photo: WaitingPhoto, picture: Picture | undefined): Promise<void>;
}
