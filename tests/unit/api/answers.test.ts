import { describe, expect, it } from 'vitest';
import { anApi, KNOWN_ID, KNOWN_NUMBER } from './an-api.js';

const zero = {
  total: 0,
  queued: 0,
  sending: 0,
  sent: 0,
  delivered: 0,
  seen: 0,
  failed: 0,
  unreachable: 0,
  unknown: 0,
  skipped: 0,
};

describe('broadcasts', () => {
  it('are shown with audience, warnings and the nine counts', async () => {
    const { ask } = anApi();
    expect(await (await ask('GET', `/api/v1/broadcasts/${KNOWN_ID}`)).json()).toEqual({
      id: KNOWN_ID,
      status: 'draft',
      departure: { at: '2026-11-23T08:00:00.000Z', reason: 'quiet-hours' },
      hash: 'h1',
      kind: 'news',
      title: 'Відключення води',
      sendAt: null,
      silences: [],
      publicationId: null,
      pauseReason: 'Час надсилання минув.',
      approvals: [
        { by: 'head', at: '2026-11-23T08:00:00.000Z' },
        { by: 'editor', at: '2026-11-23T08:00:00.000Z', emergencyReason: 'Прорив греблі' },
      ],
      audience: { total: 3, telegram: 2, viber: 1 },
      warnings: [{ channel: 'viber', code: 'viber.bold', message: 'Жирний текст у Viber не видно.' }],
      counts: zero,
      channels: { telegram: zero, viber: zero },
      viberPrice: null,
      proposal: null,
      amendments: [],
    });
  });

  it('are written for those whom another one missed', async () => {
    const { ask, journal } = anApi();
    const body = { kind: 'news', title: 'Вода', text: 'Завтра', of: KNOWN_ID };
    expect((await ask('POST', '/api/v1/broadcasts', { body })).status).toBe(201);
    expect(journal[0]?.[1]).toMatchObject({
      audience: { missed: { broadcastId: KNOWN_ID, includeUnknown: false } },
    });
    for (const wrong of [{ of: 'перша' }, { of: undefined, includeUnknown: true }])
      expect((await ask('POST', '/api/v1/broadcasts', { body: { ...body, ...wrong } })).status).toBe(422);
  });

  it('are written with everything left out that may be', async () => {
    const { ask, journal } = anApi();
    const body = {
      kind: 'news',
      title: ' Вода ',
      text: 'Завтра',
      link: { url: 'https://rada.gov.ua/1', label: 'Докладніше' },
      media: [{ url: 'https://rada.gov.ua/1.jpg', alt: 'Насосна станція' }],
      audience: { topics: ['utilities'] },
      sendAt: '2026-11-24T09:00:00+02:00',
    };
    expect((await ask('POST', '/api/v1/broadcasts', { body })).status).toBe(201);
    expect(journal).toEqual([
      [
        'create',
        {
          ...body,
          title: 'Вода',
          buttons: [],
          sendAt: new Date('2026-11-24T07:00:00Z'),
          delivery: undefined,
          ignoreQuietHours: false,
        },
        'admin-api-token',
      ],
    ]);
  });

  it('change only in what is given; null takes away', async () => {
    const { ask, journal } = anApi();
    await ask('PATCH', `/api/v1/broadcasts/${KNOWN_ID}`, { body: { title: 'Газ', sendAt: null } });
    expect(journal).toEqual([['update', KNOWN_ID, { title: 'Газ', sendAt: undefined }]]);
    expect(Object.keys(journal[0]?.[2] as object)).toEqual(['title', 'sendAt']);
  });

  it('come by pages', async () => {
    const { ask, journal } = anApi();
    const answer = await ask('GET', `/api/v1/broadcasts?limit=7&cursor=${KNOWN_ID}&status=draft`);
    expect(await answer.json()).toMatchObject({ items: [{ id: KNOWN_ID }], nextCursor: KNOWN_ID });
    expect(journal).toEqual([['list', { limit: 7, cursor: KNOWN_ID, status: 'draft' }]]);
  });
});

