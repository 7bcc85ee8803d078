import { describe, expect, it } from 'vitest';
import type { Link } from '../../../../src/domain/broadcast.js';
import { KYIV } from '../../../../src/lib/city-time.js';
import { createContextReader } from '../../../../src/services/intake/context.js';
import { DEFAULT_SETTINGS } from '../../../../src/services/settings/defaults.js';
import { aBroadcast } from '../../../support/console/builders.js';
import { Resident } from '../dialogue/resident.js';

const NOW = new Date('2026-11-23T10:00:00Z');
const LINK: Link = { url: 'https://nizhynrada.gov.ua/bridge', label: 'Схема об’їзду' };

/** What a resident is shown of one broadcast of today. */
async function contextWith(link: Link | undefined, origin: string | undefined) {
  const sent = aBroadcast({ id: 'b1', title: 'Міст', text: 'Рух **обмежено**.', link, startedAt: NOW });
  const { contextOf } = createContextReader({
    appeals: { ofSubscriber: async () => [], departments: async () => [] } as unknown as Parameters<
      typeof createContextReader
    >[0]['appeals'], // the rest of the store is not read
    broadcasts: { recentlyStarted: async () => [sent] },
    faq: { list: async () => [] },
    publications: { get: async () => undefined },
    messages: { appealOf: async () => undefined },
    settings: { get: async () => DEFAULT_SETTINGS },
    timeZone: KYIV,
    page: (id) => (origin === undefined ? undefined : `${origin}/n/${id}`),
  });
  return contextOf(Resident.subscribed().person, undefined, NOW);
}

describe('what the dialogue is told', () => {
  it.each([
    ['the page of a broadcast', LINK, 'https://nizhyn.example', 'https://nizhyn.example/n/b1'],
    ['its own link while its page cannot be reached', LINK, undefined, LINK.url],
    ['no address at all when there is neither', undefined, undefined, undefined],
  ])('is %s', async (_, link, origin, url) => {
    const { news } = await contextWith(link, origin);
    expect(news).toEqual({
      day: '2026-11-23',
      items: [{ title: 'Міст', url, openingWords: 'Міст. Рух обмежено.', at: NOW }],
    });
  });

  it('is the organisation’s quiet hours', async () => {
    expect((await contextWith(undefined, undefined)).quietHours).toEqual({ from: '21:00', to: '08:00' });
  });
});
