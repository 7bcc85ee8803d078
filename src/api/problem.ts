import { STATUS_CODES } from 'node:http';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** What every refusal of the API looks like. @see https://www.rfc-editor.org/rfc/rfc9457 */
export const problemJson = z
  .strictObject({
    type: z.literal('about:blank'),
    title: z.string().openapi({ description: 'The status in words' }),
    status: z.int(),
    detail: z.string().optional().openapi({ description: 'What is wrong, for a person' }),
    code: z.string().optional().openapi({ description: 'Stable name of the refusal, for a program' }),
    errors: z
      .array(z.strictObject({ path: z.string(), message: z.string() }))
      .optional()
      .openapi({ description: 'Each failing field' }),
    newMessages: z
      .array(
        z.strictObject({
          id: z.string(),
          from: z.enum(['citizen', 'staff']),
          text: z.string(),
          at: z.string(),
        }),
      )
      .optional()
      .openapi({ description: '`appeal.new-messages`: what came while the answer was being written' }),
  })
  .openapi('Problem');

export type ProblemDetails = Partial<
  Pick<z.infer<typeof problemJson>, 'detail' | 'code' | 'errors' | 'newMessages'>
>;

/** Answers with problem details. */
export function problem(c: Context, status: ContentfulStatusCode, details: ProblemDetails = {}): Response {
  const body = { type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, ...details };
  return c.body(JSON.stringify(body), status, { 'Content-Type': 'application/problem+json' });
}

/** Of what is wrong this many fields are named, each by at most so many characters: the request chose both. */
const FIELDS_MAX = 100;
const PATH_MAX = 200;

/** Issues of a schema as failing fields; an unknown field is named itself, not its parent. */
export function failingFields(issues: readonly z.core.$ZodIssue[]): { path: string; message: string }[] {
  const fields = issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [{ path: issue.path, message: issue.message }];
    return issue.keys.map((key) => ({ path: [...issue.path, key], message: 'Unknown field' }));
  });
  return fields
    .slice(0, FIELDS_MAX)
    .map(({ path, message }) => ({ path: path.join('.').slice(0, PATH_MAX), message }));
}
