import { type Context, Hono } from 'hono';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { Refusal } from '../../domain/refusal.js';
import { needsSecondFactor } from '../../domain/role.js';
import type { Owner } from '../../services/staff/own-account.js';
import type { WebEnv } from '../../web/env.js';
import { REFUSAL_STATUSES } from '../../web/error-page.js';
import { currentSession } from '../../web/session-cookie.js';
import { ConsolePage } from '../components/console-page.js';
import { formText, readForm } from '../forms.js';
import type { ConsoleParts } from '../parts.js';
import { RecoveryCodes } from '../second-factor/recovery-codes.js';
import { createCityDates } from '../words/dates.js';
import { ROLE_WORDS } from '../words/staff-words.js';
import { AccountView } from './account-view.js';
import type { AccountForm, FormError } from './form-error.js';
import { SetupView } from './setup-view.js';

const DONE_WORDS: Readonly<Record<string, string>> = {
  password: 'Пароль змінено. На інших пристроях треба ввійти знову.',
  'disable-second-factor': 'Другий фактор вимкнено.',
  'end-session': 'Сеанс завершено.',
};

/** `/account`: everybody's own password, second factor and sessions. */
export function accountRoute(parts: ConsoleParts): Hono<WebEnv> {
  const { ownAccount, secondFactor, sessions, accounts } = parts.staff;
  const dates = createCityDates(parts.timeZone, parts.clocks.real);

  function page(c: Context<WebEnv>, title: string, view: Child, status: ContentfulStatusCode = 200) {
    return c.html(
      <ConsolePage
        title={title}
        session={currentSession(c)}
        isSandbox={parts.sandbox !== undefined}
        current="/account"
        isNarrow
      >
        {view}
      </ConsolePage>,
      status,
    );
  }

  const secretsOf = (c: Context<WebEnv>) => ({
    csrfToken: currentSession(c).csrfToken,
    requestId: parts.randomId(),
  });

  async function answer(c: Context<WebEnv>, formError?: FormError, status: ContentfulStatusCode = 200) {
    const { id, actor } = currentSession(c);
    const [account, factor, hasPassword, open] = await Promise.all([
      accounts.get(actor.id),
      secondFactor.of(actor.id),
      ownAccount.hasPassword(actor.id),
      sessions.listOf(actor.id),
    ]);
    const done = DONE_WORDS[c.req.query('done') ?? ''];
    const view = (
      <AccountView
        name={actor.name}
        about={`${account?.email ?? ''}, ${actor.roles.map((role) => ROLE_WORDS[role]).join(', ')}`}
        notice={done ? { tone: 'ok', text: done } : undefined}
        secrets={secretsOf(c)}
        hasPassword={hasPassword}
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

  async function answerSetup(c: Context<WebEnv>, sealed?: string, refusal?: Refusal) {
    const { actor } = currentSession(c);
    const isOld = refusal?.code === 'second-factor.offer';
    const view = (
      <SetupView
        offer={await secondFactor.offer(actor.id, isOld ? undefined : sealed)}
        secrets={secretsOf(c)}
        asksPassword={await ownAccount.hasPassword(actor.id)}
        refusal={refusal}
      />
    );
    return page(c, 'Увімкнути другий фактор', view, refusal ? REFUSAL_STATUSES[refusal.kind] : 200);
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
  const showCodes = (c: Context<WebEnv>, codes: readonly string[]) =>
    page(c, 'Коди відновлення', <RecoveryCodes codes={codes} next="/account" />);

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
    .get('/second-factor', async (c) =>
      (await secondFactor.of(currentSession(c).actor.id)) ? c.redirect('/account') : answerSetup(c),
    )
    .post('/second-factor', async (c) => {
      const form = await readForm(c);
      const offer = formText(form, 'offer');
      const password = String(form.get('password') ?? '');
      try {
        const typed = { password, offer, code: formText(form, 'code') };
        return showCodes(c, await ownAccount.enableSecondFactor(ownerOf(c), typed));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return answerSetup(c, offer, error);
      }
    })
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

function ownerOf(c: Context<WebEnv>): Owner {
  const { id, actor } = currentSession(c);
  return { staffId: actor.id, sessionId: id, clientAddress: c.get('clientAddress') };
}
