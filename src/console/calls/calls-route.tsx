import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { can } from '../../domain/role.js';
import type { WebEnv } from '../../web/env.js';
import { currentSession } from '../../web/session-cookie.js';
import { ConsolePage } from '../components/console-page.js';
import type { NoticeModel } from '../components/notice.js';
import type { ConsoleParts } from '../parts.js';
import { refused } from '../refused.js';
import { createCityDates } from '../words/dates.js';
import { CallsView } from './calls-view.js';

/** What the page answers with, beside the calls. */
interface Answer {
  readonly status?: ContentfulStatusCode;
  readonly notice?: NoticeModel;
}

/** `/appeals/calls`: residents who asked to be called. */
export function callsRoute(parts: ConsoleParts): Hono<WebEnv> {
  const { callBacks } = parts;
  const dates = createCityDates(parts.timeZone, parts.clocks.now);

  return new Hono<WebEnv>()
    .get('/', (c) => {
      const isDone = c.req.query('done') !== undefined;
      return page(c, isDone ? { notice: { tone: 'ok', text: 'Дзвінок позначено зробленим.' } } : {});
    })
    .post('/:id/done', async (c) => {
      try {
        await callBacks.finish(c.req.param('id'), currentSession(c).actor);
        return c.redirect('/appeals/calls?done=1', 303);
      } catch (error) {
        return page(c, refused(error));
      }
    });

  async function page(c: Context<WebEnv>, { status = 200, notice }: Answer) {
    const session = currentSession(c);
    const rows = (await callBacks.open()).map(({ id, name, phone, askedAt }) => ({
      id,
      name: name ?? 'Ім’я не вказано',
      phone,
      asked: dates.moment(askedAt),
    }));
    const secrets = can(session.actor, 'appeals.write')
      ? { csrfToken: session.csrfToken, requestId: parts.randomId() }
      : undefined;
    return c.html(
      <ConsolePage
        title="Просять зателефонувати"
        session={session}
        isSandbox={parts.sandbox !== undefined}
        current="/appeals"
        isNarrow
      >
        <CallsView rows={rows} secrets={secrets} notice={notice} />
      </ConsolePage>,
      status,
    );
  }
}
