import { z } from 'zod';
import { addDays, localMoment } from '../../lib/city-time.js';
import type { AuditFilter } from '../../services/audit/reading.js';
import { plainText } from '../../services/plain-text.js';

const day = z.iso.date().or(z.literal('')).catch('');
const text = plainText(200).catch('');
const MIDNIGHT = { hour: 0, minute: 0 };

/** What the address of the page asks for; a value nobody offered is taken as not given. */
const schema = z.object({
  actor: text,
  action: text,
  subject: text,
  from: day,
  to: day,
  cursor: z.string().max(20).optional().catch(undefined),
});
export type AuditQuery = z.infer<typeof schema>;

export function parseAuditQuery(query: Readonly<Record<string, string>>): AuditQuery {
  return schema.parse(query);
}

/** The part that stays when the page turns; empty values are left out of the address. */
export function keptQuery({ cursor: _cursor, ...query }: AuditQuery): Record<string, string> {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));
}

/** What the service is asked: days are the city's, the last one included. */
export function toAuditFilter(
  { actor, action, subject, from, to }: AuditQuery,
  timeZone: string,
): AuditFilter {
  return {
    actorId: actor || undefined,
    action: action || undefined,
    subject: subject || undefined,
    from: from === '' ? undefined : localMoment(from, MIDNIGHT, timeZone),
    until: to === '' ? undefined : localMoment(addDays(to, 1), MIDNIGHT, timeZone),
  };
}
