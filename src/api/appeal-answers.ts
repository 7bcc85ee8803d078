import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Appeals } from '../services/appeals/appeals.js';
import { replyInput, sendBackInput, signInput, submitInput } from '../services/appeals/input.js';
import type { Files } from '../services/files/files.js';
import type { WebEnv } from '../web/env.js';
import { addAppealAction } from './appeal-action.js';
import { keepSentFiles } from './sent-files.js';

/** Answers to citizens: sent at once, or drafted by one and signed by another. */
export function addAppealAnswerRoutes(
  api: OpenAPIHono<WebEnv>,
  appeals: Appeals,
  files: Pick<Files, 'put'>,
): void {
  addAppealAction(
    api,
    'reply',
    'Answer into the citizen’s chat (takes an untaken appeal); up to 5 files, 10 MB together',
    replyInput,
    // With the same request id a repeat after a crash in the middle of the first request sends nothing twice.
    async ({ number, body, actor, requestId }) =>
      appeals.reply(number, { ...body, files: await keepSentFiles(files, body.files), requestId }, actor),
  );
  addAppealAction(
    api,
    'submit',
    'Hand an answer to whoever signs: it waits as `awaiting-signature`',
    submitInput,
    async ({ number, body, actor }) =>
      appeals.submitForSignature(number, { ...body, files: await keepSentFiles(files, body.files) }, actor),
  );
  addAppealAction(
    api,
    'sign',
    'Sign and send the waiting answer; `files` (a signed letter) join its own',
    signInput,
    async ({ number, body, actor, requestId }) =>
      appeals.sign(number, { ...body, files: await keepSentFiles(files, body.files), requestId }, actor),
  );
  addAppealAction(
    api,
    'send-back',
    'Return the waiting answer to its author; the remark becomes an internal note',
    sendBackInput,
    ({ number, body, actor }) => appeals.sendBack(number, body.remark, actor),
  );
}
