import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { Appeals } from '../services/appeals/appeals.js';
import { entryInput } from '../services/appeals/entry-input.js';
import type { Files } from '../services/files/files.js';
import type { WebEnv } from '../web/env.js';
import { appealJson, toAppealJson } from './appeal-json.js';
import { permit } from './authenticate.js';
import { requestIdOf } from './repeated-request.js';
import { jsonAnswer, jsonBody, noQuery, refusals } from './schema.js';
import { keepSentFiles } from './sent-files.js';

const enterRoute = createRoute({
  method: 'post',
  path: '/api/v1/appeals',
  summary: 'Enter an appeal that came on paper, by phone or at a reception',
  description:
    'It gets a number of the same register and the same term. Answers to it go on paper: nothing is sent. `files` (the scan): up to 5, 10 MB together.',
  middleware: permit('appeals.write'),
  request: { query: noQuery, body: jsonBody(entryInput) },
  responses: { 201: jsonAnswer(appealJson, 'The appeal'), ...refusals },
});

/** Appeals that other programs of the office enter: its own register of letters, a call centre. */
export function addAppealEntryRoute(
  api: OpenAPIHono<WebEnv>,
  appeals: Appeals,
  files: Pick<Files, 'put'>,
): void {
  api.openapi(enterRoute, async (c) => {
    const { files: given, ...entry } = c.req.valid('json');
    const kept = await keepSentFiles(files, given);
    const page = await appeals.enter({ ...entry, files: kept, requestId: requestIdOf(c) }, c.get('actor'));
    return c.json(toAppealJson(page), 201);
  });
}
