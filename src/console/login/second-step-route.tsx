import { type Context, Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { Refusal } from '../../domain/refusal.js';
import type { SecondStep } from '../../services/staff/pending-sign-ins.js';
import type { WebEnv } from '../../web/env.js';
import { safeNext } from '../../web/session-cookie.js';
import { ConsolePage } from '../components/console-page.js';
import { formText, readForm } from '../forms.js';
import type { ConsoleParts } from '../parts.js';
import { RecoveryCodes } from '../second-factor/recovery-codes.js';
import { CodeView, RequiredSetupView } from './second-step-views.js';

type StepParts = Pick<ConsoleParts, 'cookies' | 'pendingCookies' | 'sandbox'> & {
  readonly staff: Pick<ConsoleParts['staff'], 'secondFactor'>;
};

/** After a right password: a session where that is enough, else the page of the second step. */
export async function continueSignIn(
  c: Context<WebEnv>,
  { cookies, pendingCookies }: Pick<ConsoleParts, 'cookies' | 'pendingCookies'>,
  staffId: string,
  next: string,
): Promise<Response> {
  const step = await pendingCookies.begin(c, staffId);
  if (step) return c.redirect(stepHref(step, next), 303);
  await cookies.start(c, staffId, 'password');
  return c.redirect(next, 303);
}

/** `/login/code` and `/login/setup`: the second step. Only here the session begins. */
export function secondStepRoute({ staff, cookies, pendingCookies, sandbox }: StepParts): Hono<WebEnv> {
  const { secondFactor } = staff;

  function answer(c: Context<WebEnv>, title: string, view: Child, status: 200 | 422 = 200) {
    return c.html(
      <ConsolePage
        styles={['account.css']}
        title={title}
        session={undefined}
        isSandbox={sandbox !== undefined}
        isNarrow
      >
        {view}
      </ConsolePage>,
      status,
    );
  }

  /** Somebody for whom this very step is due; everybody else is shown the way. */
  async function dueFor(c: Context<WebEnv>, step: SecondStep, next: string): Promise<string | Response> {
    const pending = await pendingCookies.find(c);
    if (pending === undefined) return c.redirect(`/login?next=${encodeURIComponent(next)}`, 303);
    return pending.step === step ? pending.staffId : c.redirect(stepHref(pending.step, next), 303);
  }

  /** @throws {Refusal} invalid: the step was done in another window, or took too long */
  async function startSession(c: Context<WebEnv>, staffId: string): Promise<void> {
    if (!(await pendingCookies.take(c)))
      throw new Refusal('invalid', 'login.pending', 'Вхід тривав задовго. Введіть пароль ще раз.');
    await cookies.start(c, staffId, 'second-factor');
  }

  const answerCode = (c: Context<WebEnv>, next: string, refusal?: Refusal) =>
    answer(c, 'Код підтвердження', <CodeView next={next} error={refusal?.message} />, refusal ? 422 : 200);

  async function answerSetup(
    c: Context<WebEnv>,
    staffId: string,
    next: string,
    sealed?: string,
    refusal?: Refusal,
  ) {
    const isOld = refusal?.code === 'second-factor.offer';
    const offer = await secondFactor.offer(staffId, isOld ? undefined : sealed);
    const view = <RequiredSetupView next={next} error={refusal?.message} offer={offer} />;
    return answer(c, 'Другий фактор', view, refusal ? 422 : 200);
  }

  return new Hono<WebEnv>()
    .get('/code', async (c) => {
      const next = safeNext(c.req.query('next'));
      const due = await dueFor(c, 'code', next);
      return typeof due === 'string' ? answerCode(c, next) : due;
    })
    .post('/code', async (c) => {
      const form = await readForm(c);
      const next = safeNext(formText(form, 'next'));
      const due = await dueFor(c, 'code', next);
      if (typeof due !== 'string') return due;
      try {
        await secondFactor.check(due, formText(form, 'code'), c.get('clientAddress'));
        await startSession(c, due);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return answerCode(c, next, error);
      }
      return c.redirect(next, 303);
    })
    .get('/setup', async (c) => {
      const next = safeNext(c.req.query('next'));
      const due = await dueFor(c, 'setup', next);
      return typeof due === 'string' ? answerSetup(c, due, next) : due;
    })
    .post('/setup', async (c) => {
      const form = await readForm(c);
      const next = safeNext(formText(form, 'next'));
      const due = await dueFor(c, 'setup', next);
      if (typeof due !== 'string') return due;
      const offer = formText(form, 'offer');
      try {
        const codes = await secondFactor.enable(due, offer, formText(form, 'code'));
        await startSession(c, due);
        return answer(c, 'Коди відновлення', <RecoveryCodes codes={codes} next={next} />);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return answerSetup(c, due, next, offer, error);
      }
    });
}

function stepHref(step: SecondStep, next: string): string {
  return `/login/${step}?next=${encodeURIComponent(next)}`;
}
