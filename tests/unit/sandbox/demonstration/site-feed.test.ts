import { expect, it } from 'vitest';
import { parseFeed } from '../../../../src/feeds/parse-feed.js';
import { siteFeed } from '../../../../src/sandbox/demonstration/site-feed.js';

const NOW = new Date('2026-11-23T10:00:00Z');
const itemsAfter = (minutes: number) =>
  parseFeed(new TextEncoder().encode(siteFeed(NOW, minutes * 60_000)), undefined, {
    url: 'http://127.0.0.1:3000/sandbox/site.rss',
    timeZone: 'Europe/Kyiv',
  }).items;

it('has a past at first, two of it with one title, and something new a minute later', () => {
  const before = itemsAfter(0);
  expect([before.length, new Set(before.map(({ title }) => title)).size]).toEqual([5, 4]);
  const after = itemsAfter(1);
  const known = new Set(before.map(({ url }) => url));
  expect(after.filter(({ url }) => !known.has(url)).map(({ title }) => title)).toEqual([
    'На вулиці Шевченка відновили освітлення',
  ]);
  expect(itemsAfter(60)).toHaveLength(8);
});

it('is dated by the city’s clock, nothing in the future', () => {
  for (const { publishedAt } of itemsAfter(60)) expect(publishedAt && publishedAt < NOW).toBe(true);
});
