import type { GuardedResponse } from '../lib/guarded-fetch.js';
import { GuardedFetchError, type GuardedFetchErrorKind } from '../lib/guarded-fetch-error.js';
import {
  FeedError,
  type FeedErrorKind,
  type FeedReader,
  type FeedVersion,
} from '../services/feeds/reader.js';
import { parseFeed } from './parse-feed.js';

/** What one look may take; sentences to staff name these numbers (`services/feeds/failure-words.ts`). */
export const FEED_FETCH_LIMITS = {
  maxBytes: 5_000_000,
  timeoutMs: 20_000,
  maxRedirects: 5,
  allowHttp: true,
} as const;

export interface FeedReaderDeps {
  /** The guarded fetch within `FEED_FETCH_LIMITS`; tests give their own */
  readonly fetch: (
    url: string,
    headers: Readonly<Record<string, string>>,
  ) => Promise<Pick<GuardedResponse, 'status' | 'bytes' | 'contentType' | 'headers' | 'finalUrl'>>;
  readonly timeZone: string;
}

/** Longest validator that is sent back. */
const VALIDATOR_MAX = 500;

/** Feeds of the web: asked for only what is newer than the version we have. */
export function createFeedReader({ fetch, timeZone }: FeedReaderDeps): FeedReader {
  return {
    async read(url, known) {
      const response = await fetch(url, conditions(known)).catch((error: unknown) => {
        throw error instanceof GuardedFetchError ? toFeedError(error) : error;
      });
      if (response.status === 304) return { kind: 'unchanged' };
      const { bytes, contentType, headers, finalUrl } = response;
      return {
        kind: 'document',
        document: parseFeed(bytes, contentType, { url: finalUrl, timeZone }),
        etag: validator(headers.etag),
        lastModified: validator(headers['last-modified']),
      };
    },
  };
}

/** @see https://www.rfc-editor.org/rfc/rfc9110#section-13 */
function conditions({ etag, lastModified }: FeedVersion): Readonly<Record<string, string>> {
  return {
    accept:
      'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5',
    ...(etag === undefined ? {} : { 'if-none-match': etag }),
    ...(lastModified === undefined ? {} : { 'if-modified-since': lastModified }),
  };
}

/** What could not stand in a header of ours is not kept. */
function validator(value: string | undefined): string | undefined {
  return value !== undefined && value.length <= VALIDATOR_MAX && /^[\x20-\x7e]+$/.test(value)
    ? value
    : undefined;
}

const KINDS: Readonly<Record<GuardedFetchErrorKind, FeedErrorKind>> = {
  url: 'address',
  scheme: 'address',
  forbiddenAddress: 'address',
  tooLarge: 'tooLarge',
  timeout: 'timeout',
  redirects: 'redirects',
  status: 'status',
  network: 'network',
};

function toFeedError(error: GuardedFetchError): FeedError {
  return new FeedError(KINDS[error.kind], error.message, { cause: error });
}
