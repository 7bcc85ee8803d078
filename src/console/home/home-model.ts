import type { Broadcast } from '../../domain/broadcast.js';
import type { ChannelId } from '../../domain/channel-id.js';
import type { FaqCard } from '../../domain/faq.js';
import type { Feed } from '../../domain/feed.js';
import type { ReportMonth } from '../../domain/report/month.js';
import { roomLeft } from '../../domain/viber-price.js';
import type { AppealPage } from '../../services/appeals/appeals.js';
import type { BroadcastView } from '../../services/broadcasts/broadcasts.js';
import type { DayCounts } from '../../services/daily-counts/store.js';
import type { CityHolidayDate } from '../../services/greetings/city-calendar.js';
import { reasonWords } from '../../services/outbox/reason-words.js';
import type { AccountTrouble, ReadTroubles } from '../../services/outbox/store.js';
import type { SubscriberStats } from '../../services/subscriptions/subscriptions.js';
import type { PriceMonth } from '../../services/viber-price/viber-price.js';
import { escalationModel } from '../appeals/escalation-model.js';
import { appealHref, type QueueCardModel, queueCardModel } from '../appeals/queue/queue-model.js';
import { type BroadcastCardModel, broadcastCardModel, broadcastHref } from '../broadcasts/broadcast-model.js';
import type { FigureModel } from '../components/figure.js';
import type { NoticeModel } from '../components/notice.js';
import type { WaitingModel } from '../components/waiting-list.js';
import { type GreetingFacts, type HolidayRowModel, holidayRow } from '../greetings/holiday-row.js';
import { subjectWords } from '../words/appeal-words.js';
import { BROADCAST_KIND_WORDS } from '../words/broadcast-words.js';
import { CHANNEL_WORDS } from '../words/channel-words.js';
import type { CityDates } from '../words/dates.js';
import { describeDue } from '../words/due.js';
import { formatNumber, plural } from '../words/plural.js';
import { monthWords } from '../words/price-words.js';
import { monthName } from '../words/report-words.js';
import { type HomeCharts, homeCharts } from './home-charts.js';

/** What the services answered for the first page. */
export interface HomeFacts {
  readonly overdueCount: number;
  readonly unassignedCount: number;
  /** Overdue ones, the longest first */
  readonly overdue: readonly AppealPage[];
  /** Open appeals by due date, the nearest first: more than one day's worth */
  readonly nearest: readonly AppealPage[];
  readonly mine: readonly AppealPage[];
  readonly underWay: readonly BroadcastView[];
  /** Drafts that wait for the viewer */
  readonly awaiting: readonly Broadcast[];
  /** Answers that wait for the viewer's signature, by due date */
  readonly toSign: readonly AppealPage[];
  /** Answers that did not help, the earliest promise first */
  readonly reviews: readonly AppealPage[];
  /** Of whose term the viewer was told, by due date */
  readonly escalated: readonly AppealPage[];
  /** The last month that is over, while nobody has signed its report and the viewer may */
  readonly unsigned: ReportMonth | undefined;
  readonly days: readonly DayCounts[];
  /** Whose appeals the viewer sees; undefined: everybody's */
  readonly departmentIds: readonly string[] | undefined;
  readonly stats: SubscriberStats;
  readonly troubles: Awaited<ReturnType<ReadTroubles>>;
  /** Residents who wait for a call */
  readonly callBackCount: number;
  /** Ready answers of the viewer's that nobody has confirmed in time */
  readonly staleCards: readonly FaqCard[];
  /** Those the viewer answers for */
  readonly feeds: readonly Feed[];
  /** What Viber has taken; undefined while no price is set */
  readonly viberMonth: PriceMonth | undefined;
  /** Of the next days, by date */
  readonly holidays: readonly CityHolidayDate[];
  readonly ofHolidays: GreetingFacts;
}

const RESIDENTS = { one: 'мешканець', few: 'мешканці', other: 'мешканців' };

/** Cards of each list: the rest is behind its link. */
const CARDS_MAX = 10;

/** What needs the viewer now, ready to print. */
export interface HomeModel {
  /** What nobody can work with until it is put right */
  readonly notices: readonly NoticeModel[];
  /** Broadcasts that stopped by themselves and wait for somebody's decision */
  readonly stopped: readonly BroadcastCardModel[];
  readonly awaiting: readonly WaitingModel[];
  /** Answers that the viewer may sign */
  readonly toSign: readonly WaitingModel[];
  /** Answers that did not help, as far as they are the viewer's business */
  readonly reviews: readonly WaitingModel[];
  /** Terms that run out, of which the viewer was told */
  readonly escalated: readonly WaitingModel[];
  /** Its report waits for a signature */
  readonly unsigned: { readonly href: string; readonly name: string } | undefined;
  readonly figures: readonly FigureModel[];
  readonly overdue: readonly QueueCardModel[];
  readonly dueToday: readonly QueueCardModel[];
  readonly mine: readonly QueueCardModel[];
  /** The rest of the broadcasts that are not over */
  readonly underWay: readonly BroadcastCardModel[];
  readonly holidays: readonly HolidayRowModel[];
  readonly charts: HomeCharts;
}

