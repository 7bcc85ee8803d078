import type { PictureSource } from '../broadcasts/broadcasts.js';

/** One item as a feed has it, already text that people may read. */
export interface FeedItem {
  /** As the feed tells its items apart; any text */
  readonly guid: string | undefined;
  /** Absolute http or https address */
  readonly url: string | undefined;
  readonly title: string;
  /** Small safe markup, see `domain/markup.ts`; may be empty */
  readonly text: string;
  /** As the feed says; undefined when it does not, or not so that it can be read */
  readonly publishedAt: Date | undefined;
  /** Addresses over https, each once */
  readonly pictures: readonly PictureSource[];
}

export interface FeedDocument {
  /** The feed's own name; may be empty */
  readonly title: string;
  /** In the feed's order */
  readonly items: readonly FeedItem[];
}

/** What the server said of the version it gave. */
export interface FeedVersion {
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
}

/** A feed that was read, or `unchanged`: the server has nothing newer than the version it was asked about. */
export type FeedAnswer =
  | { readonly kind: 'unchanged' }
  | ({ readonly kind: 'document'; readonly document: FeedDocument } & FeedVersion);

export interface FeedReader {
  /** @throws {FeedError} when there is no feed to be had there */
  read(url: string, known: FeedVersion): Promise<FeedAnswer>;
}

/** Why there is no feed. */
export type FeedErrorKind =
  | 'html' // a page for people
  | 'blank' // an answer without a word
  | 'format' // something else that is neither RSS, Atom nor JSON Feed
  | 'broken' // begins as a feed, but does not end, or nests as no feed does
  | 'address' // no address that may be fetched: another scheme, our own network
  | 'tooLarge'
  | 'timeout'
  | 'redirects'
  | 'status' // the server refuses
  | 'network';

/** There is no feed there. The message is for the log; staff get a sentence by `kind`. */
export class FeedError extends Error {
  override readonly name = 'FeedError';

  constructor(
    readonly kind: FeedErrorKind,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
