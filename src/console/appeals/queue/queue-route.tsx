import { Hono } from 'hono';
import { can, isConcernedWith } from '../../../domain/role.js';
import { endOfLocalDay, localDay } from '../../../lib/city-time.js';
import type { WebEnv } from '../../../web/env.js';
import { currentSession } from '../../../web/session-cookie.js';
import { ConsolePage } from '../../components/console-page.js';
import type { NoticeModel } from '../../components/notice.js';
import { PAGE_SIZE } from '../../components/pager.js';
import type { ConsoleParts } from '../../parts.js';
import { createCityDates } from '../../words/dates.js';
import { plural } from '../../words/plural.js';
import { findColleagues } from './colleagues.js';
import { countSaved, countViews } from './queue-counts.js';
import { parseQueueFilter, QUEUE, toAppealFilter } from './queue-filter.js';
import { queueModel } from './queue-model.js';
import { QueueView } from './queue-view.js';

const APPEALS = { one: 'звернення', few: 'звернення', other: 'звернень' };

/** `/appeals`: the moderation queue. */
export function queueRoute(parts: ConsoleParts): Hono<WebEnv> {
  const dates = createCityDates(parts.timeZone, parts.clocks.now);
  return new Hono<WebEnv>().get('/', async (c) => {
    const session = currentSession(c);
    const { actor, csrfToken } = session;
    const today = endOfLocalDay(localDay(parts.clocks.now(), parts.timeZone), parts.timeZone);
    const filter = parseQueueFilter(c.req.query());
    const request = { ...toAppealFilter(filter, actor.id, today), cursor: filter.cursor, limit: PAGE_SIZE };
    const standIns = await parts.absences.standIns();
    const [page, departments, counts, saved, colleagues, account, callBackCount] = await Promise.all([
      parts.appeals.list(request, actor),
      parts.appeals.departments(),
      countViews(parts.appeals, actor, today),
      countSaved(parts, actor, today),
      can(actor, 'appeals.write') ? findColleagues(parts.staff.accounts, actor, standIns) : undefined,
      parts.staff.accounts.get(actor.id),
      can(actor, 'appeals.write') ? parts.callBacks.countOpen() : 0,
    ]);
    const secrets = { csrfToken, requestId: parts.randomId() };
    const own = departments.filter(({ id }) => isConcernedWith(actor, id));
    const queue = queueModel({ filter, page, departments: own, counts, saved, secrets }, dates);
    return c.html(
      <ConsolePage
        title="Звернення"
        session={session}
        isSandbox={parts.sandbox !== undefined}
        current={QUEUE}
        helpHref="/help/moderator"
        eventsHref={queue.eventsHref}
        styles={['queue.css']}
        scripts={['queue.js']}
      >
        <QueueView
          queue={queue}
          bulk={colleagues && { secrets, backHref: queue.address, colleagues, departments }}
          callBackCount={callBackCount}
          notice={bulkNotice(c.req.query('done'))}
          hasShortcuts={account?.shortcutsOff !== true}
        />
      </ConsolePage>,
    );
  });
}

function bulkNotice(count: string | undefined): NoticeModel | undefined {
  if (count === undefined || !/^\d{1,3}$/.test(count)) return undefined;
  return { tone: 'ok', text: `Зроблено: ${plural(Number(count), APPEALS)}.` };
}
