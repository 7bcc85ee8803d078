import { canonicalUrl } from '../../domain/canonical-url.js';
import type { Photo, Publication } from '../../domain/publication.js';
import { Refusal } from '../../domain/refusal.js';
import type { PictureSource } from '../broadcasts/broadcasts.js';
import type { Bringer, FirstPublicationInput, PublicationInput } from './publications.js';
import type { NewPublication, PublicationChange } from './store.js';

/** A row to be, from what is known of the material. */
export function toNew(input: FirstPublicationInput, { source }: Bringer, now: Date): NewPublication {
  const { id, kind, topic, title, text, url, publishedAt, preparedBy, credit, act, event, feedId } = input;
  return withActRules({
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
    act: kind === 'act' ? act : undefined,
    event: kind === 'act' ? undefined : event,
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
  const after = withActRules({ ...before, ...fields, photos: before.photos });
  const isOther = after.kind === 'act' ? { event: undefined } : { act: undefined };
  return {
    ...fields,
    ...isOther,
    ...('url' in fields
      ? { canonicalUrl: after.url === undefined ? undefined : canonicalUrl(after.url) }
      : {}),
    ...('publishedAt' in fields ? { status: after.publishedAt ? 'published' : 'draft' } : {}),
    ...(photos ? { photos: keepFetched(before.photos, photos) } : {}),
  };
}

/** @throws {Refusal} `invalid` for an act that says nothing of itself */
function withActRules<T extends Pick<Publication, 'kind' | 'act'>>(publication: T): T {
  if (publication.kind === 'act' && publication.act === undefined)
    throw new Refusal(
      'invalid',
      'act.missing',
      'Для нормативного акта вкажіть, хто його видав, стадію, номер і дату.',
    );
  return publication;
}

/** A photo whose address has not changed is not fetched again. */
function keepFetched(before: readonly Photo[], photos: readonly PictureSource[]): Photo[] {
  return photos.map((photo) => {
    const known = before.find(({ sourceUrl }) => sourceUrl === photo.url);
    if (!known) return toPhoto(photo);
    return { ...known, alt: photo.alt, picture: known.picture && { ...known.picture, alt: photo.alt } };
  });
}

function toPhoto({ url, alt }: PictureSource): Photo {
  return { sourceUrl: url, alt, status: 'waiting', picture: undefined };
}
