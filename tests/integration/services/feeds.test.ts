import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FeedSettings } from '../../../src/domain/feed.js';
import { Refusal } from '../../../src/domain/refusal.js';
import type { Actor } from '../../../src/domain/role.js';
import type { BroadcastInput } from '../../../src/services/broadcasts/broadcasts.js';
import type { Feeds } from '../../../src/services/feeds/feeds.js';
import { FeedError, type FeedItem, type FeedVersion } from '../../../src/services/feeds/reader.js';
import { createFeeds } from '../../../src/services/feeds/service.js';
import type { Publications } from '../../../src/services/publications/publications.js';
import { createPublications } from '../../../src/services/publications/service.js';
import { ensureIndexes } from '../../../src/storage/connection.js';
import { createFeedItemStore } from '../../../src/storage/publications/feed-item-store.js';
import { createFeedStore } from '../../../src/storage/publications/feed-store.js';
import { createPublicationStore } from '../../../src/storage/publications/publication-store.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { silentLogger } from '../../support/silent-logger.js';
import { someTopics } from '../../support/some-topics.js';

const HEAD: Actor = { kind: 'staff', id: 'head', name: 'Ірина Бондар', roles: ['head'] };
const EDITOR: Actor = { kind: 'staff', id: 'editor', name: 'Олена Коваль', roles: ['editor'] };
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let database: TestDatabase;
let publications: Publications;
let feeds: Feeds;
let now: Date;
/** What the site answers */
let site: () => readonly FeedItem[] | 'unchanged';
let asked: FeedVersion[];
let journal: string[];
/** Broadcasts that people have, by publication */
let sent: Map<string, string>;
let mayApprove: boolean;
let needsSecondPerson: boolean;
let hasPictures: boolean;

beforeAll(async () => {
  database = await aDatabase();
  const { connection } = database;
  const audit = { record: async ({ action }: { action: string }) => void journal.push(action) };
  publications = createPublications({
    store: createPublicationStore(connection),
    topics: someTopics,
    audit: { record: async () => {} },
    now: () => now,
    nudge: () => {},
    timeZone: 'Europe/Kyiv',
  });
  feeds = createFeeds({
    store: createFeedStore(connection),
    items: createFeedItemStore(connection),
    topics: someTopics,
    publications,
    // Only what a feed asks of broadcasts.
    broadcasts: {
      create: async ({ title, delivery, media: [picture] }: BroadcastInput, { id }: Actor) => {
        if (picture && !hasPictures) throw new Refusal('invalid', 'picture.unreachable', 'Фото не отримано.');
        journal.push(`create ${title} ${delivery} by ${id}${picture ? ` with ${picture.url}` : ''}`);
        return { id: title, hash: 'h' };
      },
      approvalRight: async () => (needsSecondPerson ? 'emergency' : 'usual'),
      approve: async (id: string, _options: unknown, by: Actor) =>
        void journal.push(`approve ${id} by ${by.id}`),
      list: async ({ publicationId = '' }: { publicationId?: string }) => {
        const id = sent.get(publicationId);
        return { items: id ? [{ id, startedAt: now }] : [], nextCursor: null };
      },
      proposeCorrection: async (id: string, text: string) => void journal.push(`propose ${id}: ${text}`),
    } as never,
    reader: {
      async read(_url, known) {
        asked.push(known);
        const answer = site();
        if (answer === 'unchanged') return { kind: 'unchanged' };
        return {
          kind: 'document',
          document: { title: 'Сайт', items: answer },
          etag: '"1"',
          lastModified: undefined,
        };
      },
    },
    actorOf: async () => (mayApprove ? HEAD : undefined),
    audit,
    now: () => now,
    log: silentLogger,
  });
  await ensureIndexes(connection);
});
afterAll(() => database.close());

beforeEach(async () => {
  now = new Date('2026-11-23T10:00:00Z');
  asked = [];
  journal = [];
  sent = new Map();
  mayApprove = true;
  needsSecondPerson = false;
  hasPictures = true;
  site = () => [];
  for (const collection of await database.connection.listCollections())
    await database.connection.collection(collection.name).deleteMany({});
});

const anItem = (name: string, given: Partial<FeedItem> = {}): FeedItem => ({
  guid: undefined,
  url: `https://nizhynrada.gov.ua/news/${name}`,
  title: `Новина ${name}`,
  text: `Текст ${name}`,
  publishedAt: now,
  pictures: [],
  ...given,
});
/** Of a day long gone */
const oldItems = (count: number) =>
  Array.from({ length: count }, (_, n) =>
    anItem(`old-${n}`, { publishedAt: new Date('2026-09-01T00:00:00Z') }),
  );
