import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { isReportMonth } from '../domain/report/month.js';
import { markdownOf } from '../domain/report/paper.js';
import {
  DOCX_TYPE,
  documentName,
  REPORT_PARTS,
  type ReportDocuments,
} from '../services/reports/documents.js';
import type { Reports } from '../services/reports/reports.js';
import { attachment } from '../web/content-disposition.js';
import type { WebEnv } from '../web/env.js';
import { permit } from './authenticate.js';
import { offeredType } from './offered-type.js';
import { problem } from './problem.js';
import { reportJson, signatureJson, toReportJson, toSignatureJson } from './report-json.js';
import { ReportPage } from './report-page.js';
import {
  conflict,
  jsonAnswer,
  noQuery,
  notAcceptable,
  notFound,
  optionalJsonBody,
  refusals,
} from './schema.js';

const PATH = '/api/v1/reports/monthly/{month}';
const TYPES = ['application/json', 'text/markdown', 'text/html', DOCX_TYPE] as const;

const monthParams = z.object({
  month: z
    .string()
    .refine(isReportMonth, 'must be a month from 2000-01 to 2099-12')
    .openapi({ pattern: '^20\\d\\d-(0[1-9]|1[0-2])$', example: '2021-03' }),
});

const readQuery = z.strictObject({
  version: z
    .union([
      z.enum(['newest', 'current']),
      z
        .string()
        .regex(/^[1-9]\d{0,3}$/, 'must be `newest`, `current` or the number of a signed version')
        .transform(Number),
    ])
    .default('newest')
    .openapi({
      type: 'string',
      description:
        '`newest`: as signed last, or as it reads now while nobody has; `current`: as it reads now',
    }),
  part: z
    .enum(REPORT_PARTS)
    .default('letter')
    .openapi({ description: '`appendices`: the lists behind the numbers, in Word only' }),
});

const readRoute = createRoute({
  method: 'get',
  path: PATH,
  summary: 'The department’s report of a month',
  description:
    'JSON with every number and its list, or the letter itself as `Accept` asks: Markdown, HTML or Word. Only printed paragraphs are in the letter.',
  middleware: permit('read'),
  request: { params: monthParams, query: readQuery },
  responses: {
    200: {
      content: {
        'application/json': { schema: reportJson },
        'text/markdown': { schema: z.string() },
        'text/html': { schema: z.string() },
        [DOCX_TYPE]: { schema: z.string().openapi({ format: 'binary' }) },
      },
      description: 'The report',
    },
    ...refusals,
    ...notFound,
    ...notAcceptable,
  },
});

const signRoute = createRoute({
  method: 'post',
  path: `${PATH}/sign`,
  summary: 'Sign the report as it reads now',
  description:
    'Freezes text, numbers and lists as a new version; earlier ones stay. 409 while the month is not over, a constant is unconfirmed, words are missing, sums disagree, or `hash` is not that of the report now.',
  middleware: permit('reports.sign'),
  request: {
    params: monthParams,
    query: noQuery,
    body: optionalJsonBody(z.strictObject({ hash: z.string().max(64).optional() })),
  },
  responses: { 200: jsonAnswer(signatureJson, 'The signature'), ...refusals, ...notFound, ...conflict },
});

export interface ReportRouteParts {
  readonly reports: Pick<Reports, 'read' | 'sign'>;
  readonly documents: ReportDocuments;
}

/** The monthly report for other systems. */
export function addReportRoutes(api: OpenAPIHono<WebEnv>, { reports, documents }: ReportRouteParts): void {
  api.openapi(readRoute, async (c) => {
    const { month } = c.req.valid('param');
    c.header('Vary', 'Accept', { append: true });
    const { version, part } = c.req.valid('query');
    const offered = part === 'letter' ? TYPES : ([DOCX_TYPE] as const);
    const type = offeredType(c, offered);
    if (type === undefined) return problem(c, 406, { detail: `Offered: ${offered.join(', ')}` });
    const isJson = type === 'application/json';
    const view = await reports.read(month, version, c.get('actor'), isJson);
    if (isJson) return c.json(toReportJson(view), 200);
    if (type === 'text/html') return c.html(`<!doctype html>${<ReportPage paper={view.paper} />}`);
    if (type === 'text/markdown')
      return c.body(markdownOf(view.paper), 200, { 'Content-Type': 'text/markdown; charset=utf-8' });
    const bytes = part === 'letter' ? documents.letterDocx(view) : documents.appendicesDocx(view);
    return c.body(await bytes, 200, {
      'Content-Type': DOCX_TYPE,
      'Content-Disposition': attachment(documentName(part, month)),
    });
  });
  api.openapi(signRoute, async (c) => {
    const { hash } = c.req.valid('json') ?? {};
    return c.json(toSignatureJson(await reports.sign(c.req.valid('param').month, hash, c.get('actor'))), 200);
  });
}
