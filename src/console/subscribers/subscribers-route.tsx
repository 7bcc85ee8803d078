import { Hono } from 'hono';
import type { WebEnv } from '../../web/env.js';
import { currentSession } from '../../web/session-cookie.js';
import { ConsolePage } from '../components/console-page.js';
import { PAGE_SIZE } from '../components/pager.js';
import type { ConsoleParts } from '../parts.js';
import { createCityDates } from '../words/dates.js';
import { parseSubscriberFilter, subscribersModel } from './subscribers-model.js';
import { SubscribersView } from './subscribers-view.js';

/** `/subscribers`: numbers per messenger and status, and the people. */
export function subscribersRoute(parts: ConsoleParts): Hono<WebEnv> {
  const dates = createCityDates(parts.timeZone, parts.clocks.now);
  return new Hono<WebEnv>().get('/', async (c) => {
    const filter = parseSubscriberFilter(c.req.query());
    const { channel, status, cursor } = filter;
    const request = { channel: channel || undefined, status: status || undefined, cursor, limit: PAGE_SIZE };
    const [stats, page, topics] = await Promise.all([
      parts.subscriptions.stats(),
      parts.subscriptions.list(request),
      parts.topics.list(),
    ]);
    return c.html(
      <ConsolePage
        title="Підписники"
        session={currentSession(c)}
        isSandbox={parts.sandbox !== undefined}
        current="/subscribers"
      >
        <SubscribersView subscribers={subscribersModel(filter, stats, page, topics, dates)} />
      </ConsolePage>,
    );
  });
}
