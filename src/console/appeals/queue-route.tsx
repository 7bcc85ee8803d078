import { Hono } from 'hono';
import { isConcernedWith } from '../../domain/role.js';
import type { WebEnv } from '../../web/env.js';
import { currentSession } from '../../web/session-cookie.js';
import { ConsolePage } from '../components/console-page.js';
import { PAGE_SIZE } from '../components/pager.js';
import type { ConsoleParts } from '../parts.js';
import { createCityDates } from '../words/dates.js';
import { parseQueueFilter, toAppealFilter } from './queue-filter.js';
import { queueModel } from './queue-model.js';
import { QueueView } from './queue-view.js';

/** `/appeals`: the moderation queue. */
export function queueRoute(parts: ConsoleParts): Hono<WebEnv> {
  const dates = createCityDates(parts.timeZone, parts.clocks.now);
  return new Hono<WebEnv>().get('/', async (c) => {
    const session = currentSession(c);
    const filter = parseQueueFilter(c.req.query());
    const request = { ...toAppealFilter(filter, session.actor.id), cursor: filter.cursor, limit: PAGE_SIZE };
    const [page, departments] = await Promise.all([
      parts.appeals.list(request, session.actor),
      parts.appeals.departments(),
    ]);
    const own = departments.filter(({ id }) => isConcernedWith(session.actor, id));
    const queue = queueModel(filter, page, own, dates);
    return c.html(
      <ConsolePage
        title="Звернення"
        session={session}
        isSandbox={parts.sandbox !== undefined}
        current="/appeals"
        eventsHref={queue.eventsHref}
      >
        <QueueView queue={queue} />
      </ConsolePage>,
    );
  });
}