const PAST = () => [anItem('1', { publishedAt: new Date('2026-10-01T10:00:00Z') }), anItem('2')];

async function aFeed(given: Partial<FeedSettings> = {}) {
  const { id } = await feeds.add(
    {
      name: 'Сайт ради',
      url: 'https://nizhynrada.gov.ua/rss',
      kind: 'news',
      topic: 'news',
      mode: 'send',
      intervalMinutes: 15,
      ...given,
    },
    HEAD,
  );
  const past = PAST();
  site = () => past;
  await feeds.lookAtDue();
  journal = [];
  now = new Date(now.getTime() + 15 * MINUTE);
  return { id, past };
}

async function registered() {
  const { items } = await publications.list({ limit: 200 });
  return items
    .map(({ title, status, publishedAt }) => `${title} ${status} ${publishedAt?.toISOString() ?? '–'}`)
    .toSorted();
}

/** The site answers that, and the feed is looked at. */
async function looked(id: string, items: readonly FeedItem[] | 'unchanged' | FeedError) {
  site = () => {
    if (items instanceof FeedError) throw items;
    return items;
  };
  await feeds.lookAtDue();
  return feeds.get(id);
}

describe('the first look', () => {
  it('registers the past on its dates and sends nothing', async () => {
    const { id } = await aFeed();
    expect(await registered()).toEqual([
      'Новина 1 published 2026-10-01T10:00:00.000Z',
      'Новина 2 published 2026-11-23T10:00:00.000Z',
    ]);
    expect(journal).toEqual([]);
    expect(await feeds.get(id)).toMatchObject({ alarm: undefined, failures: 0, etag: '"1"' });
  });

  it('waits for items when there are none yet', async () => {
    const { id } = await feeds.add(
      { name: 'А', url: 'https://a.ua', kind: 'news', topic: 'news', mode: 'send', intervalMinutes: 5 },
      HEAD,
    );
    expect(await looked(id, [])).toMatchObject({ importedAt: undefined, alarm: undefined });
  });

  it('brings 465 items in once, however often it is repeated, in under 5 seconds', async () => {
    const items = Array.from({ length: 465 }, (_, n) => anItem(`m-${n}`, { title: `Новина ${n % 421}` }));
    const { id } = await feeds.add(
      { name: 'А', url: 'https://a.ua', kind: 'news', topic: 'news', mode: 'send', intervalMinutes: 5 },
      HEAD,
    );
    const began = performance.now();
    await looked(id, items);
    await feeds.acceptPast(id, HEAD);
    expect(performance.now() - began).toBeLessThan(5_000);
    expect((await publications.count({})).total).toBe(465);
    expect(journal.filter((line) => line.startsWith('create'))).toEqual([]);
  });
});

describe('a new item', () => {
  it('becomes a draft of the register', async () => {
    const { id, past } = await aFeed({ mode: 'draft' });
    await looked(id, [anItem('3'), ...past]);
    expect(await registered()).toContain('Новина 3 draft –');
    expect(journal).toEqual([]);
  });

  it.each(['digest', 'send'] as const)(
    'goes out as the feed says, with the approval of whoever said so: %s',
    async (mode) => {
      const { id, past } = await aFeed({ mode });
      await looked(id, [anItem('3'), ...past]);
      const delivery = mode === 'send' ? 'instant' : 'digest';
      expect(journal).toEqual([
        `create Новина 3 ${delivery} by head`,
        'approve Новина 3 by head',
        'feed.send',
      ]);
    },
  );

  it('is sent once, also under three hosts and in later looks', async () => {
    const { id, past } = await aFeed();
    const hosts = ['nizhynrada.gov.ua', 'www.nizhynrada.gov.ua.', 'mail.nizhynrada.gov.ua'];
    const same = hosts.map((host) => anItem('3', { url: `http://${host}/news/3/` }));
    await looked(id, [...same, ...past]);
    now = new Date(now.getTime() + 15 * MINUTE);
    await looked(id, [...same.toReversed(), ...past]);
    expect(journal.filter((line) => line.startsWith('create'))).toHaveLength(1);
    expect(await registered()).toHaveLength(3);
  });

  it('is sent once when two look at the same moment', async () => {
    const { id, past } = await aFeed();
    site = () => [anItem('3', { url: undefined, guid: 'g' }), ...past];
    await Promise.all([
      feeds.look(id, HEAD),
      feeds.change(id, await feeds.get(id), HEAD).then(() => feeds.look(id, HEAD)),
    ]);
    expect(journal.filter((line) => line.startsWith('create'))).toHaveLength(1);
  });

  it('with the title of another one is another item', async () => {
    const { id, past } = await aFeed();
    await looked(id, [anItem('3', { title: 'Новина 2' }), ...past]);
    expect(await registered()).toHaveLength(3);
  });

  it('stays a draft broadcast when its kind needs a second person', async () => {
    const { id, past } = await aFeed();
    needsSecondPerson = true;
    await looked(id, [anItem('3'), ...past]);
    expect(journal).toEqual(['create Новина 3 instant by head', 'feed.draft']);
  });

  it('is not sent once its approver has left, and the feed says so', async () => {
    const { id, past } = await aFeed();
    mayApprove = false;
    const feed = await looked(id, [anItem('3'), ...past]);
    expect(journal).toEqual([]);
    expect(feed.alarm?.code).toBe('approver');
  });

  it('that somebody has registered already is not sent', async () => {
    const { id, past } = await aFeed();
    await publications.register(
      { ...anItem('3'), kind: 'news', topic: 'news', publishedAt: now },
      { actor: EDITOR, source: 'staff' },
    );
    await looked(id, [anItem('3'), ...past]);
    expect(journal).toEqual([]);
  });
});

