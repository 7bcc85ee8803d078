import { z } from 'zod';
import { ACT_ISSUERS, PUBLICATION_KINDS } from '../../domain/publication.js';
import type { Topic, TopicInfo } from '../../domain/topic.js';
import { plainText } from '../../services/plain-text.js';
import type { PublicationFilter } from '../../services/publications/publications.js';
import { dayParam, endOfDay, startOfDay } from '../list-query.js';
import { topicOf } from '../words/topic-words.js';

/** What the address of the list asks for; a value nobody offered is taken as not given. */
const schema = z.object({
  kind: z.enum([...PUBLICATION_KINDS, '']).catch(''),
  topic: z.string().catch(''),
  status: z.enum(['draft', 'published', '']).catch(''),
  issuer: z.enum([...ACT_ISSUERS, '']).catch(''),
  from: dayParam,
  to: dayParam,
  q: plainText(200).catch(''),
  cursor: z.string().max(500).optional().catch(undefined),
});
export type ListFilter = Omit<z.infer<typeof schema>, 'topic'> & { readonly topic: Topic | '' };

export function parseListFilter(
  query: Readonly<Record<string, string>>,
  topics: readonly TopicInfo[],
): ListFilter {
  const filter = schema.parse(query);
  return { ...filter, topic: topicOf(topics, filter.topic) ?? '' };
}

/** What the service is asked: days are the city's, the last one included. */
export function toPublicationFilter(filter: ListFilter, timeZone: string): PublicationFilter {
  const { kind, topic, status, issuer, from, to, q } = filter;
  return {
    kind: kind || undefined,
    topic: topic || undefined,
    status: status || undefined,
    issuer: issuer || undefined,
    from: startOfDay(from, timeZone),
    to: endOfDay(to, timeZone),
    text: q || undefined,
  };
}
