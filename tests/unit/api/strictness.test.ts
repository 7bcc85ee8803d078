import { describe, expect, it } from 'vitest';
import { anApi, KNOWN_ID, KNOWN_NUMBER, UNKNOWN_ID } from './an-api.js';

const draft = { kind: 'news', title: 'Вода', text: 'Завтра води не буде' };

describe('the token', () => {
  it.each([
    ['GET', '/api/v1/broadcasts'],
    ['POST', '/api/v1/subscribers/import'],
    ['GET', '/api/v1/no-such-thing'],
    ['PUT', '/api/v1/broadcasts'],
    ['GET', '/api/v1'],
  ])('is asked for before anything else: %s %s', async (method, path) => {
    const { app } = anApi();
    const answer = await app.request(path, { method });
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  });

  it.each(['Bearer wrong', 'Basic YTpi', 'Bearer', 'Bearer a b'])(
    'is refused as %s',
    async (authorization) => {
      const { ask } = anApi();
      expect((await ask('GET', '/api/v1/broadcasts', { headers: { authorization } })).status).toBe(401);
    },
  );

  it('is asked for before a large body is read', async () => {
    const { app } = anApi();
    const answer = await app.request('/api/v1/broadcasts', { method: 'POST', body: 'x'.repeat(2_000_000) });
    expect(answer.status).toBe(401);
  });

  it.each([
    ['viewer', 'POST', '/api/v1/broadcasts', 403],
    ['editor', 'POST', `/api/v1/broadcasts/${KNOWN_ID}/approve`, 403],
    ['editor', 'POST', `/api/v1/broadcasts/${KNOWN_ID}/cancel`, 403],
    ['editor', 'POST', `/api/v1/broadcasts/${KNOWN_ID}/correct`, 403],
    ['moderator', 'POST', `/api/v1/broadcasts/${KNOWN_ID}/propose-correction`, 403],
    ['editor', 'POST', `/api/v1/broadcasts/${KNOWN_ID}/recall`, 403],
    ['approver', 'POST', `/api/v1/broadcasts/${KNOWN_ID}/pause`, 200],
    ['editor', 'POST', '/api/v1/staff', 403],
    ['head', 'POST', '/api/v1/tokens', 403],
    ['moderator', 'POST', '/api/v1/subscribers/import', 403],
    ['editor', 'PATCH', '/api/v1/settings', 403],
    ['viewer', 'GET', '/api/v1/broadcasts', 200],
    ['moderator', 'GET', '/api/v1/audit', 403],
    ['head', 'GET', '/api/v1/audit/chain', 200],
    ['viewer', 'GET', '/api/v1/quarantine', 200],
    ['viewer', 'POST', `/api/v1/appeals/${encodeURIComponent(KNOWN_NUMBER)}/release`, 403],
    ['editor', 'POST', `/api/v1/appeals/${encodeURIComponent(KNOWN_NUMBER)}/block`, 403],
    ['viewer', 'GET', '/api/v1/call-backs', 403],
    ['moderator', 'GET', '/api/v1/call-backs', 200],
    ['editor', 'POST', `/api/v1/call-backs/${KNOWN_ID}/finish`, 403],
    ['approver', 'POST', `/api/v1/broadcasts/${KNOWN_ID}/approve`, 200],
  ] as const)('of a %s: %s %s is %i', async (role, method, path, status) => {
    const { ask, tokenWith } = anApi();
    const headers = { authorization: `Bearer ${await tokenWith(role)}` };
    expect((await ask(method, path, { headers })).status).toBe(status);
  });
});

