import { describe, expect, it } from 'vitest';
import { CSRF_FIELD } from '../../../src/web/csrf.js';
import { anAppeal } from '../../support/console/builders.js';
import { consoleApp } from '../../support/console/console-app.js';
import { fakeAppeals } from '../../support/console/fake-appeals.js';
import { cookieOf } from '../../support/console/fake-staff.js';
import { open, submit } from '../../support/console/request-as.js';

const FIRST = 'Н-2026-000001';
const SECOND = 'Н-2026-000002';

function aQueue() {
  const appeals = fakeAppeals([anAppeal({ number: FIRST }), anAppeal({ number: SECOND })]);
  return { appeals, app: consoleApp({ appeals }).app };
}

/** Sends the queue's form with several ticks, as a browser does. */
async function work(
  app: ReturnType<typeof aQueue>['app'],
  numbers: readonly string[],
  fields: Readonly<Record<string, string>>,
  role: 'moderator' | 'viewer' = 'moderator',
) {
  const body = new URLSearchParams({
    [CSRF_FIELD]: `csrf-of-${role}`,
    back: '/appeals?view=mine',
    ...fields,
  });
  for (const number of numbers) body.append('number', number);
  const response = await app.request('/appeals/bulk', {
    method: 'POST',
    headers: { cookie: cookieOf(role), 'content-type': 'application/x-www-form-urlencoded' },
    body: body.toString(),
  });
  const html = await response.text();
  return { status: response.status, location: response.headers.get('location'), html };
}

describe('work with several appeals', () => {
  it.each([
    [{ work: 'take' }, 'moderator takes'],
    [{ work: 'assign', assignee: 'head' }, 'assign head'],
    [{ work: 'forward', 'forward-to': 'welfare' }, 'moderator forwards to welfare'],
    [{ work: 'note', note: 'Одна вулиця' }, 'moderator notes «Одна вулиця»'],
    [{ work: 'close', resolution: 'explained' }, 'moderator closes as explained'],
  ])('%j is done with each of them, and leads back to the same view', async (fields, words) => {
    const { app, appeals } = aQueue();
    const { status, location } = await work(app, [FIRST, SECOND], fields);
    expect([status, location]).toEqual([303, '/appeals?view=mine&done=2']);
    expect(appeals.journal).toEqual([`${words} ${FIRST}`, `${words} ${SECOND}`]);
    const { html } = await open(app, location ?? '', 'moderator');
    expect(html).toContain('Зроблено: 2 звернення.');
  });

  it('says of each one that refused why, and keeps what was done', async () => {
    const { app, appeals } = aQueue();
    const { status, html } = await work(app, [FIRST, 'Н-2026-000009', SECOND], { work: 'take' });
    expect(status).toBe(200);
    expect(html).toContain('Зроблено 2, не вдалося 1.');
    expect(html).toMatch(/Н-2026-000009<\/a>: Такого звернення немає\./);
    expect(appeals.journal).toHaveLength(2);
  });

  it.each([
    [[], { work: 'take' }, 'Позначте звернення'],
    [[FIRST], { work: 'assign', assignee: '' }, 'Оберіть, кому призначити.'],
    [[FIRST], { work: 'forward' }, 'Оберіть підрозділ'],
    [[FIRST], { work: 'note', note: ' ' }, 'Напишіть нотатку'],
    [[FIRST], { work: 'close', resolution: 'deleted' }, 'Оберіть, чим завершено'],
    [[FIRST], { work: 'delete' }, 'Натисніть одну з кнопок'],
    [Array.from({ length: 101 }, (_, at) => String(at)), { work: 'take' }, 'до 100 звернень'],
  ])('is refused with a sentence for %j %j', async (numbers, fields, words) => {
    const { app, appeals } = aQueue();
    const { status, html } = await work(app, numbers, fields as Record<string, string>);
    expect(status).toBe(422);
    expect(html).toContain(words);
    expect(appeals.journal).toEqual([]);
  });

  it('leads nowhere but to the queue, and is not for those who only read', async () => {
    const { app, appeals } = aQueue();
    const { location } = await work(app, [FIRST], { work: 'take', back: 'https://evil.example/' });
    expect(location).toBe('/appeals?done=1');
    expect((await work(app, [FIRST], { work: 'take' }, 'viewer')).status).toBe(403);
    expect((await open(app, '/appeals', 'viewer')).html).not.toContain('type="checkbox"');
    expect(appeals.journal).toHaveLength(1);
  });
});

describe('saved views of the queue', () => {
  it('are kept for one person under a name, counted, and removed', async () => {
    const { app } = aQueue();
    const address = '/appeals?view=unassigned&channel=telegram';
    const saved = await submit(
      app,
      '/appeals/views',
      { address, 'view-name': 'Нічиї в Telegram' },
      'moderator',
    );
    expect([saved.status, saved.location]).toEqual([303, address]);
    const { html } = await open(app, address, 'moderator');
    expect(html).toMatch(/aria-current="page">Нічиї в Telegram<\/a> <span[^>]*>2</);
    expect((await open(app, '/appeals', 'head')).html).not.toContain('Нічиї в Telegram');
    const id = /name="id" value="([^"]+)"/.exec(html)?.[1] ?? '';
    await submit(app, '/appeals/views/remove', { address, id }, 'head');
    expect((await open(app, '/appeals', 'moderator')).html).toContain('Нічиї в Telegram');
    await submit(app, '/appeals/views/remove', { address, id }, 'moderator');
    expect((await open(app, '/appeals', 'moderator')).html).not.toContain('Нічиї в Telegram');
  });

  it('need a name, and are at most twelve', async () => {
    const { app } = aQueue();
    const save = (name: string) =>
      submit(app, '/appeals/views', { address: '/appeals', 'view-name': name }, 'moderator');
    expect((await save('  ')).status).toBe(422);
    for (let at = 0; at < 12; at += 1) await save(`Вулиця ${at}`);
    expect((await save('Вулиця 5')).status).toBe(303);
    expect((await save('Ще одна')).status).toBe(409);
  });
});

describe('keys of the queue', () => {
  it('are switched off in the account by whoever presses them by chance', async () => {
    const { app } = aQueue();
    expect((await open(app, '/appeals', 'moderator')).html).toContain('data-shortcuts');
    const { location } = await submit(app, '/account/shortcuts', { shortcuts: 'off' }, 'moderator');
    expect(location).toBe('/account?done=shortcuts-off');
    expect((await open(app, '/appeals', 'moderator')).html).not.toContain('data-shortcuts');
    expect((await open(app, '/account', 'moderator')).html).toContain('Увімкнути клавіші');
  });
});
