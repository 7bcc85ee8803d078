import { z } from 'zod';
import {
  ACT_ISSUERS,
  ACT_STAGES,
  EVENT_KINDS,
  MEDIA_TYPES,
  PUBLICATION_KINDS,
} from '../../domain/publication.js';
import { ALT_MAX, isPictureAddress, TEXT_MAX } from '../broadcasts/input.js';
import { plainText } from '../plain-text.js';
import { topicSchema } from '../topics/input.js';
import type { PublicationInput } from './publications.js';

/** Longest title: those of acts are long. */
export const PUBLICATION_TITLE_MAX = 1_000;
/** Longest name of a person, an outlet or a studio. */
export const NAME_MAX = 200;
export const PHOTOS_MAX = 50;
const HAND_OVERS_MAX = 100;
const HOLIDAYS_MAX = 20;
/** Longest number of an act: `12-49/2021`. */
export const ACT_NUMBER_MAX = 100;

const moment = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .refine(
    (at) => at.getUTCFullYear() >= 1991 && at.getUTCFullYear() <= 2100,
    'must be between 1991 and 2100',
  );

const act = z
  .strictObject({
    issuer: z.enum(ACT_ISSUERS),
    stage: z.enum(ACT_STAGES),
    number: plainText(ACT_NUMBER_MAX).min(1),
    date: z.iso.date(),
    discussionUntil: z.iso.date().optional(),
  })
  .transform(({ discussionUntil, ...given }) => ({ ...given, discussionUntil }));

const event = z
  .strictObject({
    kind: z.enum(EVENT_KINDS),
    departmentId: z.string().min(1).max(100).optional(),
    name: plainText(PUBLICATION_TITLE_MAX).min(1),
    nameLocative: plainText(PUBLICATION_TITLE_MAX).min(1).optional(),
    inReport: z.boolean().default(false),
    reportOrder: z.int().min(1).max(1_000).optional(),
  })
  .transform(({ kind, departmentId, name, nameLocative, inReport, reportOrder }) => ({
    kind,
    departmentId,
    name,
    nameLocative,
    inReport,
    reportOrder,
  }));

/** @param allowLoopbackMedia sandbox: the demonstration pictures are on this machine */
export function publicationSchemas(allowLoopbackMedia: boolean) {
  const needed = {
    kind: z.enum(PUBLICATION_KINDS),
    topic: topicSchema,
    title: plainText(PUBLICATION_TITLE_MAX).min(1),
    text: plainText(TEXT_MAX),
  };
  const lists = {
    photos: z
      .array(
        z.strictObject({
          url: z
            .string()
            .max(2_048)
            .refine((url) => isPictureAddress(url, allowLoopbackMedia), 'must be an https address'),
          alt: plainText(ALT_MAX),
        }),
      )
      .max(PHOTOS_MAX),
    handOvers: z
      .array(z.strictObject({ type: z.enum(MEDIA_TYPES), outlet: plainText(NAME_MAX).min(1), at: moment }))
      .max(HAND_OVERS_MAX),
    holidayIds: z.array(z.string().min(1).max(100)).max(HOLIDAYS_MAX),
  };
  const single = {
    url: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).max(2_048),
    publishedAt: moment,
    preparedBy: plainText(NAME_MAX).min(1),
    credit: plainText(NAME_MAX).min(1),
    act,
    event,
  };
  const nullable = {
    url: single.url.nullable(),
    publishedAt: single.publishedAt.nullable(),
    preparedBy: single.preparedBy.nullable(),
    credit: single.credit.nullable(),
    act: single.act.nullable(),
    event: single.event.nullable(),
  };
  return {
    /** A new publication: kind, topic, title and text are needed. Without `publishedAt` it is a draft. */
    input: z
      .strictObject({ ...needed, ...z.strictObject({ ...single, ...lists }).partial().shape })
      .transform(
        ({ photos = [], handOvers = [], holidayIds = [], ...given }): PublicationInput => ({
          ...given,
          photos,
          handOvers,
          holidayIds,
        }),
      ),
    /** Changes: what is absent stays; null takes a field away. */
    changes: z
      .strictObject({ ...needed, ...nullable, ...lists })
      .partial()
      .transform(
        (given): Partial<PublicationInput> =>
          Object.fromEntries(
            Object.entries(given)
              .filter(([, value]) => value !== undefined)
              .map(([name, value]) => [name, value ?? undefined]),
          ),
      ),
  };
}

export type PublicationSchemas = ReturnType<typeof publicationSchemas>;
