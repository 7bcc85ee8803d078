import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { isAwayOn } from '../../domain/absence.js';
import type { Actor } from '../../domain/role.js';
import { dayAndMonth } from '../../domain/ukrainian-date.js';
import { localDay } from '../../lib/city-time.js';
import type { NamedAbsence } from '../../services/absences/absences.js';
import { mayArrangeFor } from '../../services/absences/may-arrange.js';
import type { WebEnv } from '../../web/env.js';
import { allow, currentSession } from '../../web/session-cookie.js';
import { listColleagues } from '../appeals/queue/colleagues.js';
import { ConsolePage } from '../components/console-page.js';
import { doneNotice } from '../components/done-notice.js';
import type { Option } from '../components/field.js';
import type { NoticeModel } from '../components/notice.js';
import { type FieldErrors, readForm } from '../forms.js';
import type { ConsoleParts } from '../parts.js';
import { refused } from '../refused.js';
import { type AbsenceValues, parseAbsence, readAbsence } from './absence-form.js';
import { type AbsenceRow, AbsencesView } from './absences-view.js';

interface Answer {
  readonly status: ContentfulStatusCode;
  readonly notice?: NoticeModel | undefined;
  readonly values?: AbsenceValues;
  readonly errors?: FieldErrors;
}

const DONE_WORDS: Readonly<Record<string, string>> = {
  set: 'Відсутність записано.',
  end: 'Записано: людина на роботі.',
};

/** `/absences`: who is away and who does their work; everybody who answers appeals sees it. */
export function absencesRoute(parts: ConsoleParts): Hono<WebEnv> {
  const { absences } = parts;

  async function answer(c: Context<WebEnv>, { status, notice, values, errors = {} }: Answer) {
    const session = currentSession(c);
    const { actor } = session;
    const [planned, colleagues] = await Promise.all([
      absences.planned(),
      listColleagues(parts.staff.accounts, actor),
    ]);
    const arranged = colleagues.filter((colleague) => mayArrangeFor(colleague, actor));
    return c.html(
      <ConsolePage
        title="Відсутності та заміщення"
        session={session}
        isSandbox={parts.sandbox !== undefined}
        isNarrow
      >
        <AbsencesView
          rows={planned.map((absence) => toRow(absence, arranged))}
          people={arranged.map(toOption)}
          substitutes={colleagues.map(toOption)}
          values={values ?? { staffId: actor.id, from: '', to: '', substitute: '' }}
          errors={errors}
          notice={notice}
          secrets={{ csrfToken: session.csrfToken, requestId: parts.randomId() }}
        />
      </ConsolePage>,
      status,
    );
  }

  return new Hono<WebEnv>()
    .use(allow('appeals.write'))
    .get('/', (c) => {
      return answer(c, { status: 200, notice: doneNotice(c, DONE_WORDS) });
    })
    .post('/', async (c) => {
      const values = readAbsence(await readForm(c));
      const parsed = parseAbsence(values);
      if (!parsed.ok) return answer(c, { status: 422, values, errors: parsed.errors });
      try {
        await absences.set(values.staffId, parsed.input, currentSession(c).actor);
        return c.redirect('/absences?done=set', 303);
      } catch (error) {
        return answer(c, { ...refused(error), values });
      }
    })
    .post('/:id/end', async (c) => {
      try {
        await absences.end(c.req.param('id'), currentSession(c).actor);
        return c.redirect('/absences?done=end', 303);
      } catch (error) {
        return answer(c, refused(error));
      }
    });

  function toRow(absence: NamedAbsence, arranged: readonly Actor[]): AbsenceRow {
    const { staffId, name, from, to, substituteName: substitute } = absence;
    return {
      staffId,
      name,
      days: `з ${dayAndMonth(from)} до ${dayAndMonth(to)} включно`,
      substitute,
      isNow: isAwayOn(absence, localDay(parts.clocks.now(), parts.timeZone)),
      isManaged: arranged.some(({ id }) => id === staffId),
    };
  }
}

function toOption({ id, name }: Actor): Option {
  return { value: id, label: name };
}
