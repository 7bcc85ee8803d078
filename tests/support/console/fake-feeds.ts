import type { Feed } from '../../../src/domain/feed.js';
import { Refusal } from '../../../src/domain/refusal.js';
import type { Feeds } from '../../../src/services/feeds/feeds.js';
import type { KnownItem } from '../../../src/services/feeds/store.js';
import { NOW } from './builders.js';

/** A feed in order; every test says only what matters to it. */
export function aFeed(given: Partial<Feed> = {}): Feed {
  return {
    id: '64b000000000000000000001',
    name: 'Сайт ради',
    url: 'https://nizhynrada.gov.ua/rss',
    kind: 'news',
    topic: 'news',
    mode: 'draft',
    intervalMinutes: 15,
    isPaused: false,
    approvedBy: 'head',
    createdAt: NOW,
    importedAt: NOW,
    lookedAt: NOW,
    goodAt: NOW,
    nextLookAt: new Date(NOW.getTime() + 15 * 60_000),
    failures: 0,
    failure: undefined,
    alarm: undefined,
    etag: undefined,
    lastModified: undefined,
    ...given,
  };
}

/** Feeds that remember what they were asked to do. */
export function fakeFeeds(kept: readonly Feed[] = [], changed: readonly KnownItem[] = []) {
  const journal: string[] = [];
  const get = async (id: string) => {
    const feed = kept.find((one) => one.id === id);
    if (!feed) throw new Refusal('notFound', 'feed.unknown', 'Такої стрічки немає.');
    return feed;
  };
  const done = (what: string) => async (id: string) => {
    journal.push(what);
    return get(id);
  };
  const feeds: Feeds = {
    list: async () => kept,
    get,
    async add({ name, mode }) {
      journal.push(`add ${name} ${mode}`);
      return aFeed();
    },
    change: (id, { name }) => done(`change ${name}`)(id),
    pause: (id, isPaused) => done(isPaused ? 'pause' : 'resume')(id),
    remove: async () => void journal.push('remove'),
    async try(url) {
      const said = { guid: undefined, url, title: 'Знайдена новина', text: '', publishedAt: NOW };
      const item = { ...said, pictures: [] };
      return url.includes('html')
        ? { ok: false, reason: 'Замість стрічки прийшла сторінка.' }
        : { ok: true, document: { title: 'Сайт', items: [item] } };
    },
    async look() {
      journal.push('look');
      return aFeed();
    },
    acceptPast: done('accept-past'),
    changed: async () => changed,
    decide: async (_feed, item, isTaken) => void journal.push(`decide ${item} ${isTaken}`),
    lookAtDue: async () => {},
  };
  return { feeds, journal };
}
