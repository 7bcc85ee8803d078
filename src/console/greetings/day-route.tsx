import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { CALENDAR_YEARS } from '../../domain/holidays/calendar.js';
import { mourningDays, mourningOn } from '../../domain/holidays/mourning.js';
import { can } from '../../domain/role.js';
import { dayAndMonth, legalDate } from '../../domain/ukrainian-date.js';
import { addDays, localDay } from '../../lib/city-time.js';
import type { SettingsValues } from '../../services/settings/input.js';
import type { WebEnv } from '../../web/env.js';
import { allow, currentSession } from '../../web/session-cookie.js';
import { ConsolePage } from '../components/console-page.js';
import { doneNotice } from '../components/done-notice.js';
import type { NoticeModel } from '../components/notice.js';
import { formText, list, readForm } from '../forms.js';
import type { ConsoleParts } from '../parts.js';
import { refused } from '../refused.js';
import { HOLIDAY_KIND_WORDS } from '../words/holiday-words.js';
import { type DayModel, DayView } from './day-view.js';
import { greetingState } from './holiday-row.js';

const DONE: Readonly<Record<string, string>> = {
  open: 'Чернетку відкрито. Перегляньте її й передайте на затвердження.',
  choose: 'Текст складено наново.',
  on: 'Свято ввімкнено.',
  off: 'Свято вимкнено.',
};

/** `/greetings/{day}`: what the city does on a day. */
export function dayRoute(parts: ConsoleParts): Hono<WebEnv> {
  const { calendar, greetings, settings } = parts;

  async function modelOf(day: string): Promise<DayModel> {
    const [dates, byDay, values] = await Promise.all([
      calendar.ofYear(Number(day.slice(0, 4))),
      greetings.between(day, day),
      settings.get(),
    ]);
    const greeting = byDay.get(day);
    const mourned = mourningOn(day, values.mourning.periods);
    const today = localDay(parts.clocks.now(), parts.timeZone);
    const holidays = dates.filter(({ date }) => date === day);
    const mayOpen = day >= today && !mourned && holidays.some(({ isOff }) => !isOff);
    return {
      day,
      heading: legalDate(day),
      holidays: holidays.map(({ holiday: { id, name, kind }, isOff }) => ({
        id,
        name: name.nominative,
        kind: HOLIDAY_KIND_WORDS[kind],
        isOff,
      })),
      mayOpen,
      opens: mayOpen ? opening(day, values.greetings) : undefined,
      greeting: greeting?.isOpen
        ? {
            state: greetingState(greeting),
            href: greeting.status && `/broadcasts/${greeting.broadcastId}`,
            chosen: greeting.holidayIds,
            isDraft: greeting.status === 'draft',
          }
        : undefined,
      mourning: mourned && `Жалоба ${mourningDays(mourned)}: ${mourned.reason}. Привітання не надсилаються.`,
    };
  }

  async function answer(
    c: Context<WebEnv>,
    given: { readonly status: ContentfulStatusCode; readonly notice?: NoticeModel | undefined },
  ) {
    const session = currentSession(c);
    const model = await modelOf(dayOf(c));
    return c.html(
      <ConsolePage
        title={model.heading}
        session={session}
        isSandbox={parts.sandbox !== undefined}
        current="/greetings"
        isNarrow
      >
        <DayView
          model={model}
          mayWrite={can(session.actor, 'broadcasts.write')}
          secrets={{ csrfToken: session.csrfToken, requestId: parts.randomId() }}
          notice={given.notice}
        />
      </ConsolePage>,
      given.status,
    );
  }

  /** Does the work of a form; a refusal comes back as a sentence on the same page. */
  async function attempt(c: Context<WebEnv>, done: string, work: () => Promise<unknown>) {
    try {
      await work();
      return c.redirect(`/greetings/${dayOf(c)}?done=${done}`, 303);
    } catch (error) {
      return answer(c, refused(error));
    }
  }

  return new Hono<WebEnv>()
    .get('/:day', (c) => {
      return answer(c, { status: 200, notice: doneNotice(c, DONE) });
    })
    .use('/:day/*', allow('broadcasts.write'))
    .post('/:day/open', (c) => attempt(c, 'open', () => greetings.open(dayOf(c), currentSession(c).actor)))
    .post('/:day/choose', async (c) => {
      const ids = list(await readForm(c), 'holidayIds');
      return attempt(c, 'choose', () => greetings.choose(dayOf(c), ids, currentSession(c).actor));
    })
    .post('/:day/switch', async (c) => {
      const form = await readForm(c);
      const isOn = formText(form, 'to') === 'on';
      return attempt(c, isOn ? 'on' : 'off', () =>
        calendar.switch(formText(form, 'holidayId'), isOn, currentSession(c).actor),
      );
    });
}

function opening(day: string, { openDrafts, openDaysBefore }: SettingsValues['greetings']): string {
  return openDrafts
    ? `Календар відкриє її сам ${dayAndMonth(addDays(day, -openDaysBefore))}.`
    : 'Календар не відкриває чернеток: так вирішено в налаштуваннях.';
}

/** The day of the address. @throws {HTTPException} 404 for what is no day of the calendar */
function dayOf(c: Context): string {
  const day = c.req.param('day') ?? '';
  const year = Number(day.slice(0, 4));
  const isDay = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(day) && addDays(day, 0) === day;
  if (isDay && year >= CALENDAR_YEARS.first && year <= CALENDAR_YEARS.last) return day;
  throw new HTTPException(404, { message: 'Такого дня в календарі немає.' });
}
