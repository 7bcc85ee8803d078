import type { Staff } from '../../../src/services/staff/staff.js';
import { createPendingCookies } from '../../../src/web/pending-cookie.js';
import { createSessionCookies } from '../../../src/web/session-cookie.js';
import { consoleApp } from './console-app.js';

/** The console over real staff services: who may sign in is theirs to say. */
export function staffConsole(staff: Staff) {
  return consoleApp({
    staff,
    cookies: createSessionCookies(staff.sessions, false),
    pendingCookies: createPendingCookies(staff.pendingSignIns, false),
  });
}

/** A browser with a jar of cookies of its own in front of such a console. */
export function browser(staff: Staff, userAgent = 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0') {
  const { app } = staffConsole(staff);
  const cookies = new Map<string, string>();
  const jar = () => ({
    cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    'user-agent': userAgent,
  });
  async function keep(response: Response): Promise<Response> {
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return response;
  }
  return {
    cookies,
    open: async (path: string) => keep(await app.request(path, { headers: jar() })),
    async submit(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
      const session = await staff.sessions.find(cookies.get('visnyk') ?? '');
      const body = new URLSearchParams({ ...(session && { csrf: session.csrfToken }), ...fields });
      return keep(await app.request(path, { method: 'POST', headers: { ...jar(), ...headers }, body }));
    },
  };
}
