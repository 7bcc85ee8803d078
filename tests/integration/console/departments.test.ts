import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { APPEAL_ACTIONS } from '../../../src/console/appeals/actions/appeal-actions.js';
import { createAppealStore } from '../../../src/storage/appeals/appeal-store.js';
import { ensureIndexes } from '../../../src/storage/connection.js';
import { createSessionCookies } from '../../../src/web/session-cookie.js';
import { anAppealDesk } from '../../support/appeal-desk.js';
import { anAppeal, DEPARTMENTS } from '../../support/console/builders.js';
import { consoleApp } from '../../support/console/console-app.js';
import { fakeSessions, sessionOf } from '../../support/console/fake-staff.js';
import { open, submit } from '../../support/console/request-as.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { anApi } from '../../unit/api/an-api.js';

const OWN = 'Н-2026-000001';
const OTHER = 'Н-2026-000002';
const href = (number: string) => `/appeals/${encodeURIComponent(number)}`;

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
  const store = createAppealStore(database.connection);
  await ensureIndexes(database.connection);
  const departments = DEPARTMENTS.map((department) => ({ ...department, categories: [] }));
  await store.beginWithDepartments(departments);
  const file = { fileId: 'photo', kind: 'photo', name: '', contentType: 'image/jpeg', sizeBytes: 1 } as const;
  const [message] = anAppeal().messages;
  const messages = message ? [{ ...message, files: [file] }] : [];
  await store.insert(
    anAppeal({ number: OWN, departmentId: 'housing', subject: 'Своє', messages }),
    'inbox-1',
  );
  await store.insert(
    anAppeal({ number: OTHER, departmentId: 'welfare', subject: 'Чуже', messages }),
    'inbox-2',
  );
});
afterAll(() => database.close());

describe('a moderator limited to one department', () => {
  it.each(['/', '/appeals', '/appeals?view=all', '/appeals?q=Н-2026', '/appeals?department=welfare'])(
    'sees on %s nothing of another one',
    async (path) => {
      const { status, html } = await open(limitedConsole(), path, 'moderator');
      expect(status).toBe(200);
      expect(html).not.toContain(OTHER);
      expect(html).not.toContain('Чуже');
    },
  );

  it('sees and counts the department’s own, and chooses among own departments only', async () => {
    const app = limitedConsole();
    const { html } = await open(app, '/appeals', 'moderator');
    expect(html).toContain('Своє');
    const choicesOf = (field: string) => html.split(`<select id="${field}"`)[1]?.split('</select>')[0];
    expect(choicesOf('department')).not.toContain('value="welfare"');
    // What is not the department's business is handed over to another one.
    expect(choicesOf('forward-to')).toContain('value="welfare"');
    expect((await open(app, href(OWN), 'moderator')).status).toBe(200);
    const figures = (await open(app, '/', 'moderator')).html.replaceAll(/<[^>]+>/g, ' ');
    expect(figures).toMatch(/Нікому не призначено\s+1\s|1\s+Нікому не призначено/);
  });

  it.each([
    href(OTHER),
    `${href(OTHER)}/files/photo`,
    `${href(OTHER)}/print`,
    `${href(OTHER)}/registration-card`,
    `/events?watch=appeal&number=${OTHER}`,
  ])('%s is not found', async (path) => {
    const { status, html } = await open(limitedConsole(), path, 'moderator');
    expect(status).toBe(404);
    expect(html).not.toContain('Чуже');
  });

  it.each([
    ['take', {}],
    ['reply', { answer: 'Відповідь' }],
    ['note', { note: 'Нотатка' }],
    ['forward', { department: 'housing' }],
    ['close', { resolution: 'answered' }],
    ['assign', { assignee: 'moderator' }],
    ['ask', { question: 'Де саме?' }],
    ['extend', { extendReason: 'Чекаємо' }],
    ['merge', { into: OWN }],
    ['separate', {}],
    ['reject', { rejectReason: 'Не наше', as: 'refused' }],
    ['reopen', { reopenReason: 'Ще раз' }],
    ['draft', { answer: 'Чернетка' }],
    ['insert', { canned: 'any' }],
    ['submit', { answer: 'Відповідь' }],
    ['sign', {}],
    ['send-back', { remark: 'Переробити' }],
  ] as const)('cannot %s another department’s appeal', async (action, fields) => {
    const answer = await submit(limitedConsole(), `${href(OTHER)}/${action}`, fields, 'moderator');
    expect(answer.status).toBe(404);
    expect(await createAppealStore(database.connection).get(OTHER)).toMatchObject({
      departmentId: 'welfare',
      assigneeId: undefined,
      notes: [],
      messages: [{ from: 'citizen' }],
    });
  });

  it.each([...Object.keys(APPEAL_ACTIONS), 'draft', 'insert'])(
    'is told of %s no more than that there is no such appeal',
    async (action) => {
      const { status, html } = await submit(limitedConsole(), `${href(OTHER)}/${action}`, {}, 'moderator');
      expect(status).toBe(404);
      expect(html).not.toContain('Чуже');
    },
  );

  it.each([
    ['merge', `${href(OWN)}/merge`, { into: OTHER }],
    ['bulk', '/appeals/bulk', { number: OTHER, work: 'take' }],
  ] as const)('reaches no appeal of another department by %s', async (_way, path, fields) => {
    const { html } = await submit(limitedConsole(), path, fields, 'moderator');
    expect(html).not.toContain('Чуже');
    const store = createAppealStore(database.connection);
    for (const number of [OWN, OTHER])
      expect(await store.get(number)).toMatchObject({ assigneeId: undefined, status: 'registered' });
  });

  it('may hand an appeal over, and then no longer sees it', async () => {
    const store = createAppealStore(database.connection);
    await store.insert(anAppeal({ number: 'Н-2026-000003', departmentId: 'housing' }), 'inbox-3');
    const app = limitedConsole();
    const answer = await submit(
      app,
      `${href('Н-2026-000003')}/forward`,
      { department: 'welfare' },
      'moderator',
    );
    expect([answer.status, answer.location]).toEqual([303, '/appeals']);
    expect((await open(app, href('Н-2026-000003'), 'moderator')).status).toBe(404);
  });
});

