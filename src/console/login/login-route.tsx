import { type Context, Hono } from 'hono';
import { Refusal } from '../../domain/refusal.js';
import type { WebEnv } from '../../web/env.js';
import { safeNext } from '../../web/session-cookie.js';
import { ConsolePage } from '../components/console-page.js';
import { formText, readForm } from '../forms.js';
import type { ConsoleParts } from '../parts.js';
import { LoginView } from './login-view.js';
import { continueSignIn } from './second-step-route.js';

/** `/login` and `/logout`. */
export function loginRoute(parts: ConsoleParts): Hono<WebEnv> {
  const { cookies, staff, sandbox } = parts;

  function answerLogin(c: Context<WebEnv>, typed: { next: string; email: string }, refusal?: Refusal) {
    return c.html(
      <ConsolePage
        styles={['account.css']}
        title="Вхід"
        session={undefined}
        isSandbox={sandbox !== undefined}
        isNarrow
      >
        <LoginView
          {...typed}
          notice={refusal && { tone: 'bad', text: refusal.message }}
          demonstrationRoles={sandbox?.roles ?? []}
        />
      </ConsolePage>,
      refusal === undefined ? 200 : 422,
    );
  }

  return new Hono<WebEnv>()
    .get('/login', (c) => {
      const next = safeNext(c.req.query('next'));
      const isSwitchingRoles = sandbox !== undefined;
      if (c.get('session') && !isSwitchingRoles) return c.redirect(next);
      return answerLogin(c, { next, email: '' });
    })
    .post('/login', async (c) => {
      const form = await readForm(c);
      const next = safeNext(formText(form, 'next'));
      const email = formText(form, 'email');
      const role = sandbox?.roles.find((known) => known === form.get('role'));
      if (sandbox !== undefined && role !== undefined) {
        await cookies.start(c, await sandbox.staffId(role), 'demonstration');
        return c.redirect(next, 303);
      }
      try {
        // Spaces around a password belong to it.
        const password = String(form.get('password') ?? '');
        const staffId = await staff.signIn({ email, password, clientAddress: c.get('clientAddress') });
        return await continueSignIn(c, parts, staffId, next);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return answerLogin(c, { next, email }, error);
      }
    })
    .post('/logout', async (c) => {
      await cookies.end(c);
      return c.redirect('/login', 303);
    });
}