describe('a few items of older days among new ones', () => {
  it('are registered on their dates and sent to nobody, and the rest goes on', async () => {
    const { id, past } = await aFeed();
    const feed = await looked(id, [...oldItems(4), anItem('3'), ...past]);
    expect(feed.alarm).toBeUndefined();
    expect(journal.filter((line) => line.startsWith('create'))).toEqual(['create Новина 3 instant by head']);
    expect(await registered()).toContain('Новина old-3 published 2026-09-01T00:00:00.000Z');
  });

  it('are drafts where new ones are', async () => {
    const { id, past } = await aFeed({ mode: 'draft' });
    await looked(id, [...oldItems(1), ...past]);
    expect(await registered()).toContain('Новина old-0 draft –');
  });
});

describe('pictures of an item', () => {
  const pictures = [1, 2].map((n) => ({ url: `https://nizhynrada.gov.ua/${n}.jpg`, alt: 'Сквер' }));

  it('become photos of the publication, and the first one goes out with the news', async () => {
    const { id, past } = await aFeed();
    await looked(id, [anItem('3', { pictures }), ...past]);
    const [publication] = (await publications.list({ limit: 1 })).items;
    expect(publication?.photos.map(({ sourceUrl, alt, status }) => [sourceUrl, alt, status])).toEqual(
      pictures.map(({ url, alt }) => [url, alt, 'waiting']),
    );
    expect(journal).toContain('create Новина 3 instant by head with https://nizhynrada.gov.ua/1.jpg');
  });

  it('keep no news back when they cannot be had', async () => {
    hasPictures = false;
    const { id, past } = await aFeed();
    await looked(id, [anItem('3', { pictures }), ...past]);
    expect(journal).toContain('create Новина 3 instant by head');
    expect(journal).toContain('approve Новина 3 by head');
  });
});

describe('an item that the source changes', () => {
  it('is shown in both versions, and nothing is sent again', async () => {
    const { id, past } = await aFeed();
    await looked(
      id,
      past.map((item) => ({ ...item, text: `${item.text}!` })),
    );
    expect((await feeds.changed(id)).map(({ text, change }) => [text, change?.text]).toSorted()).toEqual([
      ['Текст 1', 'Текст 1!'],
      ['Текст 2', 'Текст 2!'],
    ]);
    expect(journal).toEqual([]);
  });

  it('proposes a correction to those who have it', async () => {
    const { id, past } = await aFeed();
    const [first] = (await publications.list({ limit: 10, text: 'Новина 2' })).items;
    sent.set(first?.id ?? '', 'b1');
    await looked(
      id,
      past.map((item) => (item.title === 'Новина 2' ? { ...item, text: 'Інакше' } : item)),
    );
    expect(journal).toEqual(['propose b1: Інакше']);
  });

  it('is taken over or left when a person decides', async () => {
    const { id, past } = await aFeed();
    await looked(
      id,
      past.map((item) => ({ ...item, title: `${item.title} (оновлено)` })),
    );
    const [newer, older] = await feeds.changed(id);
    await feeds.decide(id, newer?.id ?? '', true, EDITOR);
    await feeds.decide(id, older?.id ?? '', false, EDITOR);
    expect(await feeds.changed(id)).toEqual([]);
    expect((await registered()).filter((line) => line.includes('оновлено'))).toHaveLength(1);
  });

  it('is the same item when only its address moves', async () => {
    const { id } = await aFeed();
    await looked(id, [...PAST(), anItem('3', { guid: 'g3' })]);
    now = new Date(now.getTime() + 15 * MINUTE);
    await looked(id, [...PAST(), anItem('3-vypravleno', { guid: 'g3', title: 'Новина 3', text: 'Текст 3' })]);
    expect(journal.filter((line) => line.startsWith('create'))).toHaveLength(1);
  });

  it('is not confused by a guid that all items share', async () => {
    const { id, past } = await aFeed();
    await looked(id, [anItem('3', { guid: 'same' }), anItem('4', { guid: 'same' }), ...past]);
    expect(journal.filter((line) => line.startsWith('create'))).toHaveLength(2);
  });
});

