import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { keepAnswerFiles } from '../services/appeals/answer-files.js';
import type { Appeals } from '../services/appeals/appeals.js';
import {
  appealNumber,
  assignInput,
  closeInput,
  forwardInput,
  noteInput,
  replyInput,
} from '../services/appeals/input.js';
import type { Files } from '../services/files/files.js';
import type { WebEnv } from '../web/env.js';
import { appealJson, toAppealJson } from './appeal-json.js';
import { permit } from './authenticate.js';
import { requestIdOf } from './repeated-request.js';
import { conflict, emptyBody, jsonAnswer, jsonBody, noQuery, notFound, refusals } from './schema.js';

const takeRoute = actionRoute('take', 'Take the appeal: it is yours to answer', emptyBody);
const assignRoute = actionRoute('assign', 'Give it to a colleague', jsonBody(assignInput));
const replyRoute = actionRoute(
  'reply',
  'Answer into the citizen’s chat (takes an untaken appeal); up to 5 files, 10 MB together',
  jsonBody(replyInput),
);
const noteRoute = actionRoute(
  'note',
  'Add an internal note, never shown to the citizen',
  jsonBody(noteInput),
);
const forwardRoute = actionRoute('forward', 'Hand it over to another department', jsonBody(forwardInput));
const closeRoute = actionRoute('close', 'Close it', jsonBody(closeInput));

/** What staff do with an appeal; each answers the appeal as it stands then. */
export function addAppealActionRoutes(
  api: OpenAPIHono<WebEnv>,
  appeals: Appeals,
  files: Pick<Files, 'put'>,
): void {
  api.openapi(takeRoute, async (c) => {
    return c.json(toAppealJson(await appeals.take(c.req.valid('param').number, c.get('actor'))), 200);
  });
  api.openapi(assignRoute, async (c) => {
    const { assignee } = c.req.valid('json');
    return c.json(
      toAppealJson(await appeals.assign(c.req.valid('param').number, assignee, c.get('actor'))),
      200,
    );
  });
  api.openapi(replyRoute, async (c) => {
    const { text, files: given = [] } = c.req.valid('json');
    const decoded = given.map(({ content, ...file }) => ({ ...file, bytes: Buffer.from(content, 'base64') }));
    // With the same request id a repeat after a crash in the middle of the first request sends nothing twice.
    const answer = { text, files: await keepAnswerFiles(files, decoded), requestId: requestIdOf(c) };
    return c.json(
      toAppealJson(await appeals.reply(c.req.valid('param').number, answer, c.get('actor'))),
      200,
    );
  });
  api.openapi(noteRoute, async (c) => {
    const { text } = c.req.valid('json');
    return c.json(toAppealJson(await appeals.note(c.req.valid('param').number, text, c.get('actor'))), 200);
  });
  api.openapi(forwardRoute, async (c) => {
    const { department } = c.req.valid('json');
    return c.json(
      toAppealJson(await appeals.forward(c.req.valid('param').number, department, c.get('actor'))),
      200,
    );
  });
  api.openapi(closeRoute, async (c) => {
    const { resolution } = c.req.valid('json');
    return c.json(
      toAppealJson(await appeals.close(c.req.valid('param').number, resolution, c.get('actor'))),
      200,
    );
  });
}

function actionRoute<Action extends string, Body extends typeof emptyBody | ReturnType<typeof jsonBody>>(
  action: Action,
  summary: string,
  body: Body,
) {
  return createRoute({
    method: 'post',
    path: `/api/v1/appeals/{number}/${action}`,
    summary,
    middleware: permit('appeals.write'),
    request: { params: z.object({ number: appealNumber }), query: noQuery, body },
    responses: { 200: jsonAnswer(appealJson, 'The appeal'), ...refusals, ...notFound, ...conflict },
  });
}
