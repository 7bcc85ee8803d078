import { z } from 'zod';
import { BROADCAST_KINDS, BROADCAST_STATUSES } from '../../domain/broadcast.js';
import { addDays, localMoment } from '../../lib/city-time.js';
import type { BroadcastFilter } from '../../services/broadcasts/store.js';
import { plainText } from '../../services/plain-text.js';

const day = z.iso.date().or(z.literal('')).catch('');
const MIDNIGHT = { hour: 0, minute: 0 };

/** What the address of the list asks for; a value nobody offered is taken as not given. */
const schema = z.object({
  status: z.enum([...BROADCAST_STATUSES, '']).catch(''),
  kind: z.enum([...BROADCAST_KINDS, '']).catch(''),
  from: day,
  to: day,
  q: plainText(200).catch(''),
  cursor: z.string().max(500).optional().catch(undefined),
});
export type ListFilter = z.infer<typeof schema>;

export function parseListFilter(query: Readonly<Record<string, string>>): ListFilter {
  return schema.parse(query);
}

/** The part that stays when the page turns; empty values are left out of the address. */
export function listQuery({ cursor: _cursor, ...filter }: ListFilter): Record<string, string> {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ''));
}

/** What the service is asked: days are the city's, the last one included. */
export function toBroadcastFilter(filter: ListFilter, timeZone: string): BroadcastFilter {
  const { status, kind, from, to, q } = filter;
  return {
    status: status || undefined,
    kind: kind || undefined,
    from: from === '' ? undefined : localMoment(from, MIDNIGHT, timeZone),
    until: to === '' ? undefined : localMoment(addDays(to, 1), MIDNIGHT, timeZone),
    text: q || undefined,
  };
}
