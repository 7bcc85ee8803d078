import { Hono } from 'hono';
import { can } from '../../domain/role.js';
import type { WebEnv } from '../../web/env.js';
import { currentSession } from '../../web/session-cookie.js';
import { ConsolePage } from '../components/console-page.js';
import { doneNotice } from '../components/done-notice.js';
import { PAGE_SIZE, pagerModel } from '../components/pager.js';
import { keptQuery } from '../list-query.js';
import type { ConsoleParts } from '../parts.js';
import { createCityDates } from '../words/dates.js';
import { broadcastCardModel } from './broadcast-model.js';
import { parseListFilter, toBroadcastFilter } from './list-filter.js';
import { BroadcastListView } from './list-view.js';

/** `/broadcasts`: every broadcast, the newest first. */
export function broadcastListRoute(parts: ConsoleParts): Hono<WebEnv> {
  const dates = createCityDates(parts.timeZone, parts.clocks.now);
  return new Hono<WebEnv>().get('/', async (c) => {
    const session = currentSession(c);
    const filter = parseListFilter(c.req.query());
    const { cursor } = filter;
    const asked = toBroadcastFilter(filter, parts.timeZone);
    const page = await parts.broadcasts.list({ ...asked, cursor, limit: PAGE_SIZE });
    return c.html(
      <ConsolePage
        styles={['broadcast.css']}
        title="Розсилки"
        session={session}
        isSandbox={parts.sandbox !== undefined}
        current="/broadcasts"
        helpHref="/help/editor"
        eventsHref="/events?watch=broadcasts"
      >
        <BroadcastListView
          filter={filter}
          cards={page.items.map((broadcast) => broadcastCardModel(broadcast, dates))}
          pager={pagerModel('/broadcasts', keptQuery(filter), cursor, page.nextCursor)}
          mayWrite={can(session.actor, 'broadcasts.write')}
          notice={doneNotice(c, { remove: 'Чернетку видалено.' })}
        />
      </ConsolePage>,
    );
  });
}
