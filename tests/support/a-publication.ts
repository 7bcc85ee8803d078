import type { Publication } from '../../src/domain/publication.js';

const AT = new Date('2026-11-23T09:00:00Z');

/** Published news, unless the test says otherwise. */
export function aPublication(changes: Partial<Publication> = {}): Publication {
  return {
    id: '000000000000000000000001',
    kind: 'news',
    topic: 'news',
    title: 'У Ніжині відкрили п’ятий парк',
    text: 'Парк відкрито.',
    url: undefined,
    status: 'published',
    publishedAt: AT,
    preparedBy: undefined,
    credit: undefined,
    photos: [],
    handOvers: [],
    sentIn: {},
    act: undefined,
    event: undefined,
    holidayIds: [],
    source: 'staff',
    feedId: undefined,
    createdAt: AT,
    updatedAt: AT,
    ...changes,
  };
}
