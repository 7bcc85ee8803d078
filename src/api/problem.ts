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
  })
  .openapi('Problem');

export type ProblemDetails = Partial<Pick<z.infer<typeof problemJson>, 'detail' | 'code' | 'errors'>>;

/** Answers with problem details. */
export function problem(c: Context, status: ContentfulStatusCode, details: ProblemDetails = {}): Response {
  const body = { type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, ...details };
  return c.body(JSON.stringify(body), status, { 'Content-Type': 'application/problem+json' });
}

/** Issues of a schema as failing fields; an unknown field is named itself, not its parent. */
export function failingFields(issues: readonly z.core.$ZodIssue[]): { path: string; message: string }[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [{ path: issue.path.join('.'), message: issue.message }];
    return issue.keys.map((key) => ({ path: [...issue.path, key].join('.'), message: 'Unknown field' }));
  });
}
