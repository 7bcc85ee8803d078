import { badRequest } from './api-error.js';
import { parseMultipart } from './multipart.js';
import type { CallParameters } from './parameters.js';

/**
 * Reads the parameters of a call from the query and the body.
 *
 * @see https://core.telegram.org/bots/api#making-requests GET and POST; query, urlencoded, JSON, multipart
 * @throws {ApiError} 400 when the body is not what its content type says
 */
export function parseParameters(query: URLSearchParams, contentType: string, body: Buffer): CallParameters {
  const fromQuery = Object.fromEntries(query);
  if (body.length === 0) return { values: fromQuery, files: new Map() };
  if (contentType.startsWith('application/json')) return fromJson(body, fromQuery);
  if (contentType.startsWith('multipart/form-data')) {
    const { values, files } = parseMultipart(body, contentType);
    return { values: { ...fromQuery, ...values }, files };
  }
  const form = new URLSearchParams(body.toString('utf8'));
  return { values: { ...fromQuery, ...Object.fromEntries(form) }, files: new Map() };
}

type Values = Readonly<Record<string, unknown>>;

function fromJson(body: Buffer, fromQuery: Values): CallParameters {
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'));
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) {
      return { values: { ...fromQuery, ...parsed }, files: new Map() };
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw badRequest("can't parse JSON object");
}