describe('appeals', () => {
  const path = `/api/v1/appeals/${encodeURIComponent(KNOWN_NUMBER)}`;
  const item = {
    number: KNOWN_NUMBER,
    channel: 'telegram',
    kind: 'appeal',
    category: 'lighting',
    department: 'housing',
    status: 'in-progress',
    createdAt: '2026-11-23T08:00:00.000Z',
    dueAt: null,
    subject: 'Не світить ліхтар',
  };

  it('are listed by the filters of the queue', async () => {
    const { ask, journal } = anApi();
    const answer = await ask('GET', '/api/v1/appeals?department=housing&overdue=false&q=ліхтар');
    expect(await answer.json()).toEqual({ items: [item], nextCursor: null });
    expect(journal).toEqual([['list', { limit: 50, departmentId: 'housing', overdue: false, q: 'ліхтар' }]]);
  });

  it('are shown with conversation, notes and history, by names', async () => {
    const { ask } = anApi();
    expect(await (await ask('GET', path)).json()).toMatchObject({
      ...item,
      assignee: { id: 's1', name: 'Ольга Коваль' },
      messages: [
        { from: 'citizen', author: null, delivery: null },
        { from: 'staff', author: 'Ольга Коваль', delivery: { status: 'delivered', code: null } },
      ],
      notes: [{ author: 'Ольга Коваль', text: 'Подзвонити в РЕМ' }],
      history: [{ status: 'received', by: 'citizen', reason: null, department: null }],
    });
  });

  it('are answered once for one Idempotency-Key, also after a crash in the middle', async () => {
    const { ask, journal } = anApi();
    await ask('POST', `${path}/reply`, { body: { text: 'Так' }, headers: { 'idempotency-key': 'k-7' } });
    expect(journal).toEqual([
      ['reply', KNOWN_NUMBER, { text: 'Так', files: [], requestId: expect.stringMatching(/^[0-9a-f]{32}$/) }],
    ]);
  });
});

describe('files of an answer', () => {
  const path = `/api/v1/appeals/${encodeURIComponent(KNOWN_NUMBER)}/reply`;
  const letter = { name: 'Відповідь.pdf', contentType: 'application/pdf', content: 'JVBERi0xLjc=' };

  it('are kept before the answer names them', async () => {
    const { ask, journal } = anApi();
    expect((await ask('POST', path, { body: { text: 'У листі', files: [letter] } })).status).toBe(200);
    const kept = {
      fileId: 'f'.repeat(64),
      kind: 'document',
      name: 'Відповідь.pdf',
      contentType: 'application/pdf',
      sizeBytes: 8,
    };
    expect(journal).toEqual([
      ['reply', KNOWN_NUMBER, { text: 'У листі', files: [kept], requestId: undefined }],
    ]);
  });

  it.each([
    { ...letter, contentType: 'text/html' },
    { ...letter, name: '../letter.pdf' },
    { ...letter, content: 'not base64!' },
  ])('are refused as %j', async (file) => {
    const { ask } = anApi();
    expect((await ask('POST', path, { body: { text: 'x', files: [file] } })).status).toBe(422);
  });
});

describe('staff, tokens and settings', () => {
  it('give a colleague a link, once', async () => {
    const { ask } = anApi();
    const body = { email: 'M@Rada.gov.ua', name: 'Модератор', roles: ['moderator'] };
    const added = await ask('POST', '/api/v1/staff', { body });
    expect(await added.json()).toEqual({
      id: '1'.padStart(24, '0'),
      link: expect.stringMatching(/^https:\/\/visnyk\.example\.ua\/link\/[\w-]{43}$/),
    });
    expect(await (await ask('GET', '/api/v1/staff')).json()).toMatchObject({
      items: [{ email: 'm@rada.gov.ua', roles: ['moderator'], active: true }],
    });
    expect((await ask('POST', '/api/v1/staff', { body })).status).toBe(409);
  });

  it('never list a token’s secret', async () => {
    const { ask } = anApi();
    const { token } = await (
      await ask('POST', '/api/v1/tokens', { body: { name: 'Сайт', roles: ['editor'] } })
    ).json();
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await (await ask('GET', '/api/v1/tokens')).text()).not.toContain(token);
  });

  it('change one setting and leave a line in the audit', async () => {
    const { ask, auditStore } = anApi();
    const body = { organisation: { councilName: 'Ніжинська міська рада' } };
    expect(await (await ask('PATCH', '/api/v1/settings', { body })).json()).toMatchObject({
      organisation: { councilName: 'Ніжинська міська рада', officeHours: '8:00–17:00' },
    });
    expect(auditStore.entries).toMatchObject([{ action: 'settings.change', actorId: 'admin-api-token' }]);
    expect(
      (await ask('PATCH', '/api/v1/settings', { body: { organisation: { officeHours: '8-17' } } })).status,
    ).toBe(422);
  });
});
