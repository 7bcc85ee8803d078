import { Hono } from 'hono';
import { workThrough } from '../../../services/appeals/bulk.js';
import type { WebEnv } from '../../../web/env.js';
import { allow, currentSession } from '../../../web/session-cookie.js';
import { ConsolePage } from '../../components/console-page.js';
import { Notice } from '../../components/notice.js';
import { formText, list, readForm } from '../../forms.js';
import type { ConsoleParts } from '../../parts.js';
import { refused } from '../../refused.js';
import { createSubmissions, submissionId } from '../../submissions.js';
import { readBulkWork } from './bulk-form.js';
import { BulkView } from './bulk-view.js';
import { QUEUE, queueAddress } from './queue-filter.js';

/** `/appeals/bulk`: one piece of work for all appeals that are ticked in the queue. */
export function bulkRoute(parts: ConsoleParts): Hono<WebEnv> {
  const submissions = createSubmissions();
  return new Hono<WebEnv>().post('/bulk', allow('appeals.write'), async (c) => {
    const session = currentSession(c);
    const form = await readForm(c);
    const backHref = queueAddress(formText(form, 'back'));
    const frame = { session, isSandbox: parts.sandbox !== undefined, current: QUEUE, isNarrow: true };
    try {
      const work = readBulkWork(form);
      const result = await submissions.once(submissionId(c.req.path, session.actor, form), () =>
        workThrough(parts.appeals, list(form, 'number'), work, session.actor),
      );
      if (result.failed.length === 0) {
        const address = new URL(backHref, 'http://queue');
        address.searchParams.set('done', String(result.done.length));
        return c.redirect(`${address.pathname}${address.search}`, 303);
      }
      return c.html(
        <ConsolePage title="Зроблено не все" {...frame}>
          <BulkView result={result} backHref={backHref} />
        </ConsolePage>,
      );
    } catch (error) {
      const { status, notice } = refused(error);
      return c.html(
        <ConsolePage title="Не зроблено" {...frame}>
          <h1>Не зроблено</h1>
          <Notice notice={notice} />
          <p>
            <a class="button" href={backHref}>
              До черги
            </a>
          </p>
        </ConsolePage>,
        status,
      );
    }
  });
}
