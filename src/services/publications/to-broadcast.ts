import type { Publication, PublicationKind } from '../../domain/publication.js';
import { shortened } from '../../lib/shortened.js';
import type { BroadcastInput } from '../broadcasts/broadcasts.js';
import { TITLE_MAX } from '../broadcasts/input.js';

/** Pictures of one broadcast. */
const PICTURES_MAX = 10;

/** What the button to the material says. */
const LINK_LABELS: Readonly<Partial<Record<PublicationKind, string>>> = {
  act: 'Читати документ',
  video: 'Дивитися відео',
};

/**
 * A broadcast of a publication as an editor begins it: its words, link, fetched photos and topic. A title that is too
 * long for a broadcast is cut between words: the whole one is behind the link. Nothing is sent by it: it is a draft
 * like any other, and a person approves it.
 */
export function toBroadcastInput(publication: Publication): BroadcastInput {
  const { id, kind, topic, title, text, url, photos } = publication;
  return {
    kind,
    title: shortened(title, TITLE_MAX),
    text,
    link: url === undefined ? undefined : { url, label: linkLabel(publication) },
    media: [],
    pictures: photos.flatMap(({ picture }) => picture ?? []).slice(0, PICTURES_MAX),
    buttons: [],
    audience: { topics: [topic] },
    sendAt: undefined,
    delivery: undefined,
    ignoreQuietHours: false,
    publicationId: id,
  };
}

function linkLabel({ kind, act }: Publication): string {
  return act?.stage === 'draft' ? 'Прочитати проєкт' : (LINK_LABELS[kind] ?? 'Читати на сайті');
}
