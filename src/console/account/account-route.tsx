import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { Refusal } from '../../domain/refusal.js';
import { can, needsSecondFactor } from '../../domain/role.js';
import type { WebEnv } from '../../web/env.js';
import { REFUSAL_STATUSES } from '../../web/error-page.js';
import { currentSession } from '../../web/session-cookie.js';
import { doneNotice } from '../components/done-notice.js';
import { formText, readForm } from '../forms.js';
import type { ConsoleParts } from '../parts.js';
import { createCityDates } from '../words/dates.js';
import { ROLE_WORDS } from '../words/staff-words.js';
import { createAccountPage, ownerOf } from './account-page.js';
import { AccountView } from './account-view.js';
import type { AccountForm, FormError } from './form-error.js';

const DONE_WORDS: Readonly<Record<string, string>> = {
  password: 'Пароль змінено. На інших пристроях треба ввійти знову.',
  'disable-second-factor': 'Другий фактор вимкнено.',
  'end-session': 'Сеанс завершено.',
  'shortcuts-on': 'Клавіші в черзі ввімкнено.',
  'shortcuts-off': 'Клавіші в черзі вимкнено.',
};

/** `/account`: everybody's own password, second factor and sessions. Switching the factor on: `setupRoute`. */
export function accountRoute(parts: ConsoleParts): Hono<WebEnv> {
  const { ownAccount, secondFactor, sessions, accounts } = parts.staff;
  const dates = createCityDates(parts.timeZone, parts.clocks.real);

  const { page, secretsOf, showCodes } = createAccountPage(parts);

  async function answer(c: Context<WebEnv>, formError?: FormError, status: ContentfulStatusCode = 200) {
    const { id, actor } = currentSession(c);
    const [account, factor, hasPassword, open] = await Promise.all([
      accounts.get(actor.id),
      secondFactor.of(actor.id),
      ownAccount.hasPassword(actor.id),
      sessions.listOf(actor.id),
    ]);
    const view = (
      <AccountView
        name={actor.name}
        about={`${account?.email ?? ''}, ${actor.roles.map((role) => ROLE_WORDS[role]).join(', ')}`}
        notice={doneNotice(c, DONE_WORDS)}
        secrets={secretsOf(c)}
        hasPassword={hasPassword}
        hasShortcuts={account?.shortcutsOff !== true}
        answersAppeals={can(actor, 'appeals.write')}
        recoveryCodesLeft={factor?.recoveryCodesLeft}
        isRequired={needsSecondFactor(actor.roles)}
        sessions={open.map((session) => ({
          id: session.id,
          from: session.from,
          started: dates.moment(session.createdAt),
          seen: dates.moment(session.seenAt),
          isCurrent: session.id === id,
        }))}
        formError={formError}
      />
    );
    return page(c, 'Мій обліковий запис', view, status);
  }

  /** Does the work of a form; what is wrong stands at its field. */
  async function attempt(
    c: Context<WebEnv>,
    form: AccountForm,
    work: (typed: FormData) => Promise<Response>,
  ) {
    const typed = await readForm(c);
    try {
      return await work(typed);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return answer(c, { form, text: error.message }, REFUSAL_STATUSES[error.kind]);
    }
  }

  const backTo = (c: Context<WebEnv>, done: keyof typeof DONE_WORDS) =>
    c.redirect(`/account?done=${done}`, 303);

  return new Hono<WebEnv>()
    .get('/', (c) => answer(c))
    .post('/password', (c) =>
      attempt(c, 'password', async (form) => {
        // Spaces around a password belong to it.
        const [current, next] = [String(form.get('current') ?? ''), String(form.get('next') ?? '')];
        await ownAccount.changePassword(ownerOf(c), { current, next });
        return backTo(c, 'password');
      }),
    )
    .post('/recovery-codes', (c) =>
      attempt(c, 'recovery-codes', async (form) => {
        const code = formText(form, 'recovery-codes-code');
        return showCodes(c, await ownAccount.renewRecoveryCodes(ownerOf(c), code));
      }),
    )
    .post('/disable-second-factor', (c) =>
      attempt(c, 'disable-second-factor', async (form) => {
        await ownAccount.disableSecondFactor(ownerOf(c), formText(form, 'disable-second-factor-code'));
        return backTo(c, 'disable-second-factor');
      }),
    )
    .post('/shortcuts', async (c) => {
      const areOn = formText(await readForm(c), 'shortcuts') === 'on';
      await ownAccount.switchShortcuts(ownerOf(c), areOn);
      return backTo(c, areOn ? 'shortcuts-on' : 'shortcuts-off');
    })
    .post('/end-session', async (c) => {
      await sessions.endOne(currentSession(c).actor.id, formText(await readForm(c), 'session'));
      return backTo(c, 'end-session');
    })
    .post('/sign-out-everywhere', async (c) => {
      await ownAccount.signOutEverywhere(ownerOf(c));
      await parts.cookies.end(c);
      return c.redirect('/login', 303);
    });
}
