import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Publication } from '../../domain/publication.js';
import type { PublicationInput } from '../../services/publications/publications.js';
import type { WebEnv } from '../../web/env.js';
import { allow, currentSession } from '../../web/session-cookie.js';
import { ConsolePage } from '../components/console-page.js';
import { readForm } from '../forms.js';
import type { ConsoleParts } from '../parts.js';
import { refused } from '../refused.js';
import { createSubmissions, submissionId } from '../submissions.js';
import { type PublicationFormProps, PublicationFormView } from './form-view.js';
import { publicationHref } from './list-model.js';
import {
  emptyPublication,
  parsePublication,
  publicationValuesOf,
  readPublication,
  toChanges,
} from './publication-form.js';

type Form = Pick<PublicationFormProps, 'values'> & Partial<Pick<PublicationFormProps, 'errors' | 'notice'>>;
/** @returns where the saved one is shown */
type Save = (input: PublicationInput) => Promise<string>;

/** `/publications/new`, and `/publications/{id}/edit`. */
export function publicationEditRoute(parts: ConsoleParts): Hono<WebEnv> {
  const { publications, timeZone } = parts;
  const submissions = createSubmissions();

  async function answer(
    c: Context<WebEnv>,
    publication: Publication | undefined,
    form: Form,
    status: ContentfulStatusCode,
  ) {
    const session = currentSession(c);
    const heading = publication ? 'Змінити публікацію' : 'Нова публікація';
    return c.html(
      <ConsolePage
        title={heading}
        session={session}
        isSandbox={parts.sandbox !== undefined}
        current="/publications"
        isNarrow
      >
        <PublicationFormView
          heading={heading}
          action={publication ? `${publicationHref(publication.id)}/edit` : '/publications/new'}
          topics={await parts.topics.list()}
          departments={await parts.appeals.departments()}
          errors={{}}
          notice={undefined}
          secrets={{ csrfToken: session.csrfToken, requestId: parts.randomId() }}
          {...form}
        />
      </ConsolePage>,
      status,
    );
  }

  async function save(c: Context<WebEnv>, publication: Publication | undefined, store: Save) {
    const form = await readForm(c);
    const values = readPublication(form);
    const parsed = parsePublication(values, timeZone);
    if (!parsed.ok) return answer(c, publication, { values, errors: parsed.errors }, 422);
    try {
      const id = submissionId(c.req.path, currentSession(c).actor, form);
      return c.redirect(await submissions.once(id, () => store(parsed.input)), 303);
    } catch (error) {
      const { status, notice } = refused(error);
      return answer(c, publication, { values, notice }, status);
    }
  }

  return new Hono<WebEnv>()
    .use('/new', allow('publications.write'))
    .use('/:id/edit', allow('publications.write'))
    .get('/new', (c) => answer(c, undefined, { values: emptyPublication(currentSession(c).actor.name) }, 200))
    .post('/new', (c) =>
      save(c, undefined, async (input) => {
        const by = { actor: currentSession(c).actor, source: 'staff' } as const;
        const { publication, isNew } = await publications.register(input, by);
        return `${publicationHref(publication.id)}?done=${isNew ? 'save' : 'kept'}`;
      }),
    )
    .get('/:id/edit', async (c) => {
      const publication = await publications.get(c.req.param('id'));
      return answer(c, publication, { values: publicationValuesOf(publication, timeZone) }, 200);
    })
    .post('/:id/edit', async (c) => {
      const publication = await publications.get(c.req.param('id'));
      return save(c, publication, async (input) => {
        await publications.change(publication.id, toChanges(input), currentSession(c).actor);
        return `${publicationHref(publication.id)}?done=save`;
      });
    });
}
