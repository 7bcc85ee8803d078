import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Owner } from '../../services/staff/own-account.js';
import type { WebEnv } from '../../web/env.js';
import { currentSession } from '../../web/session-cookie.js';
import { ConsolePage } from '../components/console-page.js';
import type { ConsoleParts } from '../parts.js';
import { RecoveryCodes } from '../second-factor/recovery-codes.js';

/** The frame of the pages under `/account`, and what their forms carry. */
export function createAccountPage({ sandbox, randomId }: Pick<ConsoleParts, 'sandbox' | 'randomId'>) {
  function page(c: Context<WebEnv>, title: string, view: Child, status: ContentfulStatusCode = 200) {
    return c.html(
      <ConsolePage
        styles={['account.css']}
        title={title}
        session={currentSession(c)}
        isSandbox={sandbox !== undefined}
        current="/account"
        isNarrow
      >
        {view}
      </ConsolePage>,
      status,
    );
  }

  return {
    page,
    secretsOf: (c: Context<WebEnv>) => ({
      csrfToken: currentSession(c).csrfToken,
      requestId: randomId(),
    }),
    showCodes: (c: Context<WebEnv>, codes: readonly string[]) =>
      page(c, 'Коди відновлення', <RecoveryCodes codes={codes} next="/account" />),
  };
}

/** Whoever sits at this session. */
export function ownerOf(c: Context<WebEnv>): Owner {
  const { id, actor } = currentSession(c);
  return { staffId: actor.id, sessionId: id, clientAddress: c.get('clientAddress') };
}
