import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { BroadcastInput, BroadcastView } from '../../services/broadcasts/broadcasts.js';
import { broadcastSchemas } from '../../services/broadcasts/input.js';
import type { WebEnv } from '../../web/env.js';
import { allow, currentSession } from '../../web/session-cookie.js';
import { ConsolePage } from '../components/console-page.js';
import { readForm } from '../forms.js';
import type { ConsoleParts } from '../parts.js';
import { refused } from '../refused.js';
import { createSubmissions, submissionId } from '../submissions.js';
import { broadcastHref } from './broadcast-model.js';
import { composeValuesOf, EMPTY_COMPOSE, parseCompose, readCompose } from './compose-form.js';
import { ComposeView, type ComposeViewProps } from './compose-view.js';

/** What the form shows besides its secrets. */
type Form = Pick<ComposeViewProps, 'values'> & Partial<Pick<ComposeViewProps, 'errors' | 'notice'>>;

/** `/broadcasts/new`, and `/broadcasts/{id}/edit` for a draft. */
export function composeRoute(parts: ConsoleParts): Hono<WebEnv> {
  const { broadcasts, timeZone } = parts;
  const { input: schema } = broadcastSchemas(parts.sandbox !== undefined);
  const submissions = createSubmissions();

  function answer(
    c: Context<WebEnv>,
    draft: BroadcastView | undefined,
    form: Form,
    status: ContentfulStatusCode,
  ) {
    const session = currentSession(c);
    const heading = draft === undefined ? 'Нова розсилка' : 'Чернетка розсилки';
    return c.html(
      <ConsolePage
        styles={['broadcast.css']}
        title={heading}
        session={session}
        isSandbox={parts.sandbox !== undefined}
        current="/broadcasts"
        isNarrow
      >
        <ComposeView
          heading={heading}
          action={draft === undefined ? '/broadcasts/new' : `${broadcastHref(draft.id)}/edit`}
          hasPicture={(draft?.pictures.length ?? 0) > 0}
          errors={{}}
          notice={undefined}
          secrets={{ csrfToken: session.csrfToken, requestId: parts.randomId() }}
          {...form}
        />
      </ConsolePage>,
      status,
    );
  }

  /** Saves what was typed, or shows it again with what is wrong. */
  async function save(
    c: Context<WebEnv>,
    draft: BroadcastView | undefined,
    store: (input: BroadcastInput) => Promise<BroadcastView>,
  ) {
    const form = await readForm(c);
    const values = readCompose(form);
    const parsed = parseCompose(values, schema, timeZone);
    if (!parsed.ok) return answer(c, draft, { values, errors: parsed.errors }, 422);
    try {
      const id = submissionId(c.req.path, currentSession(c).actor, form);
      const saved = await submissions.once(id, () => store(parsed.input));
      return c.redirect(`${broadcastHref(saved.id)}?done=save`, 303);
    } catch (error) {
      const { status, notice } = refused(error);
      return answer(c, draft, { values, notice }, status);
    }
  }

  return new Hono<WebEnv>()
    .use('/new', allow('broadcasts.write'))
    .use('/:id/edit', allow('broadcasts.write'))
    .get('/new', (c) => answer(c, undefined, { values: EMPTY_COMPOSE }, 200))
    .post('/new', (c) => save(c, undefined, (input) => broadcasts.create(input, currentSession(c).actor)))
    .get('/:id/edit', async (c) => {
      const draft = await broadcasts.get(c.req.param('id'));
      return answer(c, draft, { values: composeValuesOf(draft, timeZone) }, 200);
    })
    .post('/:id/edit', async (c) => {
      const draft = await broadcasts.get(c.req.param('id'));
      return save(c, draft, (input) =>
        broadcasts.update(draft.id, toChanges(input), currentSession(c).actor),
      );
    });
}

/** Without a new address of a picture the draft keeps the one it has. */
function toChanges({ media, ...rest }: BroadcastInput): Partial<BroadcastInput> {
  return media.length === 0 ? rest : { ...rest, media };
}
