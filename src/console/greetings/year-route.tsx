import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { CALENDAR_YEARS } from '../../domain/holidays/calendar.js';
import { can } from '../../domain/role.js';
import { addDays, localDay } from '../../lib/city-time.js';
import type { WebEnv } from '../../web/env.js';
import { allow, currentSession } from '../../web/session-cookie.js';
import { ConsolePage } from '../components/console-page.js';
import { doneNotice } from '../components/done-notice.js';
import type { NoticeModel } from '../components/notice.js';
import { formText, readForm } from '../forms.js';
import type { ConsoleParts } from '../parts.js';
import { refused } from '../refused.js';
import { createSubmissions, submissionId } from '../submissions.js';
import { type LocalFormModel, parseLocal } from './local-form.js';
import { type MourningFormModel, parseMourning } from './mourning-form.js';
import { yearModel } from './year-model.js';
import { YearView } from './year-view.js';

interface Answer {
  readonly status: ContentfulStatusCode;
  readonly notice?: NoticeModel | undefined;
  readonly local?: LocalFormModel;
  readonly mourning?: MourningFormModel;
}

/** How far «the next ones» look ahead, in days. */
const NEXT_DAYS = 30;
const EMPTY = { typed: new FormData(), errors: {} };
const UNSAVED: NoticeModel = { tone: 'bad', text: 'Не збережено. Виправте позначені поля.' };
const DONE: Readonly<Record<string, string>> = {
  local: 'Місцевий день додано.',
  'local-removed': 'Місцевий день видалено.',
  mourning: 'Жалобу оголошено. Привітання в ці дні не підуть.',
  'mourning-removed': 'Жалобу знято. Зупинені привітання чекають вашого рішення.',
};

/** `/greetings`: the holidays of a year, the city's own days, and mourning. */
export function yearRoute(parts: ConsoleParts): Hono<WebEnv> {
  const { calendar, greetings, settings, clocks, timeZone } = parts;
  const submissions = createSubmissions();

  async function answer(c: Context<WebEnv>, { status, notice, local, mourning }: Answer) {
    const session = currentSession(c);
    const today = localDay(clocks.now(), timeZone);
    const year = askedYear(c.req.query('year')) ?? Number(today.slice(0, 4));
    const [dates, coming, ofYear, ofComing, locals, values] = await Promise.all([
      calendar.ofYear(year),
      calendar.between(today, addDays(today, NEXT_DAYS)),
      greetings.between(`${year}-01-01`, `${year}-12-31`),
      greetings.between(today, addDays(today, NEXT_DAYS)),
      calendar.locals(),
      settings.get(),
    ]);
    const model = yearModel({
      year,
      today,
      dates,
      coming,
      locals,
      greetings: new Map([...ofYear, ...ofComing]),
      mournings: values.mourning.periods,
    });
    return c.html(
      <ConsolePage
        title="Свята й привітання"
        session={session}
        isSandbox={parts.sandbox !== undefined}
        current="/greetings"
        helpHref="/help/head"
      >
        <YearView
          model={model}
          mayWrite={can(session.actor, 'broadcasts.write')}
          secrets={{ csrfToken: session.csrfToken, requestId: parts.randomId() }}
          notice={notice}
          local={local ?? EMPTY}
          mourning={mourning ?? EMPTY}
        />
      </ConsolePage>,
      status,
    );
  }

  /** Does the work of a form; a refusal comes back as a sentence on the same page. */
  async function attempt(c: Context<WebEnv>, done: string, work: () => Promise<unknown>) {
    try {
      await work();
      return c.redirect(`/greetings?done=${done}`, 303);
    } catch (error) {
      return answer(c, refused(error));
    }
  }

  return new Hono<WebEnv>()
    .get('/', (c) => {
      return answer(c, { status: 200, notice: doneNotice(c, DONE) });
    })
    .use('/local/*', allow('broadcasts.write'))
    .use('/mourning/*', allow('broadcasts.write'))
    .post('/local', async (c) => {
      const { actor } = currentSession(c);
      const typed = await readForm(c);
      const parsed = parseLocal(typed);
      if (!parsed.ok)
        return answer(c, { status: 422, notice: UNSAVED, local: { typed, errors: parsed.errors } });
      const id = submissionId(c.req.path, actor, typed);
      return attempt(c, 'local', () => submissions.once(id, () => calendar.addLocal(parsed.input, actor)));
    })
    .post('/local/:id/remove', (c) =>
      attempt(c, 'local-removed', () => calendar.removeLocal(c.req.param('id'), currentSession(c).actor)),
    )
    .post('/mourning', async (c) => {
      const typed = await readForm(c);
      const { periods } = (await settings.get()).mourning;
      const parsed = parseMourning(typed, periods);
      if (!parsed.ok)
        return answer(c, { status: 422, notice: UNSAVED, mourning: { typed, errors: parsed.errors } });
      return attempt(c, 'mourning', () => settings.change(parsed.input, currentSession(c).actor));
    })
    .post('/mourning/remove', async (c) => {
      const form = await readForm(c);
      const [from, to] = [formText(form, 'from'), formText(form, 'to')];
      const { periods } = (await settings.get()).mourning;
      const others = periods.filter((period) => period.from !== from || period.to !== to);
      return attempt(c, 'mourning-removed', () =>
        settings.change({ mourning: { periods: others } }, currentSession(c).actor),
      );
    });
}

/** The year of the address; undefined for none, or one outside of the calendar. */
function askedYear(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{4}$/.test(text)) return undefined;
  const year = Number(text);
  return year >= CALENDAR_YEARS.first && year <= CALENDAR_YEARS.last ? year : undefined;
}
