import type { ServerResponse } from 'node:http';
import type { ApiError } from './api-error.js';

/** One answer of the server, not yet written. */
export interface Answer {
  readonly httpStatus: number;
  readonly body: object;
  /** For the journal: `ok` or the refusal's description */
  readonly outcome: string;
}

/** `{ok: true, result}`. */
export function success(result: unknown): Answer {
  return { httpStatus: 200, body: { ok: true, result }, outcome: 'ok' };
}

/** `{ok: false, error_code, description, parameters?}` with the code as HTTP status too. */
export function refusal({ errorCode, description, parameters }: ApiError): Answer {
  const body = { ok: false, error_code: errorCode, description, ...(parameters && { parameters }) };
  return { httpStatus: errorCode, body, outcome: description };
}

/** Sends it. */
export function writeAnswer(response: ServerResponse, { httpStatus, body }: Answer): void {
  response.writeHead(httpStatus, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
