import type { Feed, FeedSettings } from '../../domain/feed.js';
import type { Actor } from '../../domain/role.js';
import type { FeedDocument } from './reader.js';
import type { KnownItem } from './store.js';

/** What a look at an address shows; nothing is kept of it. */
export type Trial =
  | { readonly ok: true; readonly document: FeedDocument }
  | { readonly ok: false; readonly reason: string };

/** Feeds of sites that the council takes its news from. Changes are audited; all throw Refusal when they cannot. */
export interface Feeds {
  list(): Promise<readonly Feed[]>;
  get(id: string): Promise<Feed>;
  /** Its first look registers what is there as the past, and sends nothing of it. */
  add(settings: FeedSettings, actor: Actor): Promise<Feed>;
  /** The approval of what the feed sends passes to the actor. Another address begins with its past again. */
  change(id: string, settings: FeedSettings, actor: Actor): Promise<Feed>;
  pause(id: string, isPaused: boolean, actor: Actor): Promise<Feed>;
  /** Publications stay. */
  remove(id: string, actor: Actor): Promise<void>;
  /** Looks at an address and keeps nothing. */
  try(url: string, actor: Actor): Promise<Trial>;
  /** Looks now, whenever it is due. */
  look(id: string, actor: Actor): Promise<Feed>;
  /** Takes everything that the feed has as its past, and nothing of it is sent: the answer to an alarm. */
  acceptPast(id: string, actor: Actor): Promise<Feed>;
  /** Items that the source has changed and nobody has decided about, newest change first. */
  changed(id: string): Promise<readonly KnownItem[]>;
  /** @param isTaken the publication gets the new words; false: it stays as it is */
  decide(feedId: string, itemId: string, isTaken: boolean, actor: Actor): Promise<void>;
  /** Looks at every feed that is due. Never throws because of a feed. */
  lookAtDue(): Promise<void>;
}
