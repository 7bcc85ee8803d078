import { canonicalUrl } from '../../domain/canonical-url.js';
import type { Feed } from '../../domain/feed.js';
import type { Publication } from '../../domain/publication.js';
import { Refusal } from '../../domain/refusal.js';
import { type Actor, can, SERVICE } from '../../domain/role.js';
import type { Audit } from '../audit/audit.js';
import type { BroadcastInput, Broadcasts, PictureSource } from '../broadcasts/broadcasts.js';
import type { PublicationInput, Publications } from '../publications/publications.js';
import { toBroadcastInput } from '../publications/to-broadcast.js';
import type { Comparison } from './compare.js';
import { hashOf, keyOf } from './identity.js';
import type { FeedItem } from './reader.js';
import type { FeedItemStore } from './store.js';

export interface PostingDeps {
  readonly items: Pick<FeedItemStore, 'add' | 'link' | 'rewrite'>;
  readonly publications: Pick<Publications, 'register' | 'registerMany'>;
  readonly broadcasts: Pick<
    Broadcasts,
    'create' | 'approve' | 'approvalRight' | 'list' | 'proposeCorrection'
  >;
  /** A staff account as it may act now; undefined when it may not any more */
  readonly actorOf: (staffId: string) => Promise<Actor | undefined>;
  readonly audit: Audit;
  readonly now: () => Date;
}

/** What becomes of the items of a feed. */
export interface Posting {
  /** Into the register, with their dates or as drafts; nothing is sent. */
  register(feed: Feed, items: readonly FeedItem[], isPublished: boolean): Promise<void>;
  /** As the feed's mode says. At most once: what a crash interrupts is in the register and is not sent. */
  post(feed: Feed, items: readonly FeedItem[]): Promise<void>;
  /** Keeps both versions for staff, and proposes a correction of what people have. Nothing is sent. */
  propose(edited: Comparison['edited']): Promise<void>;
  /** Whether somebody answers for what the feed sends; true of one that sends nothing. */
  isApproved(feed: Feed): Promise<boolean>;
}

/** Proposes what sources have changed; approves nothing. */
const FEEDS: Actor = { kind: 'system', id: 'feeds', name: 'Стрічка новин', roles: ['editor'] };
/** Said where the source gives only a title. */
const NO_TEXT = 'Докладніше – за посиланням.';
/** Broadcasts of one publication that a changed source can concern. */
const BROADCASTS_MAX = 20;

