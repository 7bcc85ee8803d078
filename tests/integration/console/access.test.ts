import { describe, expect, it } from 'vitest';
import type { Role } from '../../../src/domain/role.js';
import { consoleApp } from '../../support/console/console-app.js';
import { open, submit } from '../../support/console/request-as.js';

const APPEAL = `/appeals/${encodeURIComponent('Н-2026-000123')}`;

const PAGES = [
  '/',
  '/today',
  '/appeals',
  '/appeals/new',
  APPEAL,
  `${APPEAL}/files/photo`,
  '/broadcasts',
  '/broadcasts/new',
  '/broadcasts/b1',
  '/broadcasts/b1/edit',
  '/broadcasts/b1/deliveries',
  '/broadcasts/b1/deliveries.csv',
  '/reports',
  '/reports/2026-10',
  '/subscribers',
  '/absences',
  '/today/digest',
  '/today/digest/2026-11-23/email',
  '/account',
  '/account/second-factor',
  '/staff',
  '/staff/editor',
  '/settings',
  '/settings/replies',
  '/settings/faq',
  '/settings/departments',
  '/settings/tokens',
  '/settings/lights',
  '/settings/database',
  '/settings/poster',
  '/audit',
  '/audit.csv',
  '/audit.ndjson',
  '/events?watch=home',
];

/** Every form, somebody who may send it, and somebody who may not. */
const FORMS: readonly (readonly [string, Role, Role])[] = [
  ['/appeals/new', 'moderator', 'viewer'],
  [`${APPEAL}/take`, 'moderator', 'editor'],
  [`${APPEAL}/reply`, 'moderator', 'viewer'],
  [`${APPEAL}/note`, 'moderator', 'approver'],
  [`${APPEAL}/forward`, 'moderator', 'editor'],
  [`${APPEAL}/close`, 'moderator', 'editor'],
  ['/today/called', 'moderator', 'viewer'],
  ['/absences', 'moderator', 'editor'],
  ['/absences/moderator/end', 'moderator', 'viewer'],
  ['/broadcasts/new', 'editor', 'moderator'],
  ['/broadcasts/b1/edit', 'editor', 'moderator'],
  ['/broadcasts/b1/approve', 'approver', 'editor'],
  ['/broadcasts/b1/pause', 'approver', 'editor'],
  ['/broadcasts/b1/resume', 'approver', 'editor'],
  ['/broadcasts/b1/cancel', 'approver', 'editor'],
  ['/reports/2026-10/confirm', 'editor', 'moderator'],
  ['/reports/2026-10/sentences', 'editor', 'approver'],
  ['/reports/2026-10/sign', 'head', 'editor'],
  ['/staff', 'administrator', 'head'],
  ['/staff/editor', 'administrator', 'head'],
  ['/staff/editor/remove', 'administrator', 'head'],
  ['/staff/editor/reset-second-factor', 'administrator', 'head'],
  ['/settings/organisation', 'head', 'approver'],
  ['/settings/hours', 'head', 'editor'],
  ['/settings/lateness', 'head', 'moderator'],
  ['/settings/retention', 'head', 'moderator'],
  ['/settings/chat', 'head', 'moderator'],
  ['/settings/replies', 'head', 'moderator'],
  ['/settings/faq', 'head', 'moderator'],
  ['/audit/verify', 'head', 'editor'],
  ['/settings/departments', 'head', 'moderator'],
  ['/settings/departments/welfare/archive', 'head', 'moderator'],
  ['/settings/tokens', 'administrator', 'head'],
  ['/settings/lights', 'head', 'editor'],
];

describe('without a session', () => {
  it.each(PAGES)('%s leads to the login page and back afterwards', async (path) => {
    const { status, location } = await open(consoleApp().app, path);
    expect([status, location]).toEqual([302, `/login?next=${encodeURIComponent(path)}`]);
  });

  it.each(FORMS)('the form %s changes nothing', async (path) => {
    const { app, parts } = consoleApp();
    expect((await submit(app, path, {})).status).toBe(401);
    expect(parts.appeals).toHaveProperty('journal', []);
    expect(parts.broadcasts).toHaveProperty('journal', []);
  });
});

describe('with a session', () => {
  it.each(FORMS)('the form %s from another site is refused to %s', async (path, role) => {
    const { app } = consoleApp();
    const { status, html } = await submit(app, path, { csrf: 'guessed' }, role);
    expect(status).toBe(403);
    expect(html).toContain('Форму надіслано не з цієї сторінки');
  });

  it.each(FORMS)('the form %s, allowed to %s, is refused to %s', async (path, _allowed, refused) => {
    const { status, html } = await submit(consoleApp().app, path, {}, refused);
    expect(status).toBe(403);
    expect(html).toContain('Ваша роль цього не дозволяє');
  });

  it.each([
    ['/staff', 'moderator'],
    ['/broadcasts/new', 'moderator'],
    ['/broadcasts/b1/edit', 'viewer'],
  ] as const)('the page %s is closed to %s', async (path, role) => {
    expect((await open(consoleApp().app, path, role)).status).toBe(403);
  });

  it('offers no forms to somebody who may only look', async () => {
    const { html } = await open(consoleApp().app, APPEAL, 'viewer');
    expect(html).not.toContain('<textarea');
    expect((await open(consoleApp().app, '/broadcasts/b1', 'viewer')).html).not.toContain('Затвердити');
  });

  it.each(['/appeals/nothing', '/broadcasts/nothing', '/nothing', '/broadcasts/b1/nothing'])(
    'answers %s with a page that says there is no such thing',
    async (path) => {
      const { status, html } = await open(consoleApp().app, path, 'moderator');
      expect(status).toBe(404);
      expect(html).toContain('lang="uk"');
    },
  );

  it.each([
    ['application/json', '{"email":1}'],
    ['multipart/form-data; boundary=x', 'no part at all'],
    ['multipart/form-data', 'no boundary'],
    ['text/plain', 'email=x'],
  ])('a body of type %s that is no form is no bug of ours', async (type, body) => {
    const { app } = consoleApp();
    for (const [path, cookie] of [
      ['/login', ''],
      [`${APPEAL}/take`, 'visnyk=moderator'],
    ] as const) {
      const headers = { 'content-type': type, cookie };
      const { status } = await app.request(path, { method: 'POST', headers, body });
      expect([400, 403]).toContain(status);
    }
  });

  it('answers a bug with a reference number and nothing else', async () => {
    const { parts } = consoleApp();
    const { app } = consoleApp({
      appeals: { ...parts.appeals, departments: () => Promise.reject(new Error('secret of the database')) },
    });
    const { status, html } = await open(app, '/appeals', 'moderator');
    expect(status).toBe(500);
    expect(html).toMatch(/<p class="reference">[0-9a-f]{10}<\/p>/);
    expect(html).not.toContain('secret');
  });
});
