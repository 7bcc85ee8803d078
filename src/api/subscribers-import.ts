import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { HTTPException } from 'hono/http-exception';
import { importedSubscriber } from '../services/subscriptions/input.js';
import type { ImportLine, Subscriptions } from '../services/subscriptions/subscriptions.js';
import { brokenOff } from '../web/body-limit.js';
import type { WebEnv } from '../web/env.js';
import { permit } from './authenticate.js';
import { type Line, readLines } from './lines.js';
import { failingFields } from './problem.js';
import { jsonAnswer, noQuery, refusals } from './schema.js';

/** The import has no limit of its own: it is read line by line. */
export const IMPORT_PATH = '/api/v1/subscribers/import';

const NDJSON_TYPES = ['application/x-ndjson', 'application/ndjson', 'application/jsonl'];

/** A person takes a few hundred bytes. */
const LINE_MAX_BYTES = 16 * 1024;
/** Characters of the reason why a line was rejected: thousands of them are kept until the answer. */
const REASON_MAX = 300;

const resultJson = z
  .strictObject({
    created: z.int(),
    updated: z.int(),
    rejected: z.array(z.strictObject({ line: z.int(), reason: z.string() })),
  })
  .openapi('ImportResult');

const importRoute = createRoute({
  method: 'post',
  path: IMPORT_PATH,
  summary: 'Import subscribers',
  description: `Newline-delimited JSON, one person a line: \`{"channel":"telegram","address":"42","name":"Олена","locale":"uk","topics":["news"]}\`. \`topics\` omitted means all. Imported people are active. Any number of lines; wrong ones are rejected one by one. Repeating an import is harmless, so it takes no Idempotency-Key.`,
  middleware: permit('subscribers.import'),
  request: {
    query: noQuery,
    body: {
      content: { 'application/x-ndjson': { schema: { type: 'string' as const } } },
      required: true,
    },
  },
  responses: { 200: jsonAnswer(resultJson, 'What became of the lines'), ...refusals },
});

/** `POST …/subscribers/import`: memory stays flat, the client is slowed down to the speed of the database. */
export function addSubscriberImportRoute(api: OpenAPIHono<WebEnv>, subscriptions: Subscriptions): void {
  api.openapi(importRoute, async (c) => {
    const contentType = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
    if (!NDJSON_TYPES.includes(contentType)) {
      throw new HTTPException(415, { message: `Content-Type must be ${NDJSON_TYPES[0]}.` });
    }
    const { body } = c.req.raw;
    const lines = body ? toImportLines(readLines(unbroken(body), LINE_MAX_BYTES)) : noLines();
    const { created, updated, rejected } = await subscriptions.importAll(lines, c.get('actor'));
    return c.json({ created, updated, rejected: [...rejected] }, 200);
  });
}

/** A client that goes away in the middle is no bug of ours. */
async function* unbroken(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (cause) {
    throw brokenOff(cause);
  }
}

async function* toImportLines(lines: AsyncIterable<Line>): AsyncGenerator<ImportLine> {
  for await (const line of lines) {
    if (line.text?.trim() !== '') yield toImportLine(line);
  }
}

function toImportLine({ number: line, text }: Line): ImportLine {
  if (text === undefined) return { line, reason: `not UTF-8, or longer than ${LINE_MAX_BYTES} bytes` };
  const value = parseJson(text);
  if (value === undefined) return { line, reason: 'not JSON' };
  const parsed = importedSubscriber.safeParse(value);
  if (parsed.success) return { line, subscriber: parsed.data };
  const fields = failingFields(parsed.error.issues);
  const reason = fields.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; ');
  return { line, reason: reason.slice(0, REASON_MAX) };
}

/** @returns undefined for text that is no JSON (JSON itself has no undefined) */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function* noLines(): AsyncGenerator<ImportLine> {}
