import { Hono } from 'hono';
import { can } from '../../domain/role.js';
import type { WebEnv } from '../../web/env.js';
import { currentSession } from '../../web/session-cookie.js';
import { ConsolePage } from '../components/console-page.js';
import { doneNotice } from '../components/done-notice.js';
import { PAGE_SIZE } from '../components/pager.js';
import type { ConsoleParts } from '../parts.js';
import { createCityDates } from '../words/dates.js';
import { parseListFilter, toPublicationFilter } from './list-filter.js';
import { listModel } from './list-model.js';
import { PublicationListView } from './list-view.js';

/** `/publications`: the register, the newest first. */
export function publicationListRoute(parts: ConsoleParts): Hono<WebEnv> {
  const { publications, timeZone } = parts;
  const dates = createCityDates(timeZone, parts.clocks.now);
  return new Hono<WebEnv>().get('/', async (c) => {
    const session = currentSession(c);
    const topics = await parts.topics.list();
    const filter = parseListFilter(c.req.query(), topics);
    const asked = toPublicationFilter(filter, timeZone);
    const [counts, page] = await Promise.all([
      publications.count({ ...asked, kind: undefined }),
      publications.list({ ...asked, cursor: filter.cursor, limit: PAGE_SIZE }),
    ]);
    return c.html(
      <ConsolePage
        title="Публікації"
        session={session}
        isSandbox={parts.sandbox !== undefined}
        current="/publications"
        helpHref="/help/editor"
      >
        <PublicationListView
          list={listModel(filter, counts, page, dates)}
          topics={topics}
          mayWrite={can(session.actor, 'publications.write')}
          notice={doneNotice(c, { remove: 'Публікацію видалено.' })}
        />
      </ConsolePage>,
    );
  });
}
