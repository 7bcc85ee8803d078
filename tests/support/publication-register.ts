import { ACT_ISSUERS, PUBLICATION_KINDS } from '../../src/domain/publication.js';
import { BUILT_IN_TOPICS } from '../../src/domain/topic.js';
import type { PublicationFilter } from '../../src/services/publications/publications.js';
import type { NewPublication, PublicationStore } from '../../src/services/publications/store.js';

const AT_ONCE = 5_000;
const BEGAN = Date.UTC(2012, 0, 1);

/** Fills a register with publications of many years, of every kind and topic; each eleventh is a draft. */
export async function fillRegister(store: Pick<PublicationStore, 'insert'>, count: number): Promise<void> {
  for (let from = 0; from < count; from += AT_ONCE)
    await store.insert(Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, n) => aRow(from + n)));
}

function aRow(n: number): NewPublication {
  const kind = PUBLICATION_KINDS[n % PUBLICATION_KINDS.length] ?? 'news';
  const publishedAt = n % 11 === 9 ? undefined : new Date(BEGAN + n * 3_600_000);
  const issuer = ACT_ISSUERS[n % 3] ?? 'council';
  const number = `${n}`;
  const date = '2021-03-01';
  return {
    id: undefined,
    kind,
    topic: BUILT_IN_TOPICS[Math.floor(n / 8) % BUILT_IN_TOPICS.length] ?? 'news',
    title: `У місті відкрили сквер номер ${n}`,
    text: 'Текст новини. '.repeat(20),
    url: `https://nizhynrada.gov.ua/news/${n}`,
    canonicalUrl: `https://nizhynrada.gov.ua/news/${n}`,
    status: publishedAt ? 'published' : 'draft',
    publishedAt,
    preparedBy: undefined,
    credit: undefined,
    photos: [],
    handOvers: [],
    sentIn: {},
    act: kind === 'act' ? { issuer, stage: 'adopted', number, date, discussionUntil: undefined } : undefined,
    event: undefined,
    holidayIds: [],
    source: 'feed',
    feedId: undefined,
    createdAt: new Date(BEGAN + n * 3_600_000),
    updatedAt: new Date(BEGAN + n * 3_600_000),
  };
}

const month = { from: new Date('2012-03-01'), to: new Date('2012-04-01') };

/** What staff ask of such a register. */
export function registerQuestions(count: number): readonly PublicationFilter[] {
  return [
    {},
    { kind: 'video' },
    { topic: 'petitions' },
    { kind: 'act', topic: 'acts' },
    { kind: 'act', topic: 'news' },
    { status: 'draft' },
    { status: 'draft', kind: 'news' },
    month,
    { ...month, kind: 'news' },
    { issuer: 'mayor' },
    { text: `${count - 3}` },
  ];
}