describe('a request that does not fit', () => {
  it.each(['broadcasts', 'publications', 'staff'])('is 422 when it changes nothing of %s', async (what) => {
    const { ask } = anApi();
    expect((await ask('PATCH', `/api/v1/${what}/${KNOWN_ID}`, { body: {} })).status).toBe(422);
  });

  it('is 422 when it changes no setting', async () => {
    expect((await anApi().ask('PATCH', '/api/v1/settings', { body: {} })).status).toBe(422);
  });

  it('is 404 for an unknown path and 405 with the allowed methods for an unknown method', async () => {
    const { ask } = anApi();
    expect((await ask('GET', '/api/v1/no-such-thing')).status).toBe(404);
    const answer = await ask('PUT', `/api/v1/broadcasts/${KNOWN_ID}`);
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, PATCH, DELETE']);
    expect((await ask('GET', `/api/v1/broadcasts/${KNOWN_ID}/approve`)).headers.get('allow')).toBe('POST');
  });

  it('is 400 for malformed JSON and 415 for another content type', async () => {
    const { ask } = anApi();
    expect((await ask('POST', '/api/v1/broadcasts', { body: '{"kind":' })).status).toBe(400);
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await ask('POST', '/api/v1/broadcasts', { body: 'kind=news', headers })).status).toBe(415);
    const form = await ask('POST', '/api/v1/subscribers/import', { body: '{}' });
    expect([form.status, form.headers.get('content-type')]).toEqual([415, 'application/problem+json']);
  });

  it('is 413 over a megabyte', async () => {
    const { ask } = anApi();
    const answer = await ask('POST', '/api/v1/broadcasts', { body: { ...draft, text: 'я'.repeat(600_000) } });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([413, 'application/problem+json']);
  });

  it('is 422 naming every failing field, also the unknown ones', async () => {
    const { ask } = anApi();
    const body = {
      kind: 'spam',
      title: 5,
      link: { url: 'javascript:alert(1)', label: 'x', extra: 1 },
      colour: 'red',
    };
    const answer = await ask('POST', '/api/v1/broadcasts', { body });
    expect(answer.status).toBe(422);
    const { errors, ...rest } = await answer.json();
    expect(rest).toEqual({ type: 'about:blank', title: 'Unprocessable Entity', status: 422 });
    expect(errors.map(({ path }: { path: string }) => path).sort()).toEqual([
      'colour',
      'kind',
      'link.extra',
      'link.url',
      'text',
      'title',
    ]);
  });

  it.each([
    ['null'],
    ['[]'],
    ['"text"'],
    ['{"kind":"news","title":"","text":"x"}'],
    ['{"kind":"news","title":"half a smile \\ud83d","text":"x"}'],
    ['{"kind":"news","title":"x","text":"nul \\u0000"}'],
    ['{"kind":"news","title":"x","text":"x","__proto__":{"a":1}}'],
    ['{"kind":"news","title":"x","text":"x","sendAt":"tomorrow"}'],
    ['{"kind":"news","title":"x","text":"x","ignoreQuietHours":"false"}'],
    ['{"kind":"news","title":"x","text":"x","media":[{"url":"http://127.0.0.1/a.jpg","alt":""}]}'],
    ['{"kind":"news","title":"x","text":"x","audience":{"channels":["sms"]}}'],
  ])('is 422 for the broadcast %s', async (body) => {
    const { ask, journal } = anApi();
    expect((await ask('POST', '/api/v1/broadcasts', { body })).status).toBe(422);
    expect(journal).toEqual([]);
  });

  it.each([
    '/api/v1/broadcasts?statuss=draft',
    '/api/v1/broadcasts?status=draft&status=sending',
    '/api/v1/broadcasts?limit=0',
    '/api/v1/broadcasts?limit=201',
    '/api/v1/broadcasts?limit=1e2',
    '/api/v1/broadcasts?cursor=',
    '/api/v1/subscribers?channel=sms',
    '/api/v1/subscribers/stats?x=1',
    '/api/v1/appeals?overdue=yes',
    '/api/v1/appeals?category=space',
    '/api/v1/appeals?dueUntil=tomorrow',
    '/api/v1/lost-answers?limit=5',
    '/api/v1/appeals?q=%00',
    '/api/v1/broadcasts/not-an-id',
    '/api/v1/appeals/H-2026-1',
  ])('is 422 for %s', async (path) => {
    const { ask } = anApi();
    const answer = await ask('GET', path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([422, 'application/problem+json']);
    expect((await answer.json()).errors).toHaveLength(1);
  });

  it('is 404 for an unknown id and 409 for a stale hash, each with a stable code', async () => {
    const { ask } = anApi();
    expect(await (await ask('GET', `/api/v1/broadcasts/${UNKNOWN_ID}`)).json()).toMatchObject({
      status: 404,
      code: 'broadcast.unknown',
    });
    const stale = await ask('POST', `/api/v1/broadcasts/${KNOWN_ID}/approve`, { body: { hash: 'stale' } });
    expect([stale.status, await stale.json()]).toEqual([
      409,
      expect.objectContaining({ code: 'broadcast.stale-hash' }),
    ]);
  });

  it('is refused for fields where nothing is to be said, and forgiven for an empty body', async () => {
    const { ask } = anApi();
    const path = `/api/v1/broadcasts/${KNOWN_ID}/pause`;
    expect((await ask('POST', path, { body: { now: true } })).status).toBe(422);
    expect((await ask('POST', path, { body: '' })).status).toBe(200);
    expect((await ask('POST', path)).status).toBe(200);
    expect((await ask('POST', `/api/v1/broadcasts/${KNOWN_ID}/approve`, { body: '' })).status).toBe(200);
  });
});

