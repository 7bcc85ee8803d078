import type { QueryFilter } from 'mongoose';
import { PUBLICATION_KINDS, type PublicationStatus } from '../domain/publication.js';
import { TOPICS } from '../domain/topic.js';
import type { PublicationFilter } from '../services/publications/publications.js';
import type { PublicationDocument } from './publication-model.js';
import { wordsFilter } from './publication-search.js';
import { decodeTimeCursor } from './time-cursor.js';

type Filter = QueryFilter<PublicationDocument>;

/** For a list in its own order: deleted ones are few, so they are passed by. */
export function listFilter(filter: PublicationFilter, cursor: string | undefined): Filter {
  const { kind, topic } = filter;
  const statuses = statusesOf(filter);
  return {
    ...(kind ? { kind } : {}),
    ...(topic ? { topic } : {}),
    status: statuses.length === 2 ? { $ne: 'deleted' } : { $in: statuses },
    ...narrower(filter, cursor),
  } as Filter;
}

/** For counts: every field of the index is named, so that they come from the index alone. */
export function countFilter(filter: PublicationFilter): Filter {
  const { kind, topic } = filter;
  return {
    status: { $in: statusesOf(filter) },
    kind: { $in: kind ? [kind] : [...PUBLICATION_KINDS] },
    topic: { $in: topic ? [topic] : [...TOPICS] },
    ...narrower(filter, undefined),
  } as Filter;
}

/** A draft has no day of publication: a span of days leaves it out. */
function statusesOf({ status, from, to }: PublicationFilter): PublicationStatus[] {
  const asked: PublicationStatus[] = status ? [status] : ['draft', 'published'];
  return from || to ? asked.filter((one) => one !== 'draft') : asked;
}

function narrower(filter: PublicationFilter, cursor: string | undefined): Filter {
  const { from, to, issuer, stage, feedId, holidayId, text } = filter;
  const place = cursor === undefined ? undefined : decodeTimeCursor(cursor);
  const listedAt = {
    ...(from ? { $gte: from } : {}),
    ...(to ? { $lt: to } : {}),
    ...(place ? { $lte: place.at } : {}),
  };
  const conditions: Filter[] = [
    ...wordsFilter(text ?? ''),
    ...(place ? [{ $or: [{ listedAt: { $lt: place.at } }, { _id: { $lt: place.id } }] }] : []),
  ];
  return {
    ...(from || to || place ? { listedAt } : {}),
    ...(issuer ? { 'act.issuer': issuer } : {}),
    ...(stage ? { 'act.stage': stage } : {}),
    ...(feedId ? { feedId } : {}),
    ...(holidayId ? { holidayIds: holidayId } : {}),
    ...(conditions.length > 0 ? { $and: conditions } : {}),
  } as Filter;
}
