import { badRequest } from './api-error.js';

/** A file of a multipart request. */
export interface UploadedFile {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly fileName: string;
}

/** Parameters of one call, from the query and a JSON, urlencoded or multipart body alike. */
export interface CallParameters {
  readonly values: Readonly<Record<string, unknown>>;
  readonly files: ReadonlyMap<string, UploadedFile>;
}

/** A text parameter; numbers count as their digits, as in a query. */
export function textParameter({ values }: CallParameters, name: string): string | undefined {
  const value = values[name];
  if (value === undefined || value === null) return undefined;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** A whole number. @throws {ApiError} 400 for anything else: ids are integers, never fractions or words */
export function integerParameter(parameters: CallParameters, name: string): number | undefined {
  const text = textParameter(parameters, name);
  if (text === undefined || text === '') return undefined;
  if (!/^-?\d{1,16}$/.test(text)) throw badRequest(`invalid ${name} specified`);
  return Number(text);
}

/** `true`, `True`, `1`, `yes` and a JSON true; anything else is false. */
export function flagParameter(parameters: CallParameters, name: string): boolean {
  return /^(true|1|yes|t|y)$/i.test(textParameter(parameters, name) ?? '');
}

/** An object or an array, given as JSON or as JSON inside a text. @throws {ApiError} 400 when the text is not JSON */
export function jsonParameter({ values }: CallParameters, name: string): unknown {
  const value = values[name];
  if (typeof value !== 'string' || value === '') return value === '' ? undefined : value;
  try {
    return JSON.parse(value);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw badRequest(`can't parse ${name.replaceAll('_', ' ')} JSON object`);
  }
}

/** A list. @throws {ApiError} 400 for anything else */
export function listParameter(parameters: CallParameters, name: string): readonly unknown[] | undefined {
  const value = jsonParameter(parameters, name);
  if (value === undefined || Array.isArray(value)) return value;
  throw badRequest(`field "${name}" must be of type Array`);
}
