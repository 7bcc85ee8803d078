import { describe, expect, it } from 'vitest';
import { consoleApp } from '../../support/console/console-app.js';
import { aFeed, fakeFeeds } from '../../support/console/fake-feeds.js';
import { open, submit } from '../../support/console/request-as.js';

const { id } = aFeed();
const alarm = { code: 'html', reason: 'Замість стрічки прийшла сторінка.', at: new Date() } as const;
const FORM = {
  name: 'Сайт',
  url: 'https://rada.ua/rss',
  kind: 'news',
  topic: 'news',
  mode: 'digest',
  intervalMinutes: '15',
};

describe('/feeds', () => {
  it('shows how each feed is, and when it is looked at', async () => {
    const { feeds } = fakeFeeds([
      aFeed(),
      aFeed({ id: '64b000000000000000000002', name: 'Бібліотека', alarm }),
    ]);
    const { html } = await open(consoleApp({ feeds }).app, '/feeds', 'editor');
    expect(html).toContain('Працює');
    expect(html).toContain('Тривога');
    expect(html).toContain('Замість стрічки прийшла сторінка.');
    expect(html).toContain('Нове стає чернеткою');
  });

  it('is closed to those who do not write publications', async () => {
    expect((await open(consoleApp().app, '/feeds', 'moderator')).status).toBe(403);
  });

  it('tries an address without keeping anything', async () => {
    const { feeds, journal } = fakeFeeds();
    const { app } = consoleApp({ feeds });
    const found = await submit(app, '/feeds/try', { ...FORM, name: '' }, 'editor');
    expect(found.html).toContain('Знайдена новина');
    expect(found.html).toContain('Матеріалів: 1. Нічого не збережено.');
    const missing = await submit(app, '/feeds/try', { ...FORM, url: 'https://rada.ua/html' }, 'editor');
    expect(missing.html).toContain('Замість стрічки прийшла сторінка.');
    expect(journal).toEqual([]);
  });

  it('adds a feed and looks at it at once', async () => {
    const { feeds, journal } = fakeFeeds();
    const answer = await submit(consoleApp({ feeds }).app, '/feeds', FORM, 'head');
    expect(answer.status).toBe(303);
    expect(journal).toEqual(['add Сайт digest', 'look']);
  });

  it('says field by field what is wrong, with what was typed', async () => {
    const typed = { ...FORM, url: 'ftp://rada.ua', intervalMinutes: '1' };
    const { status, html } = await submit(consoleApp().app, '/feeds', typed, 'head');
    expect(status).toBe(422);
    expect(html).toContain('ftp://rada.ua');
    expect(html).toContain('Вкажіть хвилини, від 5 до 1440');
  });
});

describe('/feeds/:id', () => {
  it('offers to take the past only while items are held', async () => {
    const pageOf = async (given: Parameters<typeof aFeed>[0]) => {
      const { feeds } = fakeFeeds([aFeed(given)]);
      return (await open(consoleApp({ feeds }).app, `/feeds/${id}`, 'editor')).html;
    };
    expect(await pageOf({})).not.toContain('Прийняти як минуле');
    expect(await pageOf({ alarm })).not.toContain('Прийняти як минуле');
    expect(await pageOf({ alarm: { ...alarm, code: 'past' } })).toContain('Прийняти як минуле');
  });

  it('shows both versions of what the source has changed, and decides', async () => {
    const words = { title: 'Було так', text: 'Старий текст', hash: 'a' };
    const change = { title: 'Стало так', text: 'Новий текст', hash: 'b', at: new Date() };
    const item = {
      ...words,
      id: 'i1',
      feedId: id,
      key: 'k',
      guid: undefined,
      url: undefined,
      seenAt: new Date(),
    };
    const { feeds, journal } = fakeFeeds([aFeed()], [{ ...item, publicationId: 'p', change }]);
    const { app } = consoleApp({ feeds });
    const { html } = await open(app, `/feeds/${id}`, 'editor');
    for (const text of ['Старий текст', 'Новий текст']) expect(html).toContain(text);
    await submit(app, `/feeds/${id}/decide`, { itemId: 'i1', isTaken: 'true' }, 'editor');
    expect(journal).toEqual(['decide i1 true']);
  });

  it.each(['look', 'accept-past', 'pause', 'resume'])('does one step at a button: %s', async (action) => {
    const { feeds, journal } = fakeFeeds([aFeed()]);
    const { status } = await submit(consoleApp({ feeds }).app, `/feeds/${id}/${action}`, {}, 'editor');
    expect({ status, journal }).toEqual({ status: 303, journal: [action] });
  });
});

it('tells on the first page which feeds need somebody', async () => {
  const { feeds } = fakeFeeds([aFeed({ alarm })]);
  const { app } = consoleApp({ feeds });
  expect((await open(app, '/', 'editor')).html).toContain(
    'Стрічка «Сайт ради»: Замість стрічки прийшла сторінка.',
  );
  expect((await open(app, '/', 'moderator')).html).not.toContain('Стрічка «');
});
