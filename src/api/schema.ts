import { z } from '@hono/zod-openapi';
import { problemJson } from './problem.js';

const PAGE_DEFAULT = 50;
const PAGE_MAX = 200;

/** `?cursor&limit` of every list. */
export const pageQuery = {
  cursor: z.string().min(1).max(200).optional().openapi({ description: '`nextCursor` of the page before' }),
  limit: z
    .string()
    .regex(/^\d{1,3}$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.int().min(1).max(PAGE_MAX))
    .default(PAGE_DEFAULT)
    .openapi({ type: 'integer', minimum: 1, maximum: PAGE_MAX, default: PAGE_DEFAULT }),
};

/** Routes without query parameters refuse any: a misspelt filter must not silently show everything. */
export const noQuery = z.strictObject({});

/** Path parameter of things the database numbers. */
export const idParams = z.object({
  id: z.string().regex(/^[0-9a-f]{24}$/, 'must be 24 hexadecimal digits'),
});

/** A page of a list. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() });
}

export function jsonBody<T extends z.ZodType>(schema: T) {
  return { content: { 'application/json': { schema } }, required: true as const };
}

/** What changes something: an empty body would look done and do nothing. */
export function changeBody<T extends z.ZodType<object>>(schema: T) {
  return jsonBody(
    schema.refine((given) => Object.keys(given).length > 0, 'must name at least one field to change'),
  );
}

/** A body that may be left out. */
export function optionalJsonBody<T extends z.ZodType>(schema: T) {
  return { content: { 'application/json': { schema } }, required: false as const };
}

export const emptyBody = optionalJsonBody(z.strictObject({}));

export function jsonAnswer<T extends z.ZodType>(schema: T, description: string) {
  return { content: { 'application/json': { schema } }, description };
}

const problemAnswer = (description: string) => ({
  content: { 'application/problem+json': { schema: problemJson } },
  description,
});

/** The refusals that every route knows. */
export const refusals = {
  401: problemAnswer('No valid bearer token'),
  403: problemAnswer('The token’s roles do not grant this'),
  422: problemAnswer('A field, parameter or id is wrong: see `errors`'),
};

export const notFound = { 404: problemAnswer('There is no such thing') };
export const conflict = { 409: problemAnswer('Not in this state: somebody was faster, or it is too late') };
export const notAcceptable = { 406: problemAnswer('None of the types that `Accept` names is offered') };
