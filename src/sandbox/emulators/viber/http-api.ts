import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { answerWithFault, type Fault, type FaultPlan } from '../http/faults.js';
import { BodyTooLargeError, readBody } from '../http/read-body.js';
import { writeMedia } from '../http/write-media.js';
import { type Fields, isFields } from './field-rules.js';
import { jsonWithToken } from './message-tokens.js';
import { findViberMethod } from './methods/all-methods.js';
import { CHAT_HOSTNAME } from './methods/method.js';
import type { ViberState } from './server-state.js';
import { STATUS, ViberRefusal } from './status.js';

/** @see https://creators.viber.com/docs/bots-api/data-models/message "maximum size of a message is 30KB" */
const BODY_MAX_BYTES = 30 * 1024;

export interface ViberHttpParts {
  readonly token: string;
  readonly state: ViberState;
  readonly faults: FaultPlan;
}

/** The REST API's front: `POST /pa/<method>`, always HTTP 200 with a `status`; and residents' media for the bot. */
export function createViberHttpApi(parts: ViberHttpParts): RequestListener {
  return (request, response) => {
    handle(parts, request, response).catch((error: unknown) => {
      response.writeHead(500).end(`Emulator failed: ${error}`);
    });
  };
}

async function handle(
  parts: ViberHttpParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { state, faults } = parts;
  const [, folder, name = ''] = /^\/(pa|media)\/([^/?]+)/.exec(request.url ?? '') ?? [];
  if (folder === 'media') {
    writeMedia(response, state.files.get(name));
    return;
  }
  const fields = await readFields(request);
  if (faults.latencyMs > 0) await delay(faults.latencyMs);
  const personIds = fields instanceof ViberRefusal ? [] : receivers(fields);
  const fault = faults.take(name, personIds);
  const isTaken = fault === undefined || fault.accepted === true;
  const proper = isTaken ? await call(parts, name, request, fields) : undefined;
  state.journal.recordRequest({
    at: state.now(),
    method: name,
    personIds,
    parameters: fields instanceof ViberRefusal ? {} : withoutToken(fields),
    outcome: fault === undefined ? (proper?.outcome ?? '') : `fault: ${fault.answer.kind}`,
  });
  if (fault !== undefined) spoil(response, fault);
  else if (proper !== undefined) {
    response.writeHead(proper.httpStatus, { 'content-type': 'application/json' });
    response.end(proper.body);
  }
}

interface Answer {
  readonly httpStatus: number;
  readonly body: string;
  readonly outcome: string;
}

async function call(
  { state, token }: ViberHttpParts,
  name: string,
  request: IncomingMessage,
  fields: Fields | ViberRefusal,
): Promise<Answer> {
  const method = findViberMethod(name);
  if (method === undefined) return { httpStatus: 404, body: '', outcome: 'no such method' };
  try {
    const given = request.headers['x-viber-auth-token'];
    const inBody = fields instanceof ViberRefusal ? undefined : fields.auth_token;
    if ((given ?? inBody) !== token) throw new ViberRefusal('invalidAuthToken');
    if (fields instanceof ViberRefusal) throw fields;
    const result = await method(state, fields);
    const ok = { status: STATUS.ok, status_message: 'ok', ...result.fields };
    const body = result.token === undefined ? JSON.stringify(ok) : jsonWithToken(ok, result.token);
    return { httpStatus: 200, body, outcome: 'ok' };
  } catch (error) {
    if (!(error instanceof ViberRefusal)) throw error;
    return { httpStatus: 200, body: refusalBody(error.status, error.message), outcome: error.message };
  }
}

async function readFields(request: IncomingMessage): Promise<Fields | ViberRefusal> {
  try {
    const body = await readBody(request, BODY_MAX_BYTES);
    const parsed: unknown = body.length === 0 ? {} : JSON.parse(body.toString('utf8'));
    return isFields(parsed) ? parsed : new ViberRefusal('badData', 'the body is not a JSON object');
  } catch (error) {
    if (error instanceof BodyTooLargeError) return new ViberRefusal('badData', 'the body is over 30 kB');
    if (error instanceof SyntaxError) return new ViberRefusal('badData', 'the body is not JSON');
    throw error;
  }
}

function receivers(fields: Fields): readonly string[] {
  const list = fields.broadcast_list;
  if (Array.isArray(list)) return list.map(String);
  return typeof fields.receiver === 'string' ? [fields.receiver] : [];
}

function spoil(response: ServerResponse, { answer }: Fault): void {
  if (answer.kind !== 'throttle' && answer.kind !== 'refuse') {
    answerWithFault(response, answer);
    return;
  }
  const isThrottle = answer.kind === 'throttle';
  const status = isThrottle ? STATUS.tooManyRequests : answer.code;
  const words = isThrottle ? 'tooManyRequests' : (answer.description ?? 'failure');
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(refusalBody(status, words));
}

function refusalBody(status: number, message: string): string {
  return JSON.stringify({ status, status_message: message, chat_hostname: CHAT_HOSTNAME });
}

function withoutToken({ auth_token: _secret, ...fields }: Fields): Fields {
  return fields;
}
