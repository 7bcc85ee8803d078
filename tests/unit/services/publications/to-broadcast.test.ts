import { describe, expect, it } from 'vitest';
import type { Photo } from '../../../../src/domain/publication.js';
import { broadcastSchemas } from '../../../../src/services/broadcasts/input.js';
import { toBroadcastInput } from '../../../../src/services/publications/to-broadcast.js';
import { aPublication } from '../../../support/a-publication.js';

const picture = (place: number) => ({
  fileId: `f${place}`,
  publicName: `${place}.jpg`,
  alt: `Фото ${place}`,
});
const kept = (place: number): Photo => ({
  sourceUrl: undefined,
  alt: `Фото ${place}`,
  status: 'kept',
  picture: picture(place),
});
const failed: Photo = {
  sourceUrl: 'https://a.ua/1.jpg',
  alt: 'Немає',
  status: 'failed',
  picture: undefined,
};

describe('a broadcast of a publication', () => {
  it('has its words, topic, link and publication', () => {
    const publication = aPublication({ topic: 'events', url: 'https://nizhynrada.gov.ua/park' });
    expect(toBroadcastInput(publication)).toMatchObject({
      kind: 'news',
      title: publication.title,
      text: publication.text,
      link: { url: 'https://nizhynrada.gov.ua/park', label: 'Читати на сайті' },
      audience: { topics: ['events'] },
      sendAt: undefined,
      ignoreQuietHours: false,
      publicationId: publication.id,
    });
  });

  it('has a title that a broadcast takes, cut between words', () => {
    const title = `Про внесення змін до ${'рішення міської ради '.repeat(40)}`.trim();
    const input = toBroadcastInput(aPublication({ title }));
    expect(input.title).toMatch(/ (?:рішення|міської|ради)…$/);
    const fields = { kind: input.kind, title: input.title, text: input.text, audience: input.audience };
    expect(broadcastSchemas(false).input.safeParse(fields).success).toBe(true);
  });

  it('has the pictures that were kept, at most ten, and none that failed', () => {
    const photos = [failed, ...Array.from({ length: 12 }, (_one, place) => kept(place))];
    const { pictures } = toBroadcastInput(aPublication({ photos }));
    expect(pictures).toEqual(Array.from({ length: 10 }, (_one, place) => picture(place)));
  });
});
