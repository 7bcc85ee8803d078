import { actComplaint } from '../../domain/act-rules.js';
import { canonicalUrl } from '../../domain/canonical-url.js';
import type { Picture } from '../../domain/content.js';
import type { Photo, Publication } from '../../domain/publication.js';
import { Refusal } from '../../domain/refusal.js';
import type { PictureSource } from '../broadcasts/broadcasts.js';
import type { Bringer, FirstPublicationInput, PublicationInput } from './publications.js';
import type { NewPublication, PublicationChange } from './store.js';

/** A row to be, from what is known of the material. */
export function toNew(input: FirstPublicationInput, { source }: Bringer, now: Date): NewPublication {
  const { id, kind, topic, title, text, url, publishedAt, preparedBy, credit, act, event, feedId } = input;
  return lawful({
    id,
    kind,
    topic,
    title,
    text,
    url,
    canonicalUrl: url === undefined ? undefined : canonicalUrl(url),
    status: publishedAt ? 'published' : 'draft',
    publishedAt,
    preparedBy,
    credit,
    photos: (input.photos ?? []).map(toPhoto),
    handOvers: input.handOvers ?? [],
    sentIn: {},
    act,
    event,
    holidayIds: input.holidayIds ?? [],
    source,
    feedId,
    createdAt: now,
    updatedAt: now,
  });
}

/** What a change makes of a publication. */
export function toChange(before: Publication, changes: Partial<PublicationInput>): PublicationChange {
  const { photos, ...fields } = changes;
  const after = lawful({ ...before, ...fields, photos: before.photos });
  return {
    ...fields,
    ...('url' in fields
      ? { canonicalUrl: after.url === undefined ? undefined : canonicalUrl(after.url) }
      : {}),
    ...('publishedAt' in fields ? { status: after.publishedAt ? 'published' : 'draft' } : {}),
    ...(photos ? { photos: keepFetched(before.photos, photos) } : {}),
  };
}

/** @throws {Refusal} `invalid` for an act that cannot be */
function lawful<T extends Pick<Publication, 'kind' | 'act' | 'source'>>(publication: T): T {
  const complaint = actComplaint(publication);
  if (complaint) throw new Refusal('invalid', complaint.code, complaint.message);
  return publication;
}

/** A photo whose address has not changed is not fetched again; uploaded ones have none and stay. */
function keepFetched(before: readonly Photo[], photos: readonly PictureSource[]): Photo[] {
  const uploaded = before.filter(({ sourceUrl }) => sourceUrl === undefined);
  const named = photos.map((photo) => {
    const known = before.find(({ sourceUrl }) => sourceUrl === photo.url);
    if (!known) return toPhoto(photo);
    return { ...known, alt: photo.alt, picture: known.picture && { ...known.picture, alt: photo.alt } };
  });
  return [...uploaded, ...named];
}

/** A photo as it is kept first: one by its address waits to be fetched. */
export function toPhoto(photo: PictureSource | Picture): Photo {
  if ('url' in photo) return { sourceUrl: photo.url, alt: photo.alt, status: 'waiting', picture: undefined };
  return { sourceUrl: photo.sourceUrl, alt: photo.alt, status: 'kept', picture: photo };
}
