import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { isConcernedWith } from '../../../domain/role.js';
import { appealNumber } from '../../../services/appeals/input.js';
import type { WebEnv } from '../../../web/env.js';
import { allow, currentSession } from '../../../web/session-cookie.js';
import { toWallClock } from '../../broadcasts/wall-clock.js';
import { ConsolePage } from '../../components/console-page.js';
import type { NoticeModel } from '../../components/notice.js';
import { readForm, uploads } from '../../forms.js';
import type { ConsoleParts } from '../../parts.js';
import { refused } from '../../refused.js';
import { submissionId } from '../../submissions.js';
import { chosenFiles } from '../answer-form.js';
import { QUEUE } from '../queue/queue-filter.js';
import { appealHref } from '../queue/queue-model.js';
import { emptyEntry, parseEntry, readEntry } from './entry-form.js';
import { EntryView, type EntryViewProps } from './entry-view.js';

/** A browser does not keep chosen files in a form that comes back. */
const FILES_LOST = { files: 'Оберіть файли ще раз.' };

/** `/appeals/new`: an appeal that came on paper, by phone or at a reception. */
export function entryRoute(parts: ConsoleParts): Hono<WebEnv> {
  const { appeals, timeZone, clocks } = parts;

  function show(
    c: Context<WebEnv>,
    shown: Pick<EntryViewProps, 'values'> & Partial<Pick<EntryViewProps, 'errors' | 'notice'>>,
    status: ContentfulStatusCode,
  ) {
    const session = currentSession(c);
    return c.html(
      <ConsolePage
        title="Внести звернення"
        session={session}
        isSandbox={parts.sandbox !== undefined}
        current={QUEUE}
        isNarrow
      >
        <EntryView
          errors={{}}
          notice={undefined}
          secrets={{ csrfToken: session.csrfToken, requestId: parts.randomId() }}
          {...shown}
        />
      </ConsolePage>,
      status,
    );
  }

  return new Hono<WebEnv>()
    .use('/new', allow('appeals.write'))
    .get('/new', (c) => {
      const values = emptyEntry(toWallClock(clocks.now(), timeZone));
      return show(c, { values, notice: enteredElsewhere(c.req.query('entered')) }, 200);
    })
    .post('/new', async (c) => {
      const { actor } = currentSession(c);
      const form = await readForm(c);
      const values = readEntry(form);
      const filesLost = uploads(form, 'files').length > 0 ? FILES_LOST : {};
      const parsed = parseEntry(values, timeZone);
      if (!parsed.ok) return show(c, { values, errors: { ...parsed.errors, ...filesLost } }, 422);
      try {
        const requestId = submissionId(c.req.path, actor, form);
        const files = await chosenFiles(parts, form);
        const { appeal } = await appeals.enter({ ...parsed.entry, files, requestId }, actor);
        const isOwn = isConcernedWith(actor, appeal.departmentId);
        const entered = new URLSearchParams({ entered: appeal.number });
        return c.redirect(isOwn ? `${appealHref(appeal.number)}?done=enter` : `/appeals/new?${entered}`, 303);
      } catch (error) {
        const { status, notice } = refused(error);
        return show(c, { values, errors: filesLost, notice }, status);
      }
    });
}

/** Somebody limited to departments may enter what another one answers for, and cannot open it then. */
function enteredElsewhere(number: string | undefined): NoticeModel | undefined {
  if (!appealNumber.safeParse(number).success) return undefined;
  return { tone: 'ok', text: `Внесено звернення ${number}. Його розглядає інший підрозділ.` };
}
