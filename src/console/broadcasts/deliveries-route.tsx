import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { can } from '../../domain/role.js';
import type { WebEnv } from '../../web/env.js';
import { allow, currentSession } from '../../web/session-cookie.js';
import type { NoticeModel } from '../components/notice.js';
import { PAGE_SIZE } from '../components/pager.js';
import { readForm } from '../forms.js';
import type { ConsoleParts } from '../parts.js';
import { refused } from '../refused.js';
import { createSubmissions, submissionId } from '../submissions.js';
import { broadcastHref } from './broadcast-model.js';
import { createBroadcastOpener } from './broadcast-opener.js';
import { deliveriesModel, parseDeliveriesFilter, toDeliveryFilter } from './deliveries-model.js';
import { DeliveriesView } from './deliveries-view.js';
import { missedModel } from './missed-form.js';
import { reasonModels } from './reasons.js';

/** `/broadcasts/{id}/deliveries`: who got it, who did not, why, and what to do about it. */
export function deliveriesRoute(parts: ConsoleParts): Hono<WebEnv> {
  const { broadcasts, deliveries } = parts;
  const open = createBroadcastOpener(parts);
  const submissions = createSubmissions();

  function answer(
    c: Context<WebEnv>,
    id: string,
    notice: NoticeModel | undefined,
    status: ContentfulStatusCode,
  ) {
    const { actor } = currentSession(c);
    const filter = parseDeliveriesFilter(c.req.query());
    const request = { ...toDeliveryFilter(filter), cursor: filter.cursor, limit: PAGE_SIZE };
    return open(c, id, status, async ({ view, broadcast, dates, secrets }) => {
      const [page, reasons] = await Promise.all([deliveries.page(id, request), deliveries.reasons(id)]);
      const names = await deliveries.names(page.items);
      const body = (
        <DeliveriesView
          broadcast={broadcast}
          reasons={reasonModels(id, reasons)}
          missed={can(actor, 'broadcasts.write') ? missedModel(view) : undefined}
          deliveries={deliveriesModel(id, filter, page, names, dates)}
          secrets={secrets}
          notice={notice}
        />
      );
      return { title: `Хто отримав: ${broadcast.title}`, body };
    });
  }

  return new Hono<WebEnv>()
    .get('/:id/deliveries', (c) => answer(c, c.req.param('id'), undefined, 200))
    .post('/:id/deliveries/missed', allow('broadcasts.write'), async (c) => {
      const broadcastId = c.req.param('id');
      const { actor } = currentSession(c);
      const form = await readForm(c);
      const missed = { broadcastId, includeUnknown: form.has('includeUnknown') };
      try {
        const work = () => broadcasts.createForMissed(missed, actor);
        const draft = await submissions.once(submissionId(c.req.path, actor, form), work);
        return c.redirect(`${broadcastHref(draft.id)}?done=save`, 303);
      } catch (error) {
        const { status, notice } = refused(error);
        return answer(c, broadcastId, notice, status);
      }
    });
}