describe('a feed that is not itself', () => {
  it('posts nothing and alarms: a page, no items, its past again', async () => {
    const { id, past } = await aFeed();
    const outcomes = [new FeedError('html', 'x'), [], [...oldItems(5), anItem('3'), ...past]];
    const codes = [];
    for (const outcome of outcomes) {
      codes.push((await looked(id, outcome)).alarm?.code);
      now = new Date(now.getTime() + DAY / 24);
    }
    expect(codes).toEqual(['html', 'empty', 'past']);
    expect(journal).toEqual([]);
    expect(await registered()).toHaveLength(2);
  });

  it('alarms when known texts come under new addresses with the dates of today', async () => {
    const { id } = await aFeed({ mode: 'draft' });
    await looked(id, [...PAST(), anItem('3'), anItem('4')]);
    now = new Date(now.getTime() + 15 * MINUTE);
    const again = [1, 2, 3, 4].map((n) => anItem(`new/${n}`, { title: `Новина ${n}`, text: `Текст ${n}` }));
    expect((await looked(id, again)).alarm?.code).toBe('past');
    expect(await registered()).toHaveLength(4);
  });

  it('alarms on more at once than a department writes', async () => {
    const { id, past } = await aFeed();
    const many = Array.from({ length: 60 }, (_, n) => anItem(`x-${n}`));
    expect((await looked(id, [...many, ...past])).alarm?.code).toBe('flood');
    expect(journal).toEqual([]);
  });

  it('recovers by itself when the site does, and sends what is new then', async () => {
    const { id, past } = await aFeed();
    await looked(id, new FeedError('html', 'x'));
    now = new Date(now.getTime() + 30 * MINUTE);
    const feed = await looked(id, [anItem('3'), ...past]);
    expect(feed).toMatchObject({ alarm: undefined, failure: undefined });
    expect(journal).toContain('approve Новина 3 by head');
  });

  it('is asked for in whole while it alarms, and conditionally otherwise', async () => {
    const { id } = await aFeed();
    await looked(id, []);
    now = new Date(now.getTime() + 15 * MINUTE);
    await looked(id, PAST());
    expect(asked.map(({ etag }) => etag)).toEqual([undefined, '"1"', undefined]);
  });

  it('takes what it holds as the past when a person says so', async () => {
    const { id, past } = await aFeed();
    await looked(id, [...oldItems(5), ...past]);
    expect(await feeds.acceptPast(id, EDITOR)).toMatchObject({ alarm: undefined });
    expect(await registered()).toContain('Новина old-0 published 2026-09-01T00:00:00.000Z');
    expect(journal).toEqual(['feed.accept-past']);
  });
});

describe('a feed that fails', () => {
  it('is asked less and less often, and alarms after a day', async () => {
    const { id } = await aFeed();
    const waits: number[] = [];
    for (let n = 0; n < 8; n += 1) {
      const { nextLookAt, alarm } = await looked(id, new FeedError('network', 'x'));
      waits.push((nextLookAt.getTime() - now.getTime()) / MINUTE);
      if (n < 5) expect(alarm).toBeUndefined();
      now = nextLookAt;
    }
    expect(waits).toEqual([30, 60, 120, 240, 360, 360, 360, 360]);
    expect((await feeds.get(id)).alarm?.code).toBe('down');
  });

  it('is left alone while it is paused', async () => {
    const { id } = await aFeed();
    await feeds.pause(id, true, EDITOR);
    now = new Date(now.getTime() + DAY);
    asked = [];
    await feeds.lookAtDue();
    expect(asked).toEqual([]);
  });
});

describe('who may', () => {
  it('lets an editor take drafts from a feed, and only an approver let it send', async () => {
    const { id } = await aFeed({ mode: 'draft' });
    const settings = {
      name: 'А',
      url: 'https://a.ua',
      kind: 'news',
      topic: 'news',
      intervalMinutes: 15,
    } as const;
    await feeds.change(id, { ...settings, mode: 'draft' }, EDITOR);
    await expect(feeds.change(id, { ...settings, mode: 'digest' }, EDITOR)).rejects.toMatchObject({
      kind: 'forbidden',
    });
    await expect(feeds.remove(id, { ...EDITOR, roles: ['viewer'] })).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });
});