describe('a repeated POST', () => {
  const headers = { 'idempotency-key': 'k-1' };

  it('with the same key and body gets the first answer and does nothing again', async () => {
    const { ask, journal } = anApi();
    const first = await ask('POST', '/api/v1/broadcasts', { body: draft, headers });
    const second = await ask('POST', '/api/v1/broadcasts', { body: draft, headers });
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(await second.json()).toEqual(await first.json());
    expect(second.headers.get('content-type')).toBe(first.headers.get('content-type'));
    expect(journal).toHaveLength(1);
  });

  it('gives a new token again, though nobody can read it where answers are kept', async () => {
    const { ask, keptAnswers } = anApi();
    const create = () =>
      ask('POST', '/api/v1/tokens', { body: { name: 'Сайт', roles: ['editor'] }, headers });
    const { token } = await (await create()).json();
    expect((await (await create()).json()).token).toBe(token);
    const kept = [...keptAnswers.values()].map(({ answer }) => answer?.body ?? '');
    expect(kept).toHaveLength(1);
    expect(kept.join() + Buffer.from(kept.join(), 'base64').toString()).not.toContain(token);
  });

  it('with the same key and another body or path is refused', async () => {
    const { ask } = anApi();
    await ask('POST', '/api/v1/broadcasts', { body: draft, headers });
    const other = await ask('POST', '/api/v1/broadcasts', { body: { ...draft, title: 'Газ' }, headers });
    expect([other.status, (await other.json()).code]).toEqual([422, 'idempotency.other-request']);
    expect((await ask('POST', `/api/v1/broadcasts/${KNOWN_ID}/pause`, { headers })).status).toBe(422);
  });

  it('while the first is under way is 409', async () => {
    const { ask } = anApi();
    const both = await Promise.all([
      ask('POST', '/api/v1/broadcasts', { body: draft, headers }),
      ask('POST', '/api/v1/broadcasts', { body: draft, headers }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('after a refusal is tried anew', async () => {
    const { ask } = anApi();
    expect((await ask('POST', '/api/v1/broadcasts', { body: { kind: 'news' }, headers })).status).toBe(422);
    expect((await ask('POST', '/api/v1/broadcasts', { body: draft, headers })).status).toBe(201);
  });

  it('of another token is another request', async () => {
    const { ask, tokenWith, journal } = anApi();
    await ask('POST', '/api/v1/broadcasts', { body: draft, headers });
    const other = { ...headers, authorization: `Bearer ${await tokenWith('editor')}` };
    expect((await ask('POST', '/api/v1/broadcasts', { body: draft, headers: other })).status).toBe(201);
    expect(journal).toHaveLength(2);
  });

  it('with a key of a thousand letters is 400', async () => {
    const { ask } = anApi();
    const long = { 'idempotency-key': 'k'.repeat(1_000) };
    expect((await ask('POST', '/api/v1/broadcasts', { body: draft, headers: long })).status).toBe(400);
  });
});
