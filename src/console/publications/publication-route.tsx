import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { remarkOf } from '../../domain/remarks.js';
import { can } from '../../domain/role.js';
import type { WebEnv } from '../../web/env.js';
import { allow, currentSession } from '../../web/session-cookie.js';
import { ConsolePage } from '../components/console-page.js';
import type { NoticeModel } from '../components/notice.js';
import { formText, readForm } from '../forms.js';
import type { ConsoleParts } from '../parts.js';
import { refused } from '../refused.js';
import { createSubmissions, submissionId } from '../submissions.js';
import { createCityDates } from '../words/dates.js';
import { PUBLICATION_ACTIONS, type PublicationAction, perform } from './publication-actions.js';
import { publicationModel } from './publication-model.js';
import { PublicationPageView, type TypedForm } from './publication-view.js';

/** Broadcasts of one publication that its page names. */
const BROADCASTS_SHOWN = 20;

const DONE: Readonly<Record<string, NoticeModel>> = {
  save: { tone: 'ok', text: 'Збережено.' },
  kept: { tone: 'warn', text: 'Публікація з цією адресою вже є в реєстрі: ось вона. Нічого не змінено.' },
  publish: { tone: 'ok', text: 'Позначено оприлюдненою.' },
  'add-photos': { tone: 'ok', text: 'Фото додано. Ті, що за адресою, отримаємо за хвилину.' },
  'remove-photo': { tone: 'ok', text: 'Фото прибрано.' },
  'add-hand-over': { tone: 'ok', text: 'Передачу записано.' },
  'remove-hand-over': { tone: 'ok', text: 'Передачу прибрано.' },
};

/** What is typed into the forms of the page, and comes back when it is refused. */
const TYPED_FIELDS = ['photoUrl', 'alt', 'type', 'outlet', 'at'] as const;

/** `/publications/{id}`: one publication and what may be done with it. */
export function publicationRoute(parts: ConsoleParts): Hono<WebEnv> {
  const { publications, broadcasts, appeals } = parts;
  const dates = createCityDates(parts.timeZone, parts.clocks.now);
  const submissions = createSubmissions();

  async function answer(
    c: Context<WebEnv>,
    id: string,
    notice: NoticeModel | undefined,
    status: ContentfulStatusCode,
    typed?: TypedForm,
  ) {
    const session = currentSession(c);
    const found = await publications.get(id);
    const [warnings, ofIt, departments, topics] = await Promise.all([
      publications.warnings(found),
      broadcasts.list({ publicationId: id, limit: BROADCASTS_SHOWN }),
      appeals.departments(),
      parts.topics.list(),
    ]);
    const isDiscussed = found.act?.stage === 'draft' && can(session.actor, 'appeals.write');
    const comments = isDiscussed ? await appeals.commentsOn(id, session.actor) : undefined;
    const departmentName = (wanted: string) => departments.find((one) => one.id === wanted)?.name;
    const publication = publicationModel(found, {
      ...{ warnings, topics, departmentName, dates },
      broadcasts: ofIt.items,
    });
    return c.html(
      <ConsolePage
        title={publication.title}
        session={session}
        isSandbox={parts.sandbox !== undefined}
        current="/publications"
      >
        <PublicationPageView
          publication={publication}
          remarks={comments?.map(({ appeal }) => remarkOf(appeal))}
          mayWrite={can(session.actor, 'publications.write')}
          mayBroadcast={can(session.actor, 'broadcasts.write')}
          secrets={{ csrfToken: session.csrfToken, requestId: parts.randomId() }}
          notice={notice}
          typed={typed}
        />
      </ConsolePage>,
      status,
    );
  }

  async function act(c: Context<WebEnv, '/:id/:action'>, action: PublicationAction) {
    const id = c.req.param('id');
    const { actor } = currentSession(c);
    const form = await readForm(c);
    try {
      const work = () => perform(parts, action, id, form, actor);
      return c.redirect(await submissions.once(submissionId(c.req.path, actor, form), work), 303);
    } catch (error) {
      const { status, notice } = refused(error);
      const values = Object.fromEntries(TYPED_FIELDS.map((name) => [name, formText(form, name)]));
      return answer(c, id, notice, status, { action, values });
    }
  }

  const route = new Hono<WebEnv>().get('/:id', (c) => {
    const notice = new Map(Object.entries(DONE)).get(c.req.query('done') ?? '');
    return answer(c, c.req.param('id'), notice, 200);
  });
  for (const action of PUBLICATION_ACTIONS)
    route.post(
      `/:id/${action}`,
      allow(action === 'broadcast' ? 'broadcasts.write' : 'publications.write'),
      (c) => act(c, action),
    );
  return route;
}