export function createPosting(deps: PostingDeps): Posting {
  const { items: store, publications, broadcasts, audit, now } = deps;

  return {
    async register(feed, items, isPublished) {
      await add(feed, items);
      await register(feed, items, isPublished);
    },

    async post(feed, items) {
      const approver = await approverOf(feed);
      // Whoever looks at the same moment has the others.
      const mine = await add(feed, items);
      const created = await register(feed, mine, feed.mode !== 'draft');
      if (!approver) return;
      for (const publication of created) await send(feed, publication, approver);
    },

    async propose(edited) {
      const at = now();
      for (const { known, item } of edited) {
        await store.rewrite(known.id, { ...item, hash: hashOf(item), at }, true);
        if (known.publicationId !== undefined) await proposeCorrection(known.publicationId, item);
      }
    },

    async isApproved(feed) {
      return feed.mode === 'draft' || (await approverOf(feed)) !== undefined;
    },
  };

  /** Before anything is done with them, so that nothing is done twice. @returns those that nobody had yet */
  async function add(feed: Feed, items: readonly FeedItem[]): Promise<readonly FeedItem[]> {
    const seenAt = now();
    const added = await store.add(items.map((item) => toKnown(feed, item, seenAt)));
    return items.filter((item) => added.has(keyOf(item)));
  }

  /** @returns the publications that are new to the register */
  async function register(feed: Feed, items: readonly FeedItem[], isPublished: boolean) {
    const seenAt = now();
    const by = { actor: SERVICE, source: 'feed' } as const;
    const input = (item: FeedItem) => toPublicationInput(feed, item, isPublished, seenAt);
    const withUrl = items.filter(({ url }) => url !== undefined);
    const { created, kept } = await publications.registerMany(withUrl.map(input), by);
    const keys = new Map(withUrl.map((item) => [addressOf(item), keyOf(item)]));
    const ids = new Map([...kept, ...created].map((one) => [keys.get(addressOf(one)) ?? '', one.id]));
    const others: Publication[] = [];
    for (const item of items.filter(({ url }) => url === undefined)) {
      const { publication } = await publications.register(input(item), by);
      ids.set(keyOf(item), publication.id);
      others.push(publication);
    }
    await store.link(feed.id, ids);
    return [...created, ...others];
  }

  /** A kind that needs a second person stays a draft. */
  async function send(feed: Feed, publication: Publication, approver: Actor): Promise<void> {
    const input = toBroadcastInput(publication);
    const delivery = feed.mode === 'digest' ? 'digest' : 'instant';
    const media = firstPicture(publication);
    try {
      const draft = await create({ ...input, text: input.text || NO_TEXT, delivery, media }, approver);
      const isUsual = (await broadcasts.approvalRight(draft, approver)) === 'usual';
      if (isUsual) await broadcasts.approve(draft.id, { hash: draft.hash }, approver);
      await audit.record({
        actor: FEEDS,
        action: isUsual ? 'feed.send' : 'feed.draft',
        subject: feed.id,
        after: { publication: publication.id, broadcast: draft.id, approvedBy: isUsual ? approver.id : null },
      });
    } catch (error) {
      // It stays in the register, where staff send it by hand.
      if (!(error instanceof Refusal)) throw error;
    }
  }

  /** A picture that cannot be had keeps no news back. */
  async function create(input: BroadcastInput, approver: Actor) {
    try {
      return await broadcasts.create(input, approver);
    } catch (error) {
      if (!(error instanceof Refusal) || input.media.length === 0) throw error;
      return broadcasts.create({ ...input, media: [] }, approver);
    }
  }

  async function proposeCorrection(publicationId: string, { title, text }: FeedItem): Promise<void> {
    const { items: sent } = await broadcasts.list({ publicationId, limit: BROADCASTS_MAX });
    for (const { id, startedAt } of sent) {
      if (startedAt === undefined) continue;
      try {
        await broadcasts.proposeCorrection(id, text || title, FEEDS);
      } catch (error) {
        // The words are those that people have, or it was recalled: there is nothing to correct.
        if (!(error instanceof Refusal)) throw error;
      }
    }
  }

  async function approverOf({ mode, approvedBy }: Feed): Promise<Actor | undefined> {
    const actor = mode === 'draft' ? undefined : await deps.actorOf(approvedBy);
    return actor && can(actor, 'broadcasts.write') && can(actor, 'broadcasts.approve') ? actor : undefined;
  }
}

function toKnown(feed: Feed, item: FeedItem, seenAt: Date) {
  const { guid, url, title, text } = item;
  const words = { title, text, hash: hashOf(item) };
  return {
    ...words,
    feedId: feed.id,
    key: keyOf(item),
    guid,
    url,
    seenAt,
    publicationId: undefined,
    change: undefined,
  };
}

/** A date that has not come yet, or that the feed does not say, is the moment it was seen. */
function toPublicationInput(
  { id, kind, topic }: Feed,
  { title, text, url, publishedAt, pictures }: FeedItem,
  isPublished: boolean,
  seenAt: Date,
): PublicationInput {
  const at = publishedAt && publishedAt < seenAt ? publishedAt : seenAt;
  const appearedAt = isPublished ? at : undefined;
  return { kind, topic, title, text, url, feedId: id, publishedAt: appearedAt, photos: pictures };
}

/** The register fetches all of them afterwards; the news waits for one. */
function firstPicture({ photos }: Publication): PictureSource[] {
  return photos
    .flatMap(({ sourceUrl, alt }) => (sourceUrl === undefined ? [] : [{ url: sourceUrl, alt }]))
    .slice(0, 1);
}

function addressOf({ url }: { readonly url: string | undefined }): string {
  return canonicalUrl(url ?? '') ?? '';
}
