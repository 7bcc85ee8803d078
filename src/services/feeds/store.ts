import type { Feed } from '../../domain/feed.js';

/** The words of an item at one moment. */
export interface ItemVersion {
  readonly title: string;
  readonly text: string;
  /** Of both, see `identity.ts` */
  readonly hash: string;
}

/** An item that the feed has brought, and what became of it. */
export interface KnownItem extends ItemVersion {
  readonly id: string;
  readonly feedId: string;
  /** What tells items of the feed apart, see `identity.ts` */
  readonly key: string;
  readonly guid: string | undefined;
  readonly url: string | undefined;
  readonly seenAt: Date;
  /** Undefined for one that was caught by a crash: it comes into the register by hand */
  readonly publicationId: string | undefined;
  /** The source has changed it since, and nobody has decided about that yet */
  readonly change: (ItemVersion & { readonly at: Date }) | undefined;
}

/** Feeds, in the order they were added; at most {@link FEEDS_MAX}. */
export interface FeedStore {
  list(): Promise<readonly Feed[]>;
  get(id: string): Promise<Feed | undefined>;
  insert(feed: Omit<Feed, 'id'>): Promise<Feed>;
  /** What is undefined is taken away. @returns undefined when there is no such feed */
  change(id: string, changes: Partial<Omit<Feed, 'id'>>): Promise<Feed | undefined>;
  /** Takes the look that is due at `due` for oneself until then. @returns false when somebody else has */
  claim(id: string, due: Date, until: Date): Promise<boolean>;
  /** With its items; their publications stay. */
  remove(id: string): Promise<void>;
}

/** Items by feed. */
export interface FeedItemStore {
  /** Items of the feed with one of these keys or guids. */
  known(feedId: string, keys: readonly string[], guids: readonly string[]): Promise<readonly KnownItem[]>;
  /** Which of these words the feed has brought before, under whatever address. */
  knownHashes(feedId: string, hashes: readonly string[]): Promise<ReadonlySet<string>>;
  /** What is there already stays as it is. @returns keys of those that were not there */
  add(items: readonly Omit<KnownItem, 'id'>[]): Promise<ReadonlySet<string>>;
  /** @param publicationIds by key */
  link(feedId: string, publicationIds: ReadonlyMap<string, string>): Promise<void>;
  /** The source says it otherwise now; `isNoticed` keeps the earlier words beside until somebody decides. */
  rewrite(id: string, version: ItemVersion & { readonly at: Date }, isNoticed: boolean): Promise<void>;
  get(id: string): Promise<KnownItem | undefined>;
  /** Changed by the source and not decided about, newest change first, at most `limit`. */
  changed(feedId: string, limit: number): Promise<readonly KnownItem[]>;
  /** The changed words are the known ones from now on. */
  settle(id: string): Promise<void>;
}

/** Feeds of a council; each is looked at in its turn. */
export const FEEDS_MAX = 100;
