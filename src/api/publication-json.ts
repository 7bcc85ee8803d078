import { z } from '@hono/zod-openapi';
import {
  ACT_ISSUERS,
  ACT_STAGES,
  EVENT_KINDS,
  MEDIA_TYPES,
  PUBLICATION_KINDS,
  PUBLICATION_SOURCES,
  type Publication,
} from '../domain/publication.js';
import type { PublicationWarning } from '../services/publications/publications.js';

const moment = z.iso.datetime();

/** A publication as the API lists it. */
export const publicationItemJson = z
  .strictObject({
    id: z.string(),
    kind: z.enum(PUBLICATION_KINDS),
    topic: z.string().openapi({ description: 'Id of a topic, see the settings' }),
    title: z.string(),
    text: z.string(),
    url: z.string().nullable(),
    status: z.enum(['draft', 'published']).openapi({
      description: 'A draft is counted nowhere; it is published by `publishedAt` or by its broadcast',
    }),
    publishedAt: moment.nullable(),
    preparedBy: z.string().nullable(),
    credit: z.string().nullable().openapi({ description: 'Whose video it is' }),
    photos: z.array(
      z.strictObject({
        url: z.string().nullable().openapi({ description: 'Where it was found; null: it was uploaded' }),
        alt: z.string(),
        status: z.enum(['waiting', 'kept', 'failed']),
        picture: z.string().nullable().openapi({ description: 'Path of the kept picture, without EXIF' }),
      }),
    ),
    handOvers: z
      .array(z.strictObject({ type: z.enum(MEDIA_TYPES), outlet: z.string(), at: moment }))
      .openapi({ description: 'To which media it was given' }),
    sentIn: z
      .strictObject({ telegram: moment.nullable(), viber: moment.nullable() })
      .openapi({ description: 'When a broadcast of it began to be sent' }),
    act: z
      .strictObject({
        issuer: z.enum(ACT_ISSUERS),
        stage: z.enum(ACT_STAGES),
        number: z.string(),
        date: z.iso.date(),
        discussionUntil: z.iso.date().nullable(),
      })
      .nullable(),
    event: z
      .strictObject({
        kind: z.enum(EVENT_KINDS),
        departmentId: z.string().nullable(),
        name: z.string(),
        nameLocative: z.string().nullable(),
        inReport: z.boolean(),
        reportOrder: z.int().nullable(),
      })
      .nullable(),
    holidayIds: z.array(z.string()),
    source: z.enum(PUBLICATION_SOURCES),
    feedId: z.string().nullable(),
    createdAt: moment,
    updatedAt: moment,
  })
  .openapi('PublicationItem');

/** A publication as the API shows it by itself. */
export const publicationJson = publicationItemJson
  .extend({
    warnings: z.array(z.strictObject({ code: z.string(), message: z.string() })).openapi({
      description:
        'What an editor should know, before it appears too. Codes: `act.missing`, `act.draft-too-late` (Law 890-IX: ten full working days before the session), `act.number-taken`, `event-report.no-photo`, `photo.failed`, `photo.no-alt`',
    }),
  })
  .openapi('Publication');

export function toPublicationItemJson(publication: Publication): z.infer<typeof publicationItemJson> {
  const { id, kind, topic, title, text, url, status, publishedAt, preparedBy, credit } = publication;
  const { photos, handOvers, sentIn, act, event, holidayIds, source, feedId } = publication;
  return {
    ...{ id, kind, topic, title, text, source },
    url: url ?? null,
    status: status === 'draft' ? 'draft' : 'published',
    publishedAt: publishedAt?.toISOString() ?? null,
    preparedBy: preparedBy ?? null,
    credit: credit ?? null,
    photos: photos.map((photo) => ({
      url: photo.sourceUrl ?? null,
      alt: photo.alt,
      status: photo.status,
      picture: photo.picture ? `/media/${photo.picture.publicName}` : null,
    })),
    handOvers: handOvers.map(({ type, outlet, at }) => ({ type, outlet, at: at.toISOString() })),
    sentIn: {
      telegram: sentIn.telegram?.toISOString() ?? null,
      viber: sentIn.viber?.toISOString() ?? null,
    },
    act: act ? { ...act, discussionUntil: act.discussionUntil ?? null } : null,
    event: event
      ? {
          ...event,
          departmentId: event.departmentId ?? null,
          nameLocative: event.nameLocative ?? null,
          reportOrder: event.reportOrder ?? null,
        }
      : null,
    holidayIds: [...holidayIds],
    feedId: feedId ?? null,
    createdAt: publication.createdAt.toISOString(),
    updatedAt: publication.updatedAt.toISOString(),
  };
}

export function toPublicationJson(
  publication: Publication,
  warnings: readonly PublicationWarning[],
): z.infer<typeof publicationJson> {
  return {
    ...toPublicationItemJson(publication),
    warnings: warnings.map(({ code, message }) => ({ code, message })),
  };
}
