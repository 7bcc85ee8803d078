import { type Context, Hono } from 'hono';
import type { WebEnv } from '../../../web/env.js';
import { currentSession } from '../../../web/session-cookie.js';
import { ConsolePage } from '../../components/console-page.js';
import { Notice } from '../../components/notice.js';
import { formText, readForm } from '../../forms.js';
import type { ConsoleParts } from '../../parts.js';
import { refused } from '../../refused.js';
import { parseQueueFilter, QUEUE, queueAddress, queueQuery } from './queue-filter.js';

/** `/appeals/views`: the person's own views of the queue, kept and removed. */
export function viewsRoute(parts: ConsoleParts): Hono<WebEnv> {
  return new Hono<WebEnv>()
    .post('/views', async (c) => {
      const form = await readForm(c);
      const address = queueAddress(formText(form, 'address'));
      const asked = Object.fromEntries(new URL(address, 'http://queue').searchParams);
      const query = queueQuery(parseQueueFilter(asked));
      const work = parts.savedViews.save(
        { name: formText(form, 'view-name'), query },
        currentSession(c).actor,
      );
      return back(c, address, work);
    })
    .post('/views/remove', async (c) => {
      const form = await readForm(c);
      const work = parts.savedViews.remove(formText(form, 'id'), currentSession(c).actor);
      return back(c, queueAddress(formText(form, 'address')), work);
    });

  async function back(c: Context<WebEnv>, address: string, work: Promise<void>) {
    try {
      await work;
      return c.redirect(address, 303);
    } catch (error) {
      const { status, notice } = refused(error);
      return c.html(
        <ConsolePage
          title="Вибірки звернень"
          session={currentSession(c)}
          isSandbox={parts.sandbox !== undefined}
          current={QUEUE}
          isNarrow
        >
          <h1>Вибірки звернень</h1>
          <Notice notice={notice} />
          <p>
            <a class="button" href={address}>
              До черги
            </a>
          </p>
        </ConsolePage>,
        status,
      );
    }
  }
}
