import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ADMIN_TOKEN, anApi, KNOWN_ID, KNOWN_NUMBER, UNKNOWN_ID } from './an-api.js';

interface OpenApiDocument {
  readonly paths: Record<string, Record<string, { responses: Record<string, { content?: Content }> }>>;
  readonly components: { readonly schemas: object };
}
type Content = Record<string, { readonly schema: object }>;

const draft = { kind: 'news', title: 'Вода', text: 'Завтра води не буде' };
const publication = { ...draft, topic: 'news', url: 'https://nizhynrada.gov.ua/news/1' };
const FIRST_ID = '1'.padStart(24, '0');
const appeal = `/api/v1/appeals/${encodeURIComponent(KNOWN_NUMBER)}`;

/** One real request for each operation, and the refusals a client meets most. */
const REQUESTS: readonly (readonly [string, string, number, unknown?])[] = [
  ['GET', '/api/v1/subscribers', 200],
  ['GET', '/api/v1/subscribers/stats', 200],
  ['POST', '/api/v1/subscribers/import', 200, '{"channel":"telegram","address":"1"}\nx'],
  ['POST', '/api/v1/broadcasts', 201, draft],
  ['POST', '/api/v1/broadcasts', 422, {}],
  ['GET', '/api/v1/broadcasts', 200],
  ['GET', `/api/v1/broadcasts/${KNOWN_ID}`, 200],
  ['GET', `/api/v1/broadcasts/${UNKNOWN_ID}`, 404],
  ['PATCH', `/api/v1/broadcasts/${KNOWN_ID}`, 200, { title: 'Газ' }],
  ['DELETE', `/api/v1/broadcasts/${KNOWN_ID}`, 204],
  ['POST', `/api/v1/broadcasts/${KNOWN_ID}/approve`, 200, { hash: 'h1' }],
  ['POST', `/api/v1/broadcasts/${KNOWN_ID}/approve`, 409, { hash: 'stale' }],
  ['POST', `/api/v1/broadcasts/${KNOWN_ID}/undo`, 200],
  ['POST', `/api/v1/broadcasts/${KNOWN_ID}/pause`, 200],
  ['POST', `/api/v1/broadcasts/${KNOWN_ID}/resume`, 200],
  ['POST', `/api/v1/broadcasts/${KNOWN_ID}/cancel`, 200],
  ['POST', `/api/v1/broadcasts/${KNOWN_ID}/propose-correction`, 200, { text: 'Правильно так' }],
  ['POST', `/api/v1/broadcasts/${KNOWN_ID}/correct`, 200, { text: 'Правильно так' }],
  ['POST', `/api/v1/broadcasts/${KNOWN_ID}/recall`, 200, { reason: 'Помилка' }],
  ['POST', `/api/v1/broadcasts/${KNOWN_ID}/test`, 204, { to: [{ channel: 'telegram', address: '42' }] }],
  ['GET', `/api/v1/broadcasts/${KNOWN_ID}/deliveries`, 200],
  ['GET', `/api/v1/broadcasts/${KNOWN_ID}/analytics`, 200],
  ['POST', '/api/v1/publications', 201, publication],
  ['POST', '/api/v1/publications', 200, publication],
  ['POST', '/api/v1/publications', 422, {}],
  ['GET', '/api/v1/publications', 200],
  ['GET', `/api/v1/publications/${FIRST_ID}`, 200],
  ['GET', `/api/v1/publications/${FIRST_ID}/comments`, 200],
  ['PATCH', `/api/v1/publications/${FIRST_ID}`, 200, { title: 'Газ' }],
  ['DELETE', `/api/v1/publications/${FIRST_ID}`, 204],
  ['DELETE', `/api/v1/publications/${FIRST_ID}`, 404],
  ['GET', '/api/v1/reports/monthly/2021-03', 200],
  ['GET', '/api/v1/reports/monthly/2021-13', 422],
  ['GET', '/api/v1/reports/monthly/2021-03?version=7', 404],
  ['POST', '/api/v1/reports/monthly/2021-03/sign', 200, { hash: 'h1' }],
  ['POST', '/api/v1/reports/monthly/2021-03/sign', 409, { hash: 'stale' }],
  ['GET', '/api/v1/audit?limit=2', 200],
  ['GET', '/api/v1/audit?from=yesterday', 422],
  ['GET', '/api/v1/audit/chain', 200],
  ['GET', '/api/v1/appeals', 200],
  ['GET', appeal, 200],
  ['POST', `${appeal}/take`, 200],
  ['POST', `${appeal}/assign`, 200, { assignee: KNOWN_ID }],
  ['POST', `${appeal}/reply`, 200, { text: 'Полагодимо' }],
  ['POST', `${appeal}/classify`, 200, { category: 'roads', nature: 'complaint' }],
  ['POST', `${appeal}/note`, 200, { text: 'Подзвонити' }],
  ['POST', `${appeal}/forward`, 200, { department: 'housing' }],
  ['POST', `${appeal}/close`, 200, { resolution: 'answered' }],
  ['POST', `${appeal}/reopen`, 200, { reason: 'Заявник додав фото' }],
  ['GET', `${appeal}/similar`, 200],
  ['POST', `${appeal}/gather`, 200, { with: [KNOWN_NUMBER] }],
  ['POST', `${appeal}/consider`, 200, { verdict: 'taken' }],
  ['POST', `${appeal}/limit-access`, 200, { reason: 'Видно позиції' }],
  ['POST', `${appeal}/open-access`, 200, {}],
  [
    'POST',
    '/api/v1/appeals',
    201,
    {
      channel: 'paper',
      nature: 'complaint',
      applicant: { fullName: 'Коваль' },
      category: 'roads',
      text: 'Яма',
    },
  ],
  ['POST', `${appeal}/ask`, 200, { question: 'Який під’їзд?' }],
  ['POST', `${appeal}/called`, 200, { message: 'm-2', note: 'Розповіла телефоном' }],
  ['GET', '/api/v1/lost-answers', 200],
  ['POST', `${appeal}/extend`, 200, { reason: 'Потрібне обстеження' }],
  ['POST', `${appeal}/register`, 200, { incomingNumber: '1457', registeredAt: '2026-11-23T09:00:00+02:00' }],
  [
    'POST',
    `${appeal}/forward-outside`,
    200,
    { addressee: 'Служба доріг', letterNumber: '01-12/345', letterDay: '2026-11-23' },
  ],
  ['POST', `${appeal}/request-details`, 200, { missing: ['residence'], until: '2026-12-03' }],
  ['POST', `${appeal}/review`, 200, { decision: 'upheld', reason: 'Ліхтар світить' }],
  ['POST', `${appeal}/reject`, 200, { reason: 'Немає підстав', as: 'refused' }],
  ['POST', `${appeal}/merge`, 200, { into: KNOWN_NUMBER }],
  ['POST', `${appeal}/separate`, 200],
  ['GET', '/api/v1/quarantine', 200],
  ['POST', `${appeal}/release`, 200],
  ['POST', `${appeal}/mark-spam`, 200],
  ['POST', `${appeal}/block`, 200, { reason: 'Сто порожніх звернень', days: 7 }],
  ['POST', `${appeal}/block`, 422, { reason: 'Сто порожніх звернень', days: 0 }],
  ['POST', `${appeal}/unblock`, 200],
  ['GET', '/api/v1/call-backs', 200],
  ['POST', `/api/v1/call-backs/${KNOWN_ID}/finish`, 204, { note: 'Розповіла телефоном' }],
  ['POST', `/api/v1/call-backs/${UNKNOWN_ID}/finish`, 404, { note: 'Розповіла телефоном' }],
  ['POST', `/api/v1/call-backs/${KNOWN_ID}/finish`, 422, { note: '' }],
  ['POST', `${appeal}/submit`, 200, { text: 'Полагодимо' }],
  ['POST', `${appeal}/sign`, 200, { outgoingNumber: '01-12/345' }],
  ['POST', `${appeal}/send-back`, 200, { remark: 'Додайте дату' }],
  ['POST', '/api/v1/staff', 201, { email: 'm@rada.gov.ua', name: 'Модератор', roles: ['moderator'] }],
  ['GET', '/api/v1/staff', 200],
  ['PATCH', `/api/v1/staff/${FIRST_ID}`, 200, { position: 'Головна спеціалістка', departments: ['housing'] }],
  ['POST', '/api/v1/staff', 201, { email: 's@rada.gov.ua', name: 'Колега', roles: ['moderator'] }],
  [
    'PUT',
    `/api/v1/staff/${FIRST_ID}/absence`,
    200,
    { from: '2026-11-24', to: '2026-12-04', substitute: '2'.padStart(24, '0') },
  ],
  ['PUT', `/api/v1/staff/${FIRST_ID}/absence`, 422, { from: '2026-12-04', to: '2026-11-24' }],
  ['GET', '/api/v1/absences', 200],
  ['DELETE', `/api/v1/staff/${FIRST_ID}/absence`, 204],
  ['DELETE', `/api/v1/staff/${FIRST_ID}/absence`, 409],
  ['DELETE', `/api/v1/staff/${FIRST_ID}/second-factor`, 204],
  ['DELETE', `/api/v1/staff/${FIRST_ID}`, 204],
  ['POST', '/api/v1/tokens', 201, { name: 'Сайт', roles: ['editor'] }],
  ['GET', '/api/v1/tokens', 200],
  ['DELETE', `/api/v1/tokens/${'1'.padStart(24, '0')}`, 204],
  ['GET', '/api/v1/calendar/holidays/2026', 200],
  ['GET', '/api/v1/calendar/holidays/1999', 422],
  ['GET', '/api/v1/calendar/due?clock=appeal&from=2026-11-23T10:00:00Z', 200],
  ['GET', '/api/v1/calendar/due?clock=appeal&from=2026-11-23', 422],
  ['GET', '/api/v1/settings', 200],
  ['PATCH', '/api/v1/settings', 200, { organisation: { phone: '7-12-34' } }],
];

