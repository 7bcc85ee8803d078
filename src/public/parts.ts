import type { Broadcast } from '../domain/broadcast.js';
import type { TopicInfo } from '../domain/topic.js';
import type { ReadArchive } from '../services/broadcasts/archive.js';
import type { Organisation } from '../services/dialogue/ports.js';

/** A stored picture of a broadcast, or a file sent by staff. */
export interface PublicMedia {
  /** SHA-256 of the bytes, hex */
  readonly id: string;
  readonly contentType: string;
  read(): Promise<Uint8Array>;
}

/** A broadcast as it was sent, and its corrections and recall, oldest first. */
export interface SentBroadcast {
  readonly broadcast: Broadcast;
  readonly amendments: readonly Broadcast[];
}

/** A copy of somebody's data comes as a file to read and a file for programs. */
type CopyPart = 'text' | 'json';

/** Copies of people's data, for whoever holds the link of one. */
export interface CopyPages {
  /** Files not taken yet; undefined when there is no such copy (any more) */
  readonly look: (
    token: string,
  ) => Promise<{ readonly parts: readonly CopyPart[]; readonly until: Date } | undefined>;
  /** Hands a file out, once */
  readonly take: (
    token: string,
    part: CopyPart,
  ) => Promise<
    { readonly name: string; readonly contentType: string; readonly bytes: Uint8Array } | undefined
  >;
}

/** Everything the public pages are given: nothing of citizens, no session. */
export interface PublicParts {
  /** A broadcast whose sending has begun; undefined for drafts, amendments and unknown ids */
  readonly findSent: (id: string) => Promise<SentBroadcast | undefined>;
  readonly archive: ReadArchive;
  readonly topics: () => Promise<readonly TopicInfo[]>;
  readonly organisation: () => Promise<Pick<Organisation, 'councilName' | 'councilNameGenitive'>>;
  /** Where readers reach us, without a final slash */
  readonly origin: () => string;
  /** What was given a public name, never a citizen's file; undefined for every other name */
  readonly openMedia: (publicName: string) => Promise<PublicMedia | undefined>;
  /** Where a counted link of a broadcast leads, counting the opening or not; undefined for every other code */
  readonly follow: (code: string, isCounted: boolean) => Promise<string | undefined>;
  readonly copies: CopyPages;
  readonly timeZone: string;
}
