import type { ErrorHandler, NotFoundHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { Refusal, type RefusalKind } from '../domain/refusal.js';
import type { Logger } from '../lib/log.js';
import type { Session } from '../services/staff/sessions.js';
import type { WebEnv } from './env.js';
import { errorWords } from './error-words.js';
import { Layout } from './layout.js';
import { routePattern } from './route-pattern.js';

/** What the web answers to each "no" of a use case. */
export const REFUSAL_STATUSES = {
  notFound: 404,
  forbidden: 403,
  conflict: 409,
  invalid: 422,
} as const satisfies Readonly<Record<RefusalKind, ContentfulStatusCode>>;

/** Answers an error with a page: an expected one with its sentence, a bug with a reference number for the log. */
export function errorPage(log: Logger): ErrorHandler<WebEnv> {
  return (error, c) => {
    const session = c.get('session');
    if (error instanceof Refusal) {
      const status = REFUSAL_STATUSES[error.kind];
      return c.html(<ErrorPage status={status} text={error.message} session={session} />, status);
    }
    if (error instanceof HTTPException) {
      const { status, message } = error;
      return (
        error.res ??
        c.html(<ErrorPage status={status} text={message || 'Запит не виконано.'} session={session} />, status)
      );
    }
    const reference = c.get('requestId');
    logUnexpected(log, error, { requestId: reference, method: c.req.method, route: routePattern(c) });
    return c.html(<UnexpectedPage reference={reference} session={session} />, 500);
  };
}

/** Logs a bug, once, where it is answered. `route` is the pattern. */
export function logUnexpected(
  log: Logger,
  error: unknown,
  request: { readonly requestId: string; readonly method: string; readonly route: string },
): void {
  log.error({ ...request, err: error }, 'request failed');
}

export const notFoundPage: NotFoundHandler<WebEnv> = (c) =>
  c.html(
    <ErrorPage status={404} text="Такої сторінки немає. Перевірте адресу." session={c.get('session')} />,
    404,
  );

interface ErrorPageProps {
  readonly status: number;
  readonly text: string;
  readonly session: Session | undefined;
}

function ErrorPage({ status, text, session }: ErrorPageProps) {
  const { title, advice } = errorWords(status);
  return (
    <Layout title={title} session={session}>
      <h1>{title}</h1>
      <p>{text}</p>
      {session && <p>{advice}</p>}
      <p>
        <a href="/">На головну</a>
      </p>
    </Layout>
  );
}

function UnexpectedPage({
  reference,
  session,
}: {
  readonly reference: string;
  readonly session: Session | undefined;
}) {
  return (
    <Layout title="Сталася помилка" session={session}>
      <h1>Сталася помилка</h1>
      <p>
        Це помилка сервісу, не ваша; ми записали її в журнал. Поверніться назад кнопкою браузера й спробуйте
        ще раз. Якщо повториться, назвіть адміністратору цей номер:
      </p>
      <p class="reference">{reference}</p>
      <p>
        <a href="/">На головну</a>
      </p>
    </Layout>
  );
}
