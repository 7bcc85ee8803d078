import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Actor } from '../../domain/role.js';
import { REASON_MAX } from '../../services/appeals/input.js';
import type { WebEnv } from '../../web/env.js';
import { allow, currentSession } from '../../web/session-cookie.js';
import { written } from '../appeals/submission.js';
import { ConsolePage } from '../components/console-page.js';
import { doneNotice } from '../components/done-notice.js';
import type { NoticeModel } from '../components/notice.js';
import { formText, readForm } from '../forms.js';
import type { ConsoleParts } from '../parts.js';
import { refused } from '../refused.js';
import { createSubmissions, submissionId } from '../submissions.js';
import { createCityDates } from '../words/dates.js';
import { noteField, parseCallTask } from './call-model.js';
import { readToday } from './today-facts.js';
import { todayModel } from './today-model.js';
import { TodayView } from './today-view.js';

interface Answer {
  readonly status?: ContentfulStatusCode;
  readonly notice?: NoticeModel | undefined;
  /** What a refused form had in it, by field */
  readonly typed?: Readonly<Record<string, string>>;
}

/** `/today`: a moderator's day. */
export function todayRoute(parts: ConsoleParts): Hono<WebEnv> {
  const dates = createCityDates(parts.timeZone, parts.clocks.now);
  const submissions = createSubmissions();

  async function answer(c: Context<WebEnv>, { status = 200, notice, typed = {} }: Answer) {
    const session = currentSession(c);
    const secrets = { csrfToken: session.csrfToken, requestId: parts.randomId() };
    const today = todayModel(await readToday(parts, session.actor), dates, secrets);
    return c.html(
      <ConsolePage
        title="Мій день"
        session={session}
        isSandbox={parts.sandbox !== undefined}
        current="/today"
        eventsHref="/events?watch=today"
      >
        <TodayView today={today} notice={notice} typed={typed} />
      </ConsolePage>,
      status,
    );
  }

  async function recordCall(form: FormData, requestId: string, actor: Actor): Promise<void> {
    const text = formText(form, 'task');
    const task = parseCallTask(text);
    const note = written(form, noteField(text), REASON_MAX);
    if (task?.kind === 'asked') await parts.callBacks.finish(task.id, note, actor);
    if (task?.kind === 'lost')
      await parts.appeals.recordCall(task.number, { messageId: task.messageId, note, requestId }, actor);
  }

  return new Hono<WebEnv>()
    .use(allow('appeals.write'))
    .get('/', (c) => answer(c, { notice: doneNotice(c, { called: 'Записано.' }) }))
    .post('/called', async (c) => {
      const { actor } = currentSession(c);
      const form = await readForm(c);
      const requestId = submissionId(c.req.path, actor, form);
      try {
        await submissions.once(requestId, () => recordCall(form, requestId, actor));
        return c.redirect('/today?done=called', 303);
      } catch (error) {
        const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
        return answer(c, { ...refused(error), typed });
      }
    });
}
