import type { QueryFilter } from 'mongoose';
import {
  ACT_ISSUERS,
  ACT_STAGES,
  PUBLICATION_KINDS,
  type PublicationStatus,
} from '../../domain/publication.js';
import type { Topic } from '../../domain/topic.js';
import type { PublicationFilter } from '../../services/publications/publications.js';
import { decodeTimeCursor } from '../time-cursor.js';
import type { PublicationDocument } from './publication-model.js';
import { wordsFilter } from './publication-search.js';

type Filter = QueryFilter<PublicationDocument>;

/** For a list in its own order: deleted ones are few, so they are passed by. */
export function listFilter(filter: PublicationFilter, cursor: string | undefined): Filter {
  const { topic } = filter;
  const kind = asksForActs(filter) ? 'act' : filter.kind;
  const statuses = statusesOf(filter);
  return {
    ...(kind ? { kind } : {}),
    ...(topic ? { topic } : {}),
    status: statuses.length === 2 ? { $ne: 'deleted' } : { $in: statuses },
    ...narrower(filter, cursor),
  } as Filter;
}

/** The index whose order the list has: the embedded database weighs no statistics, and would take a wider one. */
export function listIndex({
  kind,
  topic,
  status,
  feedId,
  holidayId,
  text,
  issuer,
  stage,
}: PublicationFilter) {
  const newestFirst = { listedAt: -1, _id: -1 } as const;
  if (wordsFilter(text ?? '').length > 0) return { words: 1, ...newestFirst } as const;
  if (feedId) return { feedId: 1, ...newestFirst } as const;
  if (holidayId) return { holidayIds: 1, ...newestFirst } as const;
  if (status === 'draft') return { status: 1, ...newestFirst } as const;
  if (kind && topic) return { kind: 1, topic: 1, ...newestFirst } as const;
  if (kind || issuer || stage) return { kind: 1, ...newestFirst } as const;
  if (topic) return { topic: 1, ...newestFirst } as const;
  return newestFirst;
}

/**
 * For counts by kind: every field of the index is named, so that they come from the index alone.
 *
 * @param topics all that the city has
 */
export function countFilter(filter: PublicationFilter, topics: readonly Topic[]): Filter {
  const { kind, topic } = filter;
  return {
    status: { $in: statusesOf(filter) },
    kind: { $in: kind ? [kind] : [...PUBLICATION_KINDS] },
    topic: { $in: topic ? [topic] : [...topics] },
    ...narrower(filter, undefined),
  } as Filter;
}

/** Whether the question holds words to search for. */
export function asksForWords({ text }: PublicationFilter): boolean {
  return wordsFilter(text ?? '').length > 0;
}

/** Whether only acts are asked for, by what only acts have. */
export function asksForActs({ issuer, stage }: PublicationFilter): boolean {
  return issuer !== undefined || stage !== undefined;
}

/** The same for acts of an issuer or a stage, from their index. */
export function actCountFilter(filter: PublicationFilter, topics: readonly Topic[]): Filter {
  const { issuer, stage, topic } = filter;
  return {
    ...narrower(filter, undefined),
    'act.issuer': { $in: issuer ? [issuer] : [...ACT_ISSUERS] },
    'act.stage': { $in: stage ? [stage] : [...ACT_STAGES] },
    status: { $in: statusesOf(filter) },
    topic: { $in: topic ? [topic] : [...topics] },
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
