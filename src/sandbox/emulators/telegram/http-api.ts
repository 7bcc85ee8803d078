import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { answerWithFault, type Fault, type FaultPlan } from '../http/faults.js';
import { BodyTooLargeError, readBody } from '../http/read-body.js';
import { type Answer, refusal, success, writeAnswer } from './answer.js';
import { ApiError, notFound, tooManyRequests, unauthorized } from './api-error.js';
import { writeFileDownload } from './file-download.js';
import { fileAtPath } from './file-path.js';
import { findMethod } from './methods/all-methods.js';
import { type CallParameters, textParameter } from './parameters.js';
import { parseParameters } from './parse-parameters.js';
import type { ServerState } from './server-state.js';

/** 50 MB of file and room for the other parts. @see https://core.telegram.org/bots/api#sending-files */
const BODY_MAX_BYTES = 52 << 20;

export interface HttpApiParts {
  readonly token: string;
  readonly state: ServerState;
  readonly faults: FaultPlan;
}

/**
 * The server's front: `/bot<token>/<method>` and `/file/bot<token>/<path>`.
 *
 * @see https://core.telegram.org/bots/api#making-requests
 */
export function createHttpApi(parts: HttpApiParts): RequestListener {
  return (request, response) => {
    handle(parts, request, response).catch((error: unknown) => {
      const isRefusal = error instanceof ApiError;
      writeAnswer(response, refusal(isRefusal ? error : new ApiError(500, `Emulator failed: ${error}`)));
    });
  };
}

async function handle(
  parts: HttpApiParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const [, folder, token, path] = /^\/(file\/)?bot([^/]+)\/(.+?)\/?$/.exec(url.pathname) ?? [];
  if (token === undefined || path === undefined) throw notFound();
  if (token !== parts.token && token !== encodeURIComponent(parts.token)) {
    await readBody(request, BODY_MAX_BYTES);
    throw unauthorized();
  }
  if (folder !== undefined) {
    writeFileDownload(response, fileAtPath(parts.state.files, path));
    return;
  }
  await answer(parts, response, path, await readParameters(request, url));
}

async function answer(
  { state, faults }: HttpApiParts,
  response: ServerResponse,
  name: string,
  parameters: CallParameters,
): Promise<void> {
  if (faults.latencyMs > 0) await delay(faults.latencyMs);
  const chatId = textParameter(parameters, 'chat_id');
  const personIds = chatId === undefined ? [] : [chatId];
  const fault = faults.take(name, personIds);
  const isTaken = fault === undefined || fault.accepted === true;
  const proper = isTaken ? await call(state, name, parameters, closeSignal(response)) : undefined;
  state.journal.recordRequest({
    at: state.now(),
    method: name,
    personIds,
    parameters: parameters.values,
    outcome: fault === undefined ? (proper?.outcome ?? '') : `fault: ${fault.answer.kind}`,
  });
  if (fault !== undefined) spoil(response, fault);
  else if (proper !== undefined) writeAnswer(response, proper);
}

async function call(
  state: ServerState,
  name: string,
  parameters: CallParameters,
  signal: AbortSignal,
): Promise<Answer> {
  try {
    const method = findMethod(name);
    if (method === undefined) throw notFound();
    return success(await method({ state, parameters, signal }));
  } catch (error) {
    if (error instanceof ApiError) return refusal(error);
    throw error;
  }
}

function closeSignal(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  return gone.signal;
}

function spoil(response: ServerResponse, { answer: fault }: Fault): void {
  if (fault.kind === 'throttle') {
    writeAnswer(response, refusal(tooManyRequests(fault.retryAfterSeconds ?? 1)));
  } else if (fault.kind === 'refuse') {
    writeAnswer(response, refusal(new ApiError(fault.code, fault.description ?? 'Internal Server Error')));
  } else answerWithFault(response, fault);
}

async function readParameters(request: IncomingMessage, url: URL): Promise<CallParameters> {
  try {
    const body = await readBody(request, BODY_MAX_BYTES);
    return parseParameters(url.searchParams, request.headers['content-type'] ?? '', body);
  } catch (error) {
    if (error instanceof BodyTooLargeError) throw new ApiError(413, 'Request Entity Too Large');
    throw error;
  }
}
