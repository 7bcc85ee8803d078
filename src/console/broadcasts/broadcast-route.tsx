import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { can } from '../../domain/role.js';
import type { WebEnv } from '../../web/env.js';
import { allow, currentSession } from '../../web/session-cookie.js';
import { doneNotice } from '../components/done-notice.js';
import type { NoticeModel } from '../components/notice.js';
import { readForm } from '../forms.js';
import type { ConsoleParts } from '../parts.js';
import { refused } from '../refused.js';
import { createSubmissions, submissionId } from '../submissions.js';
import { resultModels } from './analytics.js';
import {
  ACTION_PERMISSIONS,
  BROADCAST_ACTIONS,
  type BroadcastAction,
  DONE_WORDS,
  perform,
} from './broadcast-actions.js';
import { broadcastHref } from './broadcast-model.js';
import { createBroadcastOpener } from './broadcast-opener.js';
import { BroadcastPageView } from './broadcast-view.js';

/** `/broadcasts/{id}`: one broadcast and what may be done with it. */
export function broadcastRoute(parts: ConsoleParts): Hono<WebEnv> {
  const { broadcasts } = parts;
  const open = createBroadcastOpener(parts);
  const submissions = createSubmissions();

  function answer(
    c: Context<WebEnv>,
    id: string,
    notice: NoticeModel | undefined,
    status: ContentfulStatusCode,
  ) {
    const { actor } = currentSession(c);
    return open(c, id, status, async ({ view, broadcast, secrets }) => {
      const [right, own, proposed, analytics] = await Promise.all([
        view.status === 'draft' ? broadcasts.approvalRight(view, actor) : ('none' as const),
        broadcasts.correctionRight(view, undefined, actor),
        broadcasts.correctionRight(view, view.proposal?.text, actor),
        view.startedAt === undefined ? undefined : parts.analytics(id),
      ]);
      const body = (
        <BroadcastPageView
          broadcast={broadcast}
          right={right}
          correctionRights={{ own, proposed }}
          results={analytics && resultModels(analytics)}
          mayWrite={can(actor, 'broadcasts.write')}
          mayApprove={can(actor, 'broadcasts.approve')}
          secrets={secrets}
          notice={notice}
        />
      );
      return { title: broadcast.title, body };
    });
  }

  async function act(c: Context<WebEnv, '/:id/:action'>, action: BroadcastAction) {
    const id = c.req.param('id');
    const { actor } = currentSession(c);
    const form = await readForm(c);
    try {
      const work = () => perform(parts, action, id, form, actor);
      await submissions.once(submissionId(c.req.path, actor, form), work);
    } catch (error) {
      const { status, notice } = refused(error);
      return answer(c, id, notice, status);
    }
    return c.redirect(`${action === 'remove' ? '/broadcasts' : broadcastHref(id)}?done=${action}`, 303);
  }

  const route = new Hono<WebEnv>().get('/:id', (c) => {
    return answer(c, c.req.param('id'), doneNotice(c, DONE_WORDS), 200);
  });
  for (const action of BROADCAST_ACTIONS)
    route.post(`/:id/${action}`, allow(ACTION_PERMISSIONS[action]), (c) => act(c, action));
  return route;
}
