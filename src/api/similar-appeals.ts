import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { APPEAL_STATUSES } from '../domain/appeal.js';
import type { Appeals, SimilarAppeal } from '../services/appeals/appeals.js';
import { appealNumber } from '../services/appeals/input.js';
import type { WebEnv } from '../web/env.js';
import { permit } from './authenticate.js';
import { jsonAnswer, noQuery, notFound, pageOf, refusals } from './schema.js';

const similarJson = z
  .strictObject({
    number: z.string().openapi({ example: 'Н-2026-000098' }),
    subject: z.string(),
    status: z.enum(APPEAL_STATUSES),
    score: z.number().openapi({ description: 'In (0, 1]; the higher, the surer' }),
    place: z
      .enum(['house', 'street', 'near'])
      .nullable()
      .openapi({ description: 'The same house or street, points near each other; null: not known' }),
    sameCategory: z.boolean(),
    words: z.array(z.string()).openapi({ description: 'Telling words of both' }),
  })
  .openapi('SimilarAppeal');

const similarRoute = createRoute({
  method: 'get',
  path: '/api/v1/appeals/{number}/similar',
  summary:
    'Others that may be about the same, with the reason: open ones and those of the last 60 days, at most 20',
  middleware: permit('appeals.write'),
  request: { params: z.object({ number: appealNumber }), query: noQuery },
  responses: { 200: jsonAnswer(pageOf(similarJson), 'The surest first'), ...refusals, ...notFound },
});

/** Appeals that may be about the same trouble; `gather` joins them. */
export function addSimilarAppealsRoute(api: OpenAPIHono<WebEnv>, appeals: Pick<Appeals, 'similar'>): void {
  api.openapi(similarRoute, async (c) => {
    const similar = await appeals.similar(c.req.valid('param').number, c.get('actor'));
    return c.json({ items: similar.map(toJson), nextCursor: null }, 200);
  });
}

function toJson({ appeal, resemblance }: SimilarAppeal): z.infer<typeof similarJson> {
  const { score, place, isSameCategory, words } = resemblance;
  const { number, subject, status } = appeal;
  return {
    ...{ number, subject, status, score },
    ...{ place: place?.kind ?? null, sameCategory: isSameCategory, words: [...words] },
  };
}
