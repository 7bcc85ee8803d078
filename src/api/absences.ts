import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { type Absences, absenceInput, type NamedAbsence } from '../services/absences/absences.js';
import type { WebEnv } from '../web/env.js';
import { permit } from './authenticate.js';
import { conflict, idParams, jsonAnswer, jsonBody, noQuery, notFound, refusals } from './schema.js';

const absenceJson = z
  .strictObject({
    staff: z.string().openapi({ description: 'Account of the one who is away' }),
    name: z.string(),
    from: z.iso.date().openapi({ description: 'First day away' }),
    to: z.iso.date().openapi({ description: 'Last day away' }),
    substitute: z.string().openapi({ description: 'Account of whoever does the work meanwhile' }),
    substituteName: z.string(),
  })
  .openapi('Absence');

const listRoute = createRoute({
  method: 'get',
  path: '/api/v1/absences',
  summary: 'Colleagues who are or will be away, the earliest first',
  middleware: permit('appeals.write'),
  request: { query: noQuery },
  responses: { 200: jsonAnswer(z.strictObject({ items: z.array(absenceJson) }), 'All of them'), ...refusals },
});

const setRoute = createRoute({
  method: 'put',
  path: '/api/v1/staff/{id}/absence',
  summary: 'Write down when a colleague is away and who does their work',
  middleware: permit('appeals.write'),
  request: { params: idParams, query: noQuery, body: jsonBody(absenceInput) },
  responses: { 200: jsonAnswer(absenceJson, 'The absence'), ...refusals, ...notFound },
});

const endRoute = createRoute({
  method: 'delete',
  path: '/api/v1/staff/{id}/absence',
  summary: 'The colleague is back, or does not leave',
  middleware: permit('appeals.write'),
  request: { params: idParams, query: noQuery },
  responses: { 204: { description: 'At work' }, ...refusals, ...notFound, ...conflict },
});

/** Who is away, and who does their work. */
export function addAbsenceRoutes(api: OpenAPIHono<WebEnv>, absences: Absences): void {
  api.openapi(listRoute, async (c) => c.json({ items: (await absences.planned()).map(toJson) }, 200));
  api.openapi(setRoute, async (c) => {
    const { id } = c.req.valid('param');
    await absences.set(id, c.req.valid('json'), c.get('actor'));
    const absence = await absences.of(id);
    if (!absence) throw new Error('an absence that was written down is there');
    return c.json(toJson(absence), 200);
  });
  api.openapi(endRoute, async (c) => {
    await absences.end(c.req.valid('param').id, c.get('actor'));
    return c.body(null, 204);
  });
}

function toJson({ staffId, name, from, to, substituteId, substituteName }: NamedAbsence) {
  return { staff: staffId, name, from, to, substitute: substituteId, substituteName };
}
