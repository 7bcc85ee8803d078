import type { Feed, FeedAlarm } from '../../domain/feed.js';
import { type Comparison, compare } from './compare.js';
import { FAILURE_WORDS } from './failure-words.js';
import { distinct, hashOf, keyOf } from './identity.js';
import { nextLook } from './next-look.js';
import type { Posting } from './posting.js';
import { type FeedAnswer, FeedError, type FeedReader } from './reader.js';
import type { FeedItemStore, FeedStore } from './store.js';
import { isLate, suspicionOf } from './suspicion.js';

const DAY_MS = 24 * 60 * 60_000;

export interface LookingDeps {
  readonly store: Pick<FeedStore, 'change'>;
  readonly items: Pick<FeedItemStore, 'known' | 'knownHashes' | 'rewrite'>;
  readonly reader: FeedReader;
  readonly posting: Posting;
  readonly now: () => Date;
}

/** What a look found out about the feed itself. */
type Outcome = Partial<Omit<Feed, 'id'>>;

/**
 * One look at a feed: what is new is posted as the feed's mode says, what has changed is proposed, and what looks
 * like the past, or like no feed, is held until a person has seen it.
 */
export function createLook(deps: LookingDeps): (feed: Feed) => Promise<Feed | undefined> {
  const { store, items, reader, posting } = deps;

  return async (feed) => {
    const outcome = await reader.read(feed.url, knownVersion(feed)).then(
      (answer) => taken(feed, answer),
      (error: unknown) => failed(feed, error),
    );
    const now = deps.now();
    const { failures = 0 } = outcome;
    return store.change(feed.id, {
      ...outcome,
      lookedAt: now,
      nextLookAt: nextLook({ ...feed, failures }, now),
    });
  };

  async function taken(feed: Feed, answer: FeedAnswer): Promise<Outcome> {
    if (answer.kind === 'unchanged') return good(feed);
    const { document, etag, lastModified } = answer;
    const found = distinct(document.items);
    if (found.length === 0)
      return feed.importedAt ? alarmed('empty', EMPTY) : { ...(await good(feed)), etag, lastModified };
    const guids = found.flatMap(({ guid }) => guid ?? []);
    const comparison = compare(found, await items.known(feed.id, found.map(keyOf), guids));
    if (!feed.importedAt) {
      await takeAsPast(feed, comparison);
      return { ...(await good(feed)), etag, lastModified, importedAt: deps.now() };
    }
    const goodAt = feed.goodAt ?? feed.createdAt;
    const suspicion = await suspicionAbout(feed, comparison, goodAt);
    if (suspicion) return alarmed(suspicion.code, suspicion.reason);
    const late = comparison.fresh.filter((item) => isLate(item, goodAt));
    await posting.register(feed, [...comparison.interrupted, ...late], feed.mode !== 'draft');
    await posting.post(
      feed,
      comparison.fresh.filter((item) => !late.includes(item)),
    );
    await posting.propose(comparison.edited);
    return { ...(await good(feed)), etag, lastModified };
  }

  async function takeAsPast(feed: Feed, { fresh, interrupted, edited }: Comparison): Promise<void> {
    await posting.register(feed, [...interrupted, ...fresh], true);
    for (const { known, item } of edited)
      await items.rewrite(known.id, { ...item, hash: hashOf(item), at: deps.now() }, false);
  }

  async function suspicionAbout(feed: Feed, comparison: Comparison, goodAt: Date) {
    const knownHashes = await items.knownHashes(feed.id, comparison.fresh.map(hashOf));
    return suspicionOf(comparison, { goodAt, knownHashes });
  }

  async function good(feed: Feed): Promise<Outcome> {
    const isApproved = await posting.isApproved(feed);
    return {
      goodAt: deps.now(),
      failures: 0,
      failure: undefined,
      alarm: isApproved ? undefined : { code: 'approver', reason: NOT_APPROVED, at: deps.now() },
    };
  }

  /** What came is a feed, so it is not a failure; but nothing of it counts as seen. */
  function alarmed(code: FeedAlarm['code'], reason: string): Outcome {
    return { failures: 0, failure: undefined, alarm: { code, reason, at: deps.now() } };
  }

  function failed(feed: Feed, error: unknown): Outcome {
    if (!(error instanceof FeedError)) throw error;
    const failure = FAILURE_WORDS[error.kind];
    const alarm = alarmOf(feed, error, failure);
    return { failures: feed.failures + 1, failure, ...(alarm ? { alarm } : {}) };
  }

  function alarmOf(feed: Feed, { kind }: FeedError, reason: string): FeedAlarm | undefined {
    const at = deps.now();
    if (feed.importedAt && kind === 'html') return { code: 'html', reason, at };
    if (feed.importedAt && kind === 'blank') return { code: 'empty', reason, at };
    const since = feed.goodAt ?? feed.createdAt;
    if (at.getTime() - since.getTime() < DAY_MS) return undefined;
    return { code: 'down', reason: `Стрічка не працює довше ніж добу. ${reason}`, at };
  }
}

const EMPTY = 'У стрічці були матеріали, а тепер жодного. Перевірте сайт.';
const NOT_APPROVED =
  'Працівник, який дозволив стрічці розсилати, більше не може затверджувати розсилки. Нові матеріали стають чернетками; збережіть налаштування стрічки від свого імені.';

/** While it alarms, the whole feed is asked for: «nothing newer» would look like all is well. */
function knownVersion({ alarm, etag, lastModified }: Feed) {
  return alarm ? { etag: undefined, lastModified: undefined } : { etag, lastModified };
}