export function homeModel(facts: HomeFacts, dates: CityDates): HomeModel {
  const dueToday = facts.nearest
    .map((page) => queueCardModel(page, dates))
    .filter(({ due }) => due.urgency === 'today');
  const broadcasts = facts.underWay.map((broadcast) => broadcastCardModel(broadcast, dates));
  return {
    notices: [
      ...[...facts.troubles].map((trouble) => troubleNotice(trouble, dates)),
      ...limitNotices(facts),
      ...feedNotices(facts),
      ...taskNotices(facts),
    ],
    stopped: broadcasts.filter(({ stopReason }) => stopReason !== undefined),
    awaiting: facts.awaiting.map(({ id, title, kind, createdAt }) => ({
      href: broadcastHref(id),
      title,
      details: `${BROADCAST_KIND_WORDS[kind]} · створено ${dates.moment(createdAt)}`,
    })),
    toSign: facts.toSign.map(({ appeal, departmentName }) => ({
      href: appealHref(appeal.number),
      title: subjectWords(appeal.subject),
      details: [appeal.number, departmentName, describeDue(appeal, dates).words].join(' · '),
    })),
    reviews: facts.reviews.slice(0, CARDS_MAX).map(({ appeal }) => ({
      href: appealHref(appeal.number),
      title: subjectWords(appeal.subject),
      details: `${appeal.number} · рішення до ${appeal.review === undefined ? '' : dates.fullDay(appeal.review.until)}`,
    })),
    escalated: facts.escalated.slice(0, CARDS_MAX).map((page) => escalationModel(page, dates)),
    unsigned:
      facts.unsigned === undefined
        ? undefined
        : { href: `/reports/${facts.unsigned}`, name: monthName(facts.unsigned) },
    figures: [
      {
        label: 'Прострочено',
        value: formatNumber(facts.overdueCount),
        href: '/appeals?view=overdue',
        tone: facts.overdueCount > 0 ? 'bad' : 'plain',
      },
      {
        label: 'Строк сьогодні',
        value: formatNumber(dueToday.length),
        tone: dueToday.length > 0 ? 'warn' : 'plain',
      },
      {
        label: 'Нікому не призначено',
        value: formatNumber(facts.unassignedCount),
        href: '/appeals?view=unassigned',
      },
      {
        label: 'Підписників у Telegram',
        value: formatNumber(facts.stats.telegram.active),
        href: '/subscribers?channel=telegram',
      },
      {
        label: 'Підписників у Viber',
        value: formatNumber(facts.stats.viber.active),
        href: '/subscribers?channel=viber',
      },
    ],
    overdue: facts.overdue.map((page) => queueCardModel(page, dates)),
    dueToday: dueToday.slice(0, CARDS_MAX),
    mine: facts.mine.map((page) => queueCardModel(page, dates)),
    underWay: broadcasts.filter(({ stopReason }) => stopReason === undefined),
    holidays: facts.holidays.map((entry) => holidayRow(entry, facts.ofHolidays)),
    charts: homeCharts(facts.days, facts.departmentIds),
  };
}

function troubleNotice(
  [channel, { code, since, oneByOne }]: [ChannelId, AccountTrouble],
  dates: CityDates,
): NoticeModel {
  if (oneByOne)
    return {
      tone: 'warn',
      text: `${CHANNEL_WORDS[channel]} з ${dates.moment(since)} не приймає розсилок одразу багатьом: ${reasonWords(code)}. Надсилаємо кожному окремо, тож це триває довше. Зверніться до підтримки ${CHANNEL_WORDS[channel]}.`,
    };
  return {
    tone: 'bad',
    text: `${CHANNEL_WORDS[channel]} не приймає нашого бота з ${dates.moment(since)}: ${reasonWords(code)}. Його розсилки призупинено, відповіді людям чекають. Перевірте налаштування й обліковий запис бота.`,
  };
}

/** Ordinary broadcasts leave people out from now on: nobody should learn it from their complaints. */
function limitNotices({ viberMonth }: HomeFacts): NoticeModel[] {
  if (!viberMonth || roomLeft(viberMonth.terms, viberMonth.charges) > 0) return [];
  return [
    {
      tone: 'warn',
      text: `Місячний ліміт Viber вичерпано. ${monthWords(viberMonth)}. Поза сеансом ідуть лише попередження про небезпеку та відповіді людям; бюджет можна збільшити в налаштуваннях.`,
    },
  ];
}

/** Feeds that bring nothing until somebody has looked. */
function feedNotices({ feeds }: HomeFacts): NoticeModel[] {
  return feeds
    .filter(({ alarm, isPaused }) => alarm !== undefined && !isPaused)
    .map(({ name, alarm }) => ({ tone: 'warn', text: `Стрічка «${name}»: ${alarm?.reason}` }));
}

function taskNotices({ callBackCount, staleCards }: HomeFacts): NoticeModel[] {
  const calls: NoticeModel[] =
    callBackCount === 0
      ? []
      : [
          {
            tone: 'warn',
            text: `Просять зателефонувати: ${plural(callBackCount, RESIDENTS)}. Номери – у «Мій день».`,
          },
        ];
  const cards = staleCards.map(
    ({ title }): NoticeModel => ({
      tone: 'warn',
      text: `Картку «${title}» бот більше не показує: строк перевірки минув. Перегляньте її в налаштуваннях.`,
    }),
  );
  return [...calls, ...cards];
}
