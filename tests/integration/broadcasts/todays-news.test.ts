import { afterAll, expect, it } from 'vitest';
import { aCity } from './a-city.js';

const city = await aCity();
afterAll(() => city.close());

it('today’s news are what was sent and not cancelled since, newest first', async () => {
  await city.aBroadcast({}, { title: 'Перше', status: 'finished' });
  city.passSeconds(60);
  await city.aBroadcast({}, { title: 'Друге', status: 'sending' });
  await city.aBroadcast({}, { title: 'Помилкове', status: 'cancelled' });
  const news = await city.broadcasts.recentlyStarted(new Date(0), city.clock.at, 10);
  expect(news.map(({ title }) => title)).toEqual(['Друге', 'Перше']);
});
