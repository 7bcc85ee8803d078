import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { AuditEntry } from '../services/audit/chain.js';
import type { AuditReading } from '../services/audit/reading.js';
import type { WebEnv } from '../web/env.js';
import { permit } from './authenticate.js';
import { jsonAnswer, noQuery, pageOf, pageQuery, refusals } from './schema.js';

const PATH = '/api/v1/audit';

const json = z
  .string()
  .nullable()
  .openapi({ description: 'Canonical JSON; null when there is nothing to say' });

const entryJson = z
  .strictObject({
    seq: z.int().openapi({ description: '1, 2, 3 … without gaps' }),
    at: z.iso.datetime(),
    actorKind: z.enum(['staff', 'token', 'system']),
    actorId: z.string(),
    action: z.string().openapi({ description: 'Such as `broadcast.approve`' }),
    subject: z.string().openapi({ description: 'Id of what was changed' }),
    before: json,
    after: json,
    previousHash: z.string(),
    hash: z.string().openapi({ description: 'Ties the line to the one before' }),
  })
  .openapi('AuditEntry');

const chainJson = z
  .strictObject({
    count: z.int().openapi({ description: 'Lines that were read: all of them' }),
    broken: z.array(
      z.strictObject({ seq: z.int(), fault: z.enum(['changed', 'missing-before', 'other-before']) }),
    ),
    brokenCount: z.int(),
    lastHash: z
      .string()
      .nullable()
      .openapi({ description: 'Kept elsewhere, it shows later that nothing was cut off at the end' }),
  })
  .openapi('AuditChain');

const word = z.string().min(1).max(200).optional();
const moment = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .optional()
  .openapi({ type: 'string', format: 'date-time' });

const listRoute = createRoute({
  method: 'get',
  path: PATH,
  summary: 'Who changed what and when, newest first',
  description:
    'For a head and an administrator. Of people only ids, names of fields and keyed hashes stand here.',
  middleware: permit('audit.read'),
  request: {
    query: z.strictObject({
      ...pageQuery,
      actor: word,
      action: word,
      subject: word,
      from: moment,
      until: moment,
    }),
  },
  responses: { 200: jsonAnswer(pageOf(entryJson), 'One page'), ...refusals },
});

const verifyRoute = createRoute({
  method: 'get',
  path: `${PATH}/chain`,
  summary: 'Whether every line is as it was written',
  middleware: permit('audit.read'),
  request: { query: noQuery },
  responses: { 200: jsonAnswer(chainJson, 'What was found'), ...refusals },
});

/** The book of changes, to be read and checked. */
export function addAuditRoutes(
  api: OpenAPIHono<WebEnv>,
  auditReading: Pick<AuditReading, 'list' | 'verify'>,
): void {
  api.openapi(listRoute, async (c) => {
    const { actor: actorId, ...request } = c.req.valid('query');
    const { items, nextCursor } = await auditReading.list({ ...request, actorId }, c.get('actor'));
    return c.json({ items: items.map(toJson), nextCursor }, 200);
  });
  api.openapi(verifyRoute, async (c) => {
    const { count, broken, brokenCount, lastHash } = await auditReading.verify(c.get('actor'));
    return c.json({ count, broken: [...broken], brokenCount, lastHash: lastHash ?? null }, 200);
  });
}

function toJson({ at, ...entry }: AuditEntry): z.infer<typeof entryJson> {
  return { ...entry, at: at.toISOString() };
}
