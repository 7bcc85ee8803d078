import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { ACT_ISSUERS, ACT_STAGES, PUBLICATION_KINDS, type Publication } from '../domain/publication.js';
import { addDays, localMoment } from '../lib/city-time.js';
import { plainText } from '../services/plain-text.js';
import { publicationSchemas } from '../services/publications/input.js';
import type { Publications } from '../services/publications/publications.js';
import { topicSchema } from '../services/topics/input.js';
import type { WebEnv } from '../web/env.js';
import { permit } from './authenticate.js';
import {
  publicationItemJson,
  publicationJson,
  toPublicationItemJson,
  toPublicationJson,
} from './publication-json.js';
import {
  changeBody,
  conflict,
  idParams,
  jsonAnswer,
  jsonBody,
  noQuery,
  notFound,
  pageOf,
  pageQuery,
  refusals,
} from './schema.js';

const PATH = '/api/v1/publications';
const MIDNIGHT = { hour: 0, minute: 0 };

const getRoute = createRoute({
  method: 'get',
  path: `${PATH}/{id}`,
  summary: 'One publication',
  middleware: permit('read'),
  request: { params: idParams, query: noQuery },
  responses: { 200: jsonAnswer(publicationJson, 'The publication'), ...refusals, ...notFound },
});

const deleteRoute = createRoute({
  method: 'delete',
  path: `${PATH}/{id}`,
  summary: 'Take a publication out of the register',
  description: 'Its address is free again; a feed does not bring it back.',
  middleware: permit('publications.write'),
  request: { params: idParams, query: noQuery },
  responses: { 204: { description: 'Deleted' }, ...refusals, ...notFound },
});

export interface PublicationRouteParts {
  readonly publications: Publications;
  /** Sandbox: photos may come from this machine over http */
  readonly allowLoopbackMedia: boolean;
  readonly timeZone: string;
}

/** The register of what the department publishes. */
export function addPublicationRoutes(
  api: OpenAPIHono<WebEnv>,
  { publications, allowLoopbackMedia, timeZone }: PublicationRouteParts,
): void {
  const schemas = publicationSchemas(allowLoopbackMedia);
  const createRouteOf = createRoute({
    method: 'post',
    path: PATH,
    summary: 'Register a publication',
    description:
      'Without `publishedAt` it is a draft. Another spelling of an address (case of the host, final dot, `www.`, final slash, parameters that track, fragment) is the same publication: the kept one is given back as it is. Equal titles are not the same. `photos` are fetched afterwards; one that fails is flagged. `act` belongs to kind `act` and is needed there; `order` is the mayor’s only stage and only his.',
    middleware: permit('publications.write'),
    request: { query: noQuery, body: jsonBody(schemas.input) },
    responses: {
      200: jsonAnswer(publicationJson, 'The one that is kept under this address already'),
      201: jsonAnswer(publicationJson, 'A new one'),
      ...refusals,
    },
  });
  const changeRoute = createRoute({
    method: 'patch',
    path: `${PATH}/{id}`,
    summary: 'Change a publication',
    description:
      'What is absent stays; null takes a field away. `publishedAt` publishes, null makes a draft again.',
    middleware: permit('publications.write'),
    request: { params: idParams, query: noQuery, body: changeBody(schemas.changes) },
    responses: { 200: jsonAnswer(publicationJson, 'The publication'), ...refusals, ...notFound, ...conflict },
  });
  const listRoute = createRoute({
    method: 'get',
    path: PATH,
    summary: 'Publications, newest first',
    middleware: permit('read'),
    request: { query: listQuery(timeZone) },
    responses: { 200: jsonAnswer(pageOf(publicationItemJson), 'One page'), ...refusals },
  });
  const shown = async (publication: Publication) =>
    toPublicationJson(publication, await publications.warnings(publication));

  api.openapi(createRouteOf, async (c) => {
    const by = { actor: c.get('actor'), source: 'api' } as const;
    const { publication, isNew } = await publications.register(c.req.valid('json'), by);
    return c.json(await shown(publication), isNew ? 201 : 200);
  });
  api.openapi(listRoute, async (c) => {
    const { q: text, ...filter } = c.req.valid('query');
    const { items, nextCursor } = await publications.list({ ...filter, text });
    return c.json({ items: items.map(toPublicationItemJson), nextCursor }, 200);
  });
  api.openapi(getRoute, async (c) => {
    return c.json(await shown(await publications.get(c.req.valid('param').id)), 200);
  });
  api.openapi(changeRoute, async (c) => {
    const { id } = c.req.valid('param');
    return c.json(await shown(await publications.change(id, c.req.valid('json'), c.get('actor'))), 200);
  });
  api.openapi(deleteRoute, async (c) => {
    await publications.remove(c.req.valid('param').id, c.get('actor'));
    return c.body(null, 204);
  });
}

function listQuery(timeZone: string) {
  const edge = (day: (text: string) => string, description: string) =>
    z
      .union([z.iso.date(), z.iso.datetime({ offset: true })])
      .transform((text) => (text.includes('T') ? new Date(text) : localMoment(day(text), MIDNIGHT, timeZone)))
      .optional()
      .openapi({ type: 'string', description });
  return z.strictObject({
    ...pageQuery,
    kind: z.enum(PUBLICATION_KINDS).optional(),
    topic: topicSchema.optional(),
    status: z.enum(['draft', 'published']).optional(),
    from: edge(
      (day) => day,
      'Published from this day of the city, or from this moment on; leaves drafts out',
    ),
    to: edge(
      (day) => addDays(day, 1),
      'Published up to this day of the city, it included, or before this moment',
    ),
    issuer: z.enum(ACT_ISSUERS).optional(),
    stage: z.enum(ACT_STAGES).optional(),
    q: plainText(200).min(1).optional().openapi({ description: 'Beginnings of words of the title' }),
  });
}
