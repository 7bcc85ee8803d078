import { z } from 'zod';
import type { AuditFilter } from '../../services/audit/reading.js';
import { plainText } from '../../services/plain-text.js';
import { dayParam, endOfDay, startOfDay } from '../list-query.js';

const text = plainText(200).catch('');

/** What the address of the page asks for; a value nobody offered is taken as not given. */
const schema = z.object({
  actor: text,
  action: text,
  subject: text,
  from: dayParam,
  to: dayParam,
  cursor: z.string().max(20).optional().catch(undefined),
});
export type AuditQuery = z.infer<typeof schema>;

export function parseAuditQuery(query: Readonly<Record<string, string>>): AuditQuery {
  return schema.parse(query);
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
    from: startOfDay(from, timeZone),
    until: endOfDay(to, timeZone),
  };
}
