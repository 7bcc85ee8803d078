import { describe, expect, it } from 'vitest';
import { createDigestContent, type DigestContentDeps } from '../../../../src/services/digest/content.js';
import { aBroadcast } from '../../../support/console/builders.js';
import { someTopics } from '../../../support/some-topics.js';

const news = (count: number) =>
  Array.from({ length: count }, (_, index) => aBroadcast({ id: `b${index}`, title: `Новина ${index}` }));

async function lastLine(count: number, page: DigestContentDeps['page']): Promise<string | undefined> {
  const contentOf = createDigestContent({
    contentOf: ({ title }) => ({ format: 'plain', text: title }),
    organisation: async () => ({ cityName: 'Ніжин' }),
    topics: someTopics.list,
    timeZone: 'Europe/Kyiv',
    page,
  });
  const digest = { locale: 'uk', madeAt: new Date('2026-11-23T16:00:00Z') } as const;
  return (await contentOf(news(count), digest)).text.split('\n').at(-1);
}

describe('what stands under a digest of many items', () => {
  it('names the site where the rest is read', async () => {
    const page = (id: string) => `https://nizhyn.example/n/${id}`;
    expect(await lastLine(13, page)).toBe('Ще 5 повідомлень на сайті.');
  });

  it('names the button that shows the rest while the city has no site to show', async () => {
    expect(await lastLine(11, () => undefined)).toBe('Ще 3 повідомлення: натисніть «Новини сьогодні».');
  });
});
