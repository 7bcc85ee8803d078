import type { Feed, FeedSettings } from '../../domain/feed.js';
import { Refusal } from '../../domain/refusal.js';
import { type Actor, can } from '../../domain/role.js';
import type { Logger } from '../../lib/log.js';
import { allow, refuseRole } from '../broadcasts/steps.js';
import type { Publications } from '../publications/publications.js';
import type { Topics } from '../topics/topics.js';
import { FAILURE_WORDS } from './failure-words.js';
import type { Feeds } from './feeds.js';
import { createLook } from './looking.js';
import { createPosting, type PostingDeps } from './posting.js';
import { FeedError, type FeedReader } from './reader.js';
import { FEEDS_MAX, type FeedItemStore, type FeedStore } from './store.js';

export interface FeedsDeps extends Omit<PostingDeps, 'items' | 'publications'> {
  readonly store: FeedStore;
  readonly items: FeedItemStore;
  readonly publications: Pick<Publications, 'register' | 'registerMany' | 'change'>;
  readonly reader: FeedReader;
  readonly topics: Pick<Topics, 'assertKnown'>;
  readonly log: Logger;
}

/** A look that nobody finished is taken up again after this long. */
const CLAIM_MS = 10 * 60_000;
/** Feeds that are looked at at the same time. */
const AT_ONCE = 4;
/** Changed items shown at a time. */
const CHANGED_MAX = 50;

/** The use cases of feeds. */
export function createFeeds(deps: FeedsDeps): Feeds {
  const { store, items, reader, audit, now } = deps;
  const look = createLook({ store, items, reader, posting: createPosting(deps), now });

  return {
    list: () => store.list(),
    get: found,

    async add(settings, actor) {
      assertMay(settings, actor);
      await deps.topics.assertKnown([settings.topic]);
      if ((await store.list()).length >= FEEDS_MAX)
        throw new Refusal('conflict', 'feed.too-many', `Стрічок може бути не більше ніж ${FEEDS_MAX}.`);
      const feed = await store.insert({
        ...settings,
        ...NEW,
        approvedBy: actor.id,
        createdAt: now(),
        nextLookAt: now(),
      });
      await audit.record({ actor, action: 'feed.add', subject: feed.id, after: settings });
      return feed;
    },

    async change(id, settings, actor) {
      assertMay(settings, actor);
      await deps.topics.assertKnown([settings.topic]);
      const before = await found(id);
      const anew =
        settings.url === before.url ? {} : { ...NEW, isPaused: before.isPaused, goodAt: undefined };
      return changed(
        'change',
        before,
        { ...settings, ...anew, approvedBy: actor.id, nextLookAt: now() },
        actor,
      );
    },

    async pause(id, isPaused, actor) {
      assertMay(undefined, actor);
      return changed(isPaused ? 'pause' : 'resume', await found(id), { isPaused, nextLookAt: now() }, actor);
    },

    async remove(id, actor) {
      assertMay(undefined, actor);
      const { name, url } = await found(id);
      await store.remove(id);
      await audit.record({ actor, action: 'feed.remove', subject: id, before: { name, url } });
    },

    async try(url, actor) {
      assertMay(undefined, actor);
      try {
        const answer = await reader.read(url, { etag: undefined, lastModified: undefined });
        if (answer.kind === 'document') return { ok: true, document: answer.document };
        return { ok: false, reason: FAILURE_WORDS.blank };
      } catch (error) {
        if (error instanceof FeedError) return { ok: false, reason: FAILURE_WORDS[error.kind] };
        throw error;
      }
    },

    async look(id, actor) {
      assertMay(undefined, actor);
      return lookClaimed(await found(id));
    },

    async acceptPast(id, actor) {
      assertMay(undefined, actor);
      const feed = await found(id);
      await changed(
        'accept-past',
        feed,
        { importedAt: undefined, alarm: undefined, etag: undefined, lastModified: undefined },
        actor,
      );
      return lookClaimed(await found(id));
    },

    async changed(id) {
      return items.changed((await found(id)).id, CHANGED_MAX);
    },

    async decide(feedId, itemId, isTaken, actor) {
      assertMay(undefined, actor);
      const item = await items.get(itemId);
      if (item?.feedId !== feedId || !item.change)
        throw new Refusal('notFound', 'feed.item-unknown', 'Про цю зміну вже вирішено.');
      const { title, text } = item.change;
      if (isTaken && item.publicationId !== undefined)
        await deps.publications.change(item.publicationId, { title, text }, actor);
      await items.settle(itemId);
      await audit.record({ actor, action: 'feed.decide', subject: feedId, after: { isTaken, title } });
    },

    async lookAtDue() {
      const due = (await store.list()).filter(({ isPaused, nextLookAt }) => !isPaused && nextLookAt <= now());
      const lane = async () => {
        for (let feed = due.shift(); feed; feed = due.shift()) {
          const { id } = feed;
          await lookClaimed(feed).catch((error: unknown) =>
            deps.log.error({ err: error, feed: id }, 'feed: look failed'),
          );
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, lane));
    },
  };

  async function found(id: string): Promise<Feed> {
    const feed = await store.get(id);
    if (!feed) throw new Refusal('notFound', 'feed.unknown', 'Такої стрічки немає.');
    return feed;
  }

  async function changed(
    action: string,
    before: Feed,
    changes: Partial<Omit<Feed, 'id'>>,
    actor: Actor,
  ): Promise<Feed> {
    const after = await store.change(before.id, changes);
    await audit.record({
      actor,
      action: `feed.${action}`,
      subject: before.id,
      before: audited(before),
      after: audited(after ?? before),
    });
    return after ?? before;
  }

  /** Two processes, or a person and the crontab, look at a feed one after the other. */
  async function lookClaimed(feed: Feed): Promise<Feed> {
    const until = new Date(now().getTime() + CLAIM_MS);
    if (!(await store.claim(feed.id, feed.nextLookAt, until))) return found(feed.id);
    return (await look(feed)) ?? feed;
  }
}

const NEW = {
  isPaused: false,
  importedAt: undefined,
  lookedAt: undefined,
  goodAt: undefined,
  failures: 0,
  failure: undefined,
  alarm: undefined,
  etag: undefined,
  lastModified: undefined,
} as const;

/** @param settings to be set: a feed that sends is set by a person who may approve broadcasts */
function assertMay(settings: FeedSettings | undefined, actor: Actor): void {
  allow(actor, 'publications.write', 'settings.write');
  if (settings === undefined || settings.mode === 'draft') return;
  if (actor.kind !== 'staff' || !can(actor, 'broadcasts.write') || !can(actor, 'broadcasts.approve'))
    throw refuseRole();
}

function audited({ name, url, kind, topic, mode, intervalMinutes, isPaused, approvedBy }: Feed) {
  return { name, url, kind, topic, mode, intervalMinutes, isPaused, approvedBy };
}
