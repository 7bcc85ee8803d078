import { describe, expect, it } from 'vitest';
import { createConsole } from '../../../src/console/create-console.js';
import { can, type Permission, ROLES, type Role } from '../../../src/domain/role.js';
import { consoleApp } from '../../support/console/console-app.js';
import { open, submit } from '../../support/console/request-as.js';

/** Who is not signed in yet may come here. */
const DOORSTEP = /^\/(?:login|link|logout)\b/;

/**
 * The right that a route asks for beyond being signed in, by the first pattern that fits. `read`: everybody who is
 * signed in, because the page is theirs (account, saved views) or the service decides by more than roles.
 */
const RIGHTS: readonly (readonly [RegExp, Permission])[] = [
  [/^GET \/(?:staff|settings\/tokens)/, 'staff.manage'],
  [/^GET \/settings/, 'settings.write'],
  [/^GET \/audit/, 'audit.read'],
  [/^GET \/feeds/, 'publications.write'],
  [/^GET \/appeals\/(?:new|register)/, 'appeals.write'],
  [/^GET \/publications\/:id\/comments/, 'appeals.write'],
  [/^GET \/publications\/(?:new|import|:id\/edit)/, 'publications.write'],
  [/^GET \/(?:templates|broadcasts\/(?:new|:id\/edit|:id\/trial))/, 'broadcasts.write'],
  [/^GET \/(?:today|absences)/, 'appeals.write'],
  [/^GET /, 'read'],
  [/^POST \/(?:account|appeals\/views)/, 'read'],
  [/^POST \/(?:appeals|today|absences)/, 'appeals.write'],
  [/^POST \/broadcasts\/:id\/(?:approve|undo|correct|propose)/, 'read'],
  [/^POST \/broadcasts\/:id\/(?:pause|resume|cancel|recall)/, 'broadcasts.approve'],
  [/^POST \/(?:broadcasts|templates|greetings|publications\/:id\/broadcast)/, 'broadcasts.write'],
  [/^POST \/reports\/:month\/sign/, 'reports.sign'],
  [/^POST \/(?:publications|feeds|reports)/, 'publications.write'],
  [/^POST \/(?:staff|settings\/tokens)/, 'staff.manage'],
  [/^POST \/settings/, 'settings.write'],
  [/^POST \/audit/, 'audit.read'],
];

const EXAMPLES: Readonly<Record<string, string>> = {
  number: encodeURIComponent('Н-2026-000123'),
  fileId: 'photo',
  month: '2026-10',
  day: '2026-10-01',
  id: 'b1',
};

const routes = createConsole(consoleApp().parts)
  .routes.filter(({ method, path }) => method !== 'ALL' && !DOORSTEP.test(path))
  .map(({ method, path }) => `${method} ${path}`);
const ROUTES = [...new Set(routes)].map((route) => {
  const [method = '', pattern = ''] = route.split(' ');
  const path = pattern.replace(/:(\w+)/g, (_match, name: string) => EXAMPLES[name] ?? name);
  return { route, method, path, right: RIGHTS.find(([fits]) => fits.test(route))?.[1] };
});
const FORMS = ROUTES.filter(({ method }) => method === 'POST');
/** Those at whose address no page stands. */
const FORMS_ALONE = FORMS.filter(({ route }) => !routes.includes(route.replace('POST', 'GET')));
const PAGES = ROUTES.filter(({ method }) => method === 'GET');

const actor = (role: Role) => ({ kind: 'staff', id: role, name: role, roles: [role] }) as const;
const rolesWithout = (right: Permission) => ROLES.filter((role) => !can(actor(role), right));
const rolesWith = (right: Permission) => ROLES.filter((role) => can(actor(role), right));

describe('every route of the console', () => {
  it('has a right in the table above', () => {
    expect(ROUTES.filter(({ right }) => right === undefined)).toEqual([]);
    expect(ROUTES.length).toBeGreaterThan(120);
  });

  it.each(ROUTES)('$route is closed to a stranger', async ({ method, path }) => {
    const { app } = consoleApp();
    const { status } = method === 'POST' ? await submit(app, path, {}) : await open(app, path);
    expect(status).toBe(method === 'POST' ? 401 : 302);
  });

  it.each(FORMS)('$route takes no form without the token of the session', async ({ path }) => {
    const { status, html } = await submit(consoleApp().app, path, { csrf: 'csrf-of-head' }, 'administrator');
    expect(status).toBe(403);
    expect(html).toContain('Форму надіслано не з цієї сторінки');
  });

  it.each(ROUTES)('$route is closed to every role without the right', async ({ method, path, right }) => {
    const { app } = consoleApp();
    for (const role of rolesWithout(right ?? 'read')) {
      const { status, html } =
        method === 'POST' ? await submit(app, path, {}, role) : await open(app, path, role);
      expect([role, status]).toEqual([role, 403]);
      expect(html).toContain('Ваша роль цього не дозволяє');
    }
  });

  it.each(PAGES)('$route opens to every role with the right, never in a frame', async ({ path, right }) => {
    const { app, stop } = consoleApp();
    for (const role of rolesWith(right ?? 'read')) {
      const { status, headers } = await open(app, path, role);
      expect([role, [200, 302, 303, 400, 404].includes(status)]).toEqual([role, true]);
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'|sandbox/);
      expect(headers.get('cache-control')).toMatch(/no-store|private|no-cache/);
    }
    stop();
  });

  it.each(FORMS_ALONE)(
    '$route, opened as a page, leads to the page that has the form',
    async ({ path, right }) => {
      const { app, stop } = consoleApp();
      const [role] = rolesWith(right ?? 'read');
      const { status, headers } = await open(app, path, role);
      expect([200, 302, 303]).toContain(status);
      if (status !== 200) expect(encodeURI(decodeURI(path))).toContain(headers.get('location') ?? 'nowhere');
      stop();
    },
  );

  it.each(FORMS)('$route answers an empty form with no bug', async ({ path, right }) => {
    const { app } = consoleApp();
    const [role] = rolesWith(right ?? 'read');
    const { status } = await submit(app, path, {}, role);
    expect(status).toBeLessThan(500);
  });
});
