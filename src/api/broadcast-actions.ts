import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { Broadcasts } from '../services/broadcasts/broadcasts.js';
import {
  approvalInput,
  correctionInput,
  proposalInput,
  recallInput,
  testInput,
} from '../services/broadcasts/input.js';
import type { WebEnv } from '../web/env.js';
import { permit } from './authenticate.js';
import { broadcastJson, toBroadcastJson } from './broadcast-json.js';
import {
  conflict,
  emptyBody,
  idParams,
  jsonAnswer,
  jsonBody,
  noQuery,
  notFound,
  optionalJsonBody,
  refusals,
} from './schema.js';

const answers = { 200: jsonAnswer(broadcastJson, 'The broadcast'), ...refusals, ...notFound, ...conflict };

const approveRoute = createRoute({
  method: 'post',
  path: '/api/v1/broadcasts/{id}/approve',
  summary: 'Approve and send, at once or at its time',
  description:
    '409 when `hash` is not that of the content now. Until `undoSeconds` pass it can be taken back. 403 `broadcast.second-person`: this kind needs another person than its last editor; a token never is one, and `emergencyReason` approves without.',
  middleware: permit('broadcasts.approve'),
  request: { params: idParams, query: noQuery, body: optionalJsonBody(approvalInput) },
  responses: answers,
});

const undoRoute = plainAction('undo', 'Take the approval back: a draft again');

const testRoute = createRoute({
  method: 'post',
  path: '/api/v1/broadcasts/{id}/test',
  summary: 'Send the draft as it is to these addresses only',
  middleware: permit('broadcasts.write'),
  request: { params: idParams, query: noQuery, body: jsonBody(testInput) },
  responses: { 204: { description: 'Handed to the messengers' }, ...refusals, ...notFound, ...conflict },
});

const pauseRoute = plainAction('pause', 'Stop sending for now');
const resumeRoute = plainAction('resume', 'Go on sending');
const cancelRoute = plainAction('cancel', 'Send no more; what waits becomes `skipped`');

const correctRoute = createRoute({
  method: 'post',
  path: '/api/v1/broadcasts/{id}/correct',
  summary: 'Correct the text for those who got it',
  description:
    'Telegram edits in place, where the text fits the same messages; otherwise, and in Viber, those who got the first message get a further one. Digests and the permanent page show the new text. Kinds that need a second person (`alert` always): 403 unless another person has proposed this very text (`…/propose-correction`), or `emergencyReason` says why nobody could be asked. 409 for what has not left, is paused or was recalled.',
  middleware: permit('broadcasts.approve'),
  request: { params: idParams, query: noQuery, body: jsonBody(correctionInput) },
  responses: answers,
});

const proposeRoute = createRoute({
  method: 'post',
  path: '/api/v1/broadcasts/{id}/propose-correction',
  summary: 'Keep a correction until a second person lets it go',
  description: 'Replaces an earlier proposal. 409 as for `…/correct`.',
  middleware: permit('broadcasts.write'),
  request: { params: idParams, query: noQuery, body: jsonBody(proposalInput) },
  responses: answers,
});

const recallRoute = createRoute({
  method: 'post',
  path: '/api/v1/broadcasts/{id}/recall',
  summary: 'Take it back where a messenger allows it',
  description:
    'Telegram deletes messages younger than 48 hours, Viber none; in Telegram a digest of several items is edited instead. What still waits is never sent. The permanent page says that it was recalled, and why.',
  middleware: permit('broadcasts.approve'),
  request: { params: idParams, query: noQuery, body: optionalJsonBody(recallInput) },
  responses: answers,
});

/** What is done to a broadcast once it is written. */
export function addBroadcastActionRoutes(api: OpenAPIHono<WebEnv>, broadcasts: Broadcasts): void {
  api.openapi(approveRoute, async (c) => {
    const view = await broadcasts.approve(c.req.valid('param').id, c.req.valid('json'), c.get('actor'));
    return c.json(toBroadcastJson(view), 200);
  });
  api.openapi(correctRoute, async (c) => {
    const view = await broadcasts.correct(c.req.valid('param').id, c.req.valid('json'), c.get('actor'));
    return c.json(toBroadcastJson(view), 200);
  });
  api.openapi(proposeRoute, async (c) => {
    const { text } = c.req.valid('json');
    const view = await broadcasts.proposeCorrection(c.req.valid('param').id, text, c.get('actor'));
    return c.json(toBroadcastJson(view), 200);
  });
  api.openapi(recallRoute, async (c) => {
    const { reason } = c.req.valid('json');
    return c.json(
      toBroadcastJson(await broadcasts.recall(c.req.valid('param').id, reason, c.get('actor'))),
      200,
    );
  });
  api.openapi(undoRoute, async (c) =>
    c.json(toBroadcastJson(await broadcasts.undo(c.req.valid('param').id, c.get('actor'))), 200),
  );
  api.openapi(testRoute, async (c) => {
    await broadcasts.test(c.req.valid('param').id, c.req.valid('json').to, c.get('actor'));
    return c.body(null, 204);
  });
  api.openapi(pauseRoute, async (c) =>
    c.json(toBroadcastJson(await broadcasts.pause(c.req.valid('param').id, c.get('actor'))), 200),
  );
  api.openapi(resumeRoute, async (c) =>
    c.json(toBroadcastJson(await broadcasts.resume(c.req.valid('param').id, c.get('actor'))), 200),
  );
  api.openapi(cancelRoute, async (c) =>
    c.json(toBroadcastJson(await broadcasts.cancel(c.req.valid('param').id, c.get('actor'))), 200),
  );
}

function plainAction(action: 'undo' | 'pause' | 'resume' | 'cancel', summary: string) {
  return createRoute({
    method: 'post',
    path: `/api/v1/broadcasts/{id}/${action}`,
    summary,
    middleware: permit('broadcasts.approve'),
    request: { params: idParams, query: noQuery, body: emptyBody },
    responses: answers,
  });
}
