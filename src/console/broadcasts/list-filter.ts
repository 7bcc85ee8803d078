import { z } from 'zod';
import { BROADCAST_KINDS, BROADCAST_STATUSES } from '../../domain/broadcast.js';
import type { BroadcastFilter } from '../../services/broadcasts/store.js';
import { plainText } from '../../services/plain-text.js';
import { dayParam, endOfDay, startOfDay } from '../list-query.js';

/** What the address of the list asks for; a value nobody offered is taken as not given. */
const schema = z.object({
  status: z.enum([...BROADCAST_STATUSES, '']).catch(''),
  kind: z.enum([...BROADCAST_KINDS, '']).catch(''),
  from: dayParam,
  to: dayParam,
  q: plainText(200).catch(''),
  cursor: z.string().max(500).optional().catch(undefined),
});
export type ListFilter = z.infer<typeof schema>;

export function parseListFilter(query: Readonly<Record<string, string>>): ListFilter {
  return schema.parse(query);
}

/** What the service is asked: days are the city's, the last one included. */
export function toBroadcastFilter(filter: ListFilter, timeZone: string): BroadcastFilter {
  const { status, kind, from, to, q } = filter;
  return {
    status: status || undefined,
    kind: kind || undefined,
    from: startOfDay(from, timeZone),
    until: endOfDay(to, timeZone),
    text: q || undefined,
  };
}
