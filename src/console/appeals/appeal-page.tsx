import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { can } from '../../domain/role.js';
import type { WebEnv } from '../../web/env.js';
import { currentSession } from '../../web/session-cookie.js';
import { ConsolePage } from '../components/console-page.js';
import type { NoticeModel } from '../components/notice.js';
import type { ConsoleParts } from '../parts.js';
import { createCityDates } from '../words/dates.js';
import { appealModel } from './appeal-model.js';
import { AppealView, type TypedText } from './appeal-view.js';

interface Answer {
  readonly status: ContentfulStatusCode;
  readonly notice: NoticeModel | undefined;
  /** What a refused form had in it */
  readonly typed: TypedText;
}

/**
 * Answers with the page of one appeal, also when something on it was refused.
 *
 * @throws {Refusal} notFound
 */
export async function answerAppealPage(
  c: Context<WebEnv>,
  parts: ConsoleParts,
  number: string,
  { status, notice, typed }: Answer,
) {
  const session = currentSession(c);
  const dates = createCityDates(parts.timeZone, parts.clocks.now);
  const [page, departments] = await Promise.all([
    parts.appeals.get(number, session.actor),
    parts.appeals.departments(),
  ]);
  const appeal = appealModel(page, departments, dates);
  return c.html(
    <ConsolePage
      styles={['appeal.css']}
      title={`${appeal.number} ${appeal.subject}`}
      session={session}
      isSandbox={parts.sandbox !== undefined}
      current="/appeals"
      eventsHref={appeal.eventsHref}
    >
      <AppealView
        appeal={appeal}
        mayWrite={can(session.actor, 'appeals.write')}
        secrets={{ csrfToken: session.csrfToken, requestId: parts.randomId() }}
        notice={notice}
        typed={typed}
      />
    </ConsolePage>,
    status,
  );
}