describe('a token limited to one department', () => {
  it('lists, reads and changes nothing of another one', async () => {
    const { ask } = anApi({}, realAppeals());
    const body = { name: 'ЖКГ', roles: ['moderator'], departments: ['housing'] };
    const { token, departments } = await (await ask('POST', '/api/v1/tokens', { body })).json();
    expect(departments).toEqual(['housing']);
    const headers = { authorization: `Bearer ${token}` };
    const list = await (await ask('GET', '/api/v1/appeals', { headers })).json();
    expect(list.items.map(({ number }: { number: string }) => number)).toEqual([OWN]);
    const asked = await ask('GET', '/api/v1/appeals?department=welfare', { headers });
    expect((await asked.json()).items).toEqual([]);
    const path = `/api/v1/appeals/${encodeURIComponent(OTHER)}`;
    const requests = [
      ['GET', path],
      ['POST', `${path}/take`],
      ['POST', `${path}/assign`, { assignee: 'x' }],
      ['POST', `${path}/reply`, { text: 'x' }],
      ['POST', `${path}/note`, { text: 'x' }],
      ['POST', `${path}/forward`, { department: 'housing' }],
      ['POST', `${path}/close`, { resolution: 'answered' }],
      ['POST', `${path}/ask`, { question: 'x' }],
      ['POST', `${path}/extend`, { reason: 'x' }],
      ['POST', `${path}/reject`, { reason: 'x', as: 'refused' }],
      ['POST', `${path}/merge`, { into: OWN }],
      ['POST', `${path}/separate`],
      ['POST', `${path}/reopen`, { reason: 'x' }],
      ['POST', `${path}/submit`, { text: 'x' }],
      ['POST', `${path}/sign`, {}],
      ['POST', `${path}/send-back`, { remark: 'x' }],
    ] as const;
    for (const [method, to, json] of requests) {
      const sent = json ? { 'content-type': 'application/json' } : {};
      const answer = await ask(method, to, { headers: { ...headers, ...sent }, ...(json && { body: json }) });
      expect([to, answer.status]).toEqual([to, 404]);
    }
    expect(await (await ask('GET', '/api/v1/appeals')).json()).toMatchObject({ items: { length: 3 } });
  });

  it('is not made for a department that does not exist', async () => {
    const body = { name: 'ЖКГ', roles: ['moderator'], departments: ['nothing'] };
    expect((await anApi().ask('POST', '/api/v1/tokens', { body })).status).toBe(422);
  });
});

function realAppeals() {
  return anAppealDesk(createAppealStore(database.connection)).appeals;
}

/** The console over real appeals; everybody signed in is limited to «housing». */
function limitedConsole() {
  const sessions = {
    ...fakeSessions(),
    find: async (secret: string) => {
      const session = sessionOf(secret);
      return session && { ...session, actor: { ...session.actor, departmentIds: ['housing'] } };
    },
  };
  return consoleApp({ appeals: realAppeals(), cookies: createSessionCookies(sessions, false) }).app;
}