describe('openapi.json', () => {
  it('describes every route, and nothing else', async () => {
    const { api, app } = anApi();
    const document = await documentOf(app);
    const described = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const routes = api.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/v1/'))
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
    expect(described.sort()).toEqual([...new Set(routes)].sort());
  });

  it('is true: real answers of every operation fit it', async () => {
    const { app } = anApi();
    const document = await documentOf(app);
    const asked = new Set<string>();
    for (const [method, path, status, body] of REQUESTS) {
      const answer = await app.request(path, { method, ...requestOf(path, body) });
      expect([method, path, answer.status]).toEqual([method, path, status]);
      const template = templateOf(document, path.split('?')[0] ?? path);
      asked.add(`${method} ${template}`);
      const described = document.paths[template]?.[method.toLowerCase()]?.responses[status];
      expect(described, `${method} ${path} ${status}`).toBeDefined();
      const content = described?.content?.[answer.headers.get('content-type')?.split(';')[0] ?? ''];
      if (status !== 204)
        expect(schemaOf(document, content?.schema).safeParse(await answer.json()).error).toBeUndefined();
    }
    const operations = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect([...asked].sort()).toEqual(operations.sort());
  });

  it('has a page for people that needs no script', async () => {
    const { app } = anApi();
    const page = await (await app.request('/api/docs')).text();
    expect(page).toContain('POST /api/v1/broadcasts/{id}/approve');
    expect(page).not.toContain('<script');
  });
});

async function documentOf(app: ReturnType<typeof anApi>['app']): Promise<OpenApiDocument> {
  return (await app.request('/api/openapi.json')).json();
}

function requestOf(path: string, body: unknown): { headers: Record<string, string>; body?: string } {
  const headers = { authorization: `Bearer ${ADMIN_TOKEN}` };
  if (body === undefined) return { headers };
  const contentType = path.endsWith('/import') ? 'application/x-ndjson' : 'application/json';
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { headers: { ...headers, 'content-type': contentType }, body: text };
}

/** The described path that a real one is an instance of; `/stats` before `/{id}`. */
function templateOf(document: OpenApiDocument, path: string): string {
  const fits = Object.keys(document.paths).filter((template) =>
    new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path),
  );
  return fits.sort((a, b) => a.split('{').length - b.split('{').length)[0] ?? path;
}

function schemaOf(document: OpenApiDocument, schema: object | undefined): z.ZodType {
  const { schemas } = document.components;
  const text = JSON.stringify({ ...schema, $defs: schemas }).replaceAll('#/components/schemas/', '#/$defs/');
  return z.fromJSONSchema(JSON.parse(text));
}
