import type { Role } from '../../../src/domain/role.js';
import { CSRF_FIELD } from '../../../src/web/csrf.js';
import type { consoleApp } from './console-app.js';
import { cookieOf } from './fake-staff.js';

type App = ReturnType<typeof consoleApp>['app'];

export interface Answer {
  readonly status: number;
  readonly location: string | null;
  readonly headers: Headers;
  readonly html: string;
}

/** Opens a page as somebody with this role; without a role as a stranger. */
export async function open(app: App, path: string, role?: Role): Promise<Answer> {
  return answer(await app.request(path, { headers: role ? { cookie: cookieOf(role) } : {} }));
}

/** Sends a form as the page of this role would, with its CSRF token. */
export async function submit(
  app: App,
  path: string,
  fields: Readonly<Record<string, string>>,
  role?: Role,
): Promise<Answer> {
  const csrf: Record<string, string> = role ? { [CSRF_FIELD]: `csrf-of-${role}` } : {};
  return answer(
    await app.request(path, {
      method: 'POST',
      headers: role ? { cookie: cookieOf(role) } : {},
      body: new URLSearchParams({ ...csrf, ...fields }),
    }),
  );
}

async function answer(response: Response): Promise<Answer> {
  const { status, headers } = response;
  return { status, headers, location: headers.get('location'), html: await response.text() };
}
