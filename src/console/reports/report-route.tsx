import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { z } from 'zod';
import { isOfSubscribers } from '../../domain/report/audience-lists.js';
import { isReportMonth, monthBounds, type ReportMonth } from '../../domain/report/month.js';
import { PARAGRAPH_KEYS } from '../../domain/report/paragraph.js';
import { can } from '../../domain/role.js';
import { sentenceInput } from '../../services/reports/input.js';
import type { WebEnv } from '../../web/env.js';
import { allow, currentSession } from '../../web/session-cookie.js';
import { ConsolePage } from '../components/console-page.js';
import { doneNotice } from '../components/done-notice.js';
import type { NoticeModel } from '../components/notice.js';
import { formText, readForm } from '../forms.js';
import type { ConsoleParts } from '../parts.js';
import { refused } from '../refused.js';
import { createSubmissions, submissionId } from '../submissions.js';
import { createCityDates } from '../words/dates.js';
import { monthName } from '../words/report-words.js';
import { askedVersion, reportHref } from './report-address.js';
import type { ReportPage } from './report-page.js';
import { ReportPageView } from './report-view.js';

const asked = z.object({
  version: z.string().max(10).optional().catch(undefined),
  list: z.string().min(1).max(400).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).optional().catch(undefined),
  after: sentenceInput.shape.after.optional().catch(undefined),
});

const confirmForm = z.object({ key: z.enum(PARAGRAPH_KEYS), verdict: z.enum(['true', 'false']) });

const DONE: Readonly<Record<string, string>> = {
  sign: 'Звіт підписано. Текст, числа й списки збережено такими, як є.',
  sentence: 'Речення додано.',
  'sentence-removed': 'Речення прибрано.',
};

interface Answer {
  readonly status: ContentfulStatusCode;
  readonly notice?: NoticeModel | undefined;
  /** A sentence that could not be added */
  readonly unsaved?: string;
}

/** `/reports/{YYYY-MM}`: the report of a month. */
export function reportRoute(parts: ConsoleParts): Hono<WebEnv> {
  const { reports, clocks, timeZone } = parts;
  const dates = createCityDates(timeZone, clocks.now);
  const submissions = createSubmissions();

  async function pageOf(c: Context<WebEnv>, month: ReportMonth): Promise<ReportPage> {
    const { actor, csrfToken } = currentSession(c);
    const query = asked.parse(c.req.query());
    const view = await reports.read(
      month,
      askedVersion(query.version),
      actor,
      isOfSubscribers(query.list ?? ''),
    );
    const isOver = clocks.now() >= monthBounds(month, timeZone).until;
    const isCurrent = view.signature === undefined;
    const isSigned = view.signatures.at(-1)?.hash === view.hash;
    return {
      month,
      view,
      query,
      isOver,
      isEditable: isCurrent && can(actor, 'publications.write'),
      maySign: isCurrent && isOver && !isSigned && can(actor, 'reports.sign'),
      maySetNames: can(actor, 'settings.write'),
      dates,
      secrets: { csrfToken, requestId: parts.randomId() },
    };
  }

  async function answer(c: Context<WebEnv>, { status, notice, unsaved }: Answer) {
    const month = monthOf(c);
    const isSandbox = parts.sandbox !== undefined;
    return c.html(
      <ConsolePage
        title={`Звіт за ${monthName(month)}`}
        session={currentSession(c)}
        isSandbox={isSandbox}
        current="/reports"
        helpHref="/help/head"
        styles={['report.css']}
        scripts={['report.js']}
      >
        <ReportPageView page={await pageOf(c, month)} {...{ notice, unsaved, isSandbox }} />
      </ConsolePage>,
      status,
    );
  }

  /** Does the work of a form; a refusal comes back as a sentence on the same page. */
  async function attempt(c: Context<WebEnv>, to: string, work: () => Promise<unknown>, unsaved = '') {
    try {
      await work();
      return c.redirect(to, 303);
    } catch (error) {
      return answer(c, { ...refused(error), unsaved });
    }
  }

  const current = (month: ReportMonth, fragment?: string) =>
    reportHref(month, { version: 'current' }, fragment);

  return new Hono<WebEnv>()
    .get('/:month', (c) => {
      return answer(c, { status: 200, notice: doneNotice(c, DONE) });
    })
    .post('/:month/confirm', allow('publications.write'), async (c) => {
      const form = confirmForm.safeParse(Object.fromEntries(await readForm(c)));
      if (!form.success) throw new HTTPException(422, { message: 'Такого абзацу у звіті немає.' });
      const { key, verdict } = form.data;
      const month = monthOf(c);
      return attempt(c, current(month, `p-${key}`), () =>
        reports.confirm(month, key, verdict === 'true', currentSession(c).actor),
      );
    })
    .post('/:month/sentences', allow('publications.write'), async (c) => {
      const { actor } = currentSession(c);
      const form = await readForm(c);
      const month = monthOf(c);
      const text = formText(form, 'text');
      // What nobody offered, the service refuses with a sentence.
      const after = formText(form, 'after') as z.infer<typeof sentenceInput>['after'];
      const add = () => reports.addSentence(month, { after, text }, actor);
      const id = submissionId(c.req.path, actor, form);
      return attempt(c, `${current(month)}&done=sentence`, () => submissions.once(id, add), text);
    })
    .post('/:month/sentences/:id/remove', allow('publications.write'), (c) => {
      const month = monthOf(c);
      return attempt(c, `${current(month)}&done=sentence-removed`, () =>
        reports.removeSentence(month, c.req.param('id'), currentSession(c).actor),
      );
    })
    .post('/:month/sign', allow('reports.sign'), async (c) => {
      const hash = formText(await readForm(c), 'hash');
      const month = monthOf(c);
      return attempt(c, `/reports/${month}?done=sign`, () =>
        reports.sign(month, hash, currentSession(c).actor),
      );
    });

  /** The month of the address. @throws {HTTPException} 404 for none, and for one that has not begun */
  function monthOf(c: Context): ReportMonth {
    const month = c.req.param('month') ?? '';
    if (isReportMonth(month) && monthBounds(month, timeZone).from <= clocks.now()) return month;
    throw new HTTPException(404, { message: 'Звіту за такий місяць немає.' });
  }
}
