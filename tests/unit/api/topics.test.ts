import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/services/settings/defaults.js';
import { anApi } from './an-api.js';

const SORTING = { id: 'waste-sorting', names: { uk: 'Сортування', en: 'Waste sorting' }, isHidden: false };
const NEWS = { kind: 'news', title: 'П’ятий парк', text: 'Відкрито.' };

describe('a topic that the city does not have', () => {
  it('is refused with the list of those there are, until staff add it', async () => {
    const { ask } = anApi();
    const register = () => ask('POST', '/api/v1/publications', { body: { ...NEWS, topic: 'waste-sorting' } });
    const refused = await register();
    expect([refused.status, await refused.json()]).toMatchObject([
      422,
      {
        code: 'topic.unknown',
        detail: 'Теми «waste-sorting» немає. Є такі: news, utilities, events, acts, petitions, greetings.',
      },
    ]);
    const items = [...DEFAULT_SETTINGS.topics.items, SORTING];
    expect((await ask('PATCH', '/api/v1/settings', { body: { topics: { items } } })).status).toBe(200);
    expect((await register()).status).toBe(201);
    const found = await ask('GET', '/api/v1/publications?topic=waste-sorting');
    expect(await found.json()).toMatchObject({ items: [{ topic: 'waste-sorting' }] });
  });

  it.each([
    ['GET', '/api/v1/publications?topic=waste-sorting', undefined],
    ['GET', '/api/v1/publications?topic=Waste%20sorting', undefined],
    ['POST', '/api/v1/publications', { ...NEWS, topic: '$ne' }],
  ])('is refused by %s %s, too', async (method, path, body) => {
    expect((await anApi().ask(method, path, { body })).status).toBe(422);
  });

  it('leaves the built-in ones, which can only be hidden', async () => {
    const items = DEFAULT_SETTINGS.topics.items.filter(({ id }) => id !== 'acts');
    expect((await anApi().ask('PATCH', '/api/v1/settings', { body: { topics: { items } } })).status).toBe(
      422,
    );
  });
});
