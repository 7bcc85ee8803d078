import { Hono } from 'hono';
import type { BroadcastStatus } from '../../domain/broadcast.js';
import { monthBefore, type ReportMonth } from '../../domain/report/month.js';
import { type Actor, can } from '../../domain/role.js';
import { addDays, localDay } from '../../lib/city-time.js';
import type { AppealPage } from '../../services/appeals/appeals.js';
import { maySign } from '../../services/appeals/policy.js';
import type { WebEnv } from '../../web/env.js';
import { currentSession } from '../../web/session-cookie.js';
import { ConsolePage } from '../components/console-page.js';
import { PAGE_SIZE } from '../components/pager.js';
import type { ConsoleParts } from '../parts.js';
import { createCityDates } from '../words/dates.js';
import { homeModel } from './home-model.js';
import { HomeView } from './home-view.js';

/** Statuses in which a broadcast still needs an eye. */
const UNDER_WAY: readonly BroadcastStatus[] = ['sending', 'paused', 'approved', 'scheduled'];
/** How far ahead holidays are shown, in days. */
const HOLIDAY_DAYS = 10;
/** Rows of each short list of the page. */
const SHORT_LIST = 10;
/** Overdue appeals told on the page; the figure leads to all. */
const OVERDUE_SHOWN = 5;

/** `/`: what needs the viewer now. */
export function homeRoute(parts: ConsoleParts): Hono<WebEnv> {
  const { appeals, broadcasts, subscriptions } = parts;
  const dates = createCityDates(parts.timeZone, parts.clocks.now);
  return new Hono<WebEnv>().get('/', async (c) => {
    const session = currentSession(c);
    const { actor } = session;
    const today = localDay(parts.clocks.now(), parts.timeZone);
    const until = addDays(today, HOLIDAY_DAYS);
    const { mourning, appeals: answering } = await parts.settings.get();
    const [
      overdueCount,
      unassignedCount,
      overdue,
      nearest,
      mine,
      awaiting,
      toSign,
      reviews,
      escalated,
      unsigned,
      days,
      stats,
      troubles,
      callBackCount,
      staleCards,
      viberMonth,
      feeds,
      holidays,
      greetings,
      ...underWay
    ] = await Promise.all([
      appeals.count({ open: true, overdue: true }, actor),
      appeals.count({ open: true, assigneeId: null }, actor),
      appeals.list({ open: true, overdue: true, limit: OVERDUE_SHOWN }, actor),
      appeals.list({ open: true, overdue: false, limit: PAGE_SIZE }, actor),
      appeals.list({ open: true, workOf: actor.id, limit: SHORT_LIST }, actor),
      broadcasts.awaiting(actor),
      maySign(actor, answering) ? awaitingSignature(actor) : [],
      can(actor, 'appeals.write') ? appeals.underReview(actor) : [],
      can(actor, 'appeals.write') ? appeals.escalated(actor) : [],
      unsignedMonth(actor, today),
      parts.dailyCounts.lastDays(),
      subscriptions.stats(),
      parts.troubles(),
      can(actor, 'appeals.write') ? parts.callBacks.countOpen() : 0,
      parts.faq.staleOf(actor.id),
      parts.viberPrice.month(),
      can(session.actor, 'publications.write') ? parts.feeds.list() : [],
      parts.calendar.between(today, until),
      parts.greetings.between(today, until),
      ...UNDER_WAY.map((status) => broadcasts.list({ status, limit: SHORT_LIST })),
    ]);
    const home = homeModel(
      {
        overdueCount,
        unassignedCount,
        overdue: overdue.items,
        nearest: nearest.items,
        mine: mine.items,
        awaiting,
        toSign,
        reviews,
        escalated,
        unsigned,
        days,
        departmentIds: actor.departmentIds,
        underWay: underWay.flatMap(({ items }) => items),
        stats,
        callBackCount,
        staleCards,
        troubles,
        viberMonth,
        holidays,
        ofHolidays: { today, greetings, mournings: mourning.periods },
        feeds,
      },
      dates,
    );
    return c.html(
      <ConsolePage
        styles={['home.css', 'broadcast.css']}
        title="Сьогодні"
        session={session}
        current="/"
        helpHref="/help"
        isSandbox={parts.sandbox !== undefined}
        eventsHref="/events?watch=home"
      >
        <HomeView home={home} hasAppeals={can(actor, 'appeals.write')} />
      </ConsolePage>,
    );
  });

  /** Drafts of answers that moderators have handed in, by due date. */
  async function awaitingSignature(actor: Actor): Promise<readonly AppealPage[]> {
    const asked = { status: 'awaiting-signature', limit: SHORT_LIST } as const;
    return (await appeals.list(asked, actor)).items;
  }

  /** The month before this one, while its report waits for the viewer's signature. */
  async function unsignedMonth(actor: Actor, today: string): Promise<ReportMonth | undefined> {
    if (!can(actor, 'reports.sign')) return undefined;
    const month = monthBefore(today.slice(0, 7));
    return (await parts.reports.isSigned(month)) ? undefined : month;
  }
}
