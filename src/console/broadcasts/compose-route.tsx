import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { Refusal } from '../../domain/refusal.js';
import { type BroadcastView, CHANGED_MEANWHILE } from '../../services/broadcasts/broadcasts.js';
import { broadcastSchemas } from '../../services/broadcasts/input.js';
import type { WebEnv } from '../../web/env.js';
import { allow, currentSession } from '../../web/session-cookie.js';
import { ConsolePage } from '../components/console-page.js';
import { readForm } from '../forms.js';
import type { ConsoleParts } from '../parts.js';
import { refused } from '../refused.js';
import { createSubmissions, submissionId } from '../submissions.js';
import { createCityDates } from '../words/dates.js';
import { broadcastHref } from './broadcast-model.js';
import { pressed } from './compose-act.js';
import { parseCompose, parseUnfinished } from './compose-form.js';
import { gatherPictures, picturesOf, silentPictures } from './compose-pictures.js';
import { type ComposeValues, composeValuesOf, EMPTY_COMPOSE, readCompose } from './compose-values.js';
import { ComposeView, type ComposeViewProps } from './compose-view.js';
import { lookModel } from './look-model.js';
import { AudienceCount, Look, Sizes } from './look-view.js';
import { type Beginning, beginningOf, mergeMeanwhile, readBeginning, seenFields } from './meanwhile.js';

/** What the form shows besides its secrets. */
interface Form
  extends Pick<ComposeViewProps, 'values'>,
    Partial<Pick<ComposeViewProps, 'errors' | 'notice' | 'meanwhile'>> {
  readonly beginning?: Beginning | undefined;
}

/** `/broadcasts/new`, and `/broadcasts/{id}/edit` for what has not left. */
export function composeRoute(parts: ConsoleParts): Hono<WebEnv> {
  const { broadcasts, timeZone } = parts;
  const { input: schema } = broadcastSchemas(parts.sandbox !== undefined);
  const dates = createCityDates(timeZone, parts.clocks.now);
  const submissions = createSubmissions();

  async function lookAt(c: Context<WebEnv>, draft: BroadcastView | undefined, values: ComposeValues) {
    const pictures = await picturesOf(parts, values.pictures);
    const input = { ...parseUnfinished(values, schema, timeZone), pictures };
    return lookModel(await broadcasts.look(input, currentSession(c).actor, draft?.id), dates);
  }

  async function answer(
    c: Context<WebEnv>,
    draft: BroadcastView | undefined,
    { beginning, ...form }: Form,
    status: ContentfulStatusCode,
  ) {
    const session = currentSession(c);
    const heading = draft === undefined ? 'Нова розсилка' : 'Чернетка розсилки';
    const [look, topics] = await Promise.all([lookAt(c, draft, form.values), parts.topics.list()]);
    return c.html(
      <ConsolePage
        title={heading}
        session={session}
        isSandbox={parts.sandbox !== undefined}
        current="/broadcasts"
        helpHref="/help/editor"
        scripts={['compose.js', 'markup-toolbar.js']}
        styles={['broadcast.css', 'compose.css']}
      >
        <ComposeView
          heading={heading}
          action={draft === undefined ? '/broadcasts/new' : `${broadcastHref(draft.id)}/edit`}
          look={look}
          topics={topics}
          seen={beginning === undefined ? {} : seenFields(beginning)}
          meanwhile={undefined}
          errors={{}}
          notice={undefined}
          secrets={{ csrfToken: session.csrfToken, requestId: parts.randomId() }}
          {...form}
        />
      </ConsolePage>,
      status,
    );
  }

  /** Saves what was typed, or shows it again. */
  async function act(c: Context<WebEnv>, draft: BroadcastView | undefined) {
    const form = await readForm(c);
    const { act, values: typed } = pressed(form, readCompose(form));
    if (act === 'look') return fragments(c, draft, typed);
    const { values, errors } = await gatherPictures(parts, form, typed);
    const beginning = readBeginning(form);
    if (act === 'show') {
      const status = Object.keys(errors).length === 0 ? 200 : 422;
      return answer(c, draft, { values, errors, beginning }, status);
    }
    const parsed = parseCompose(values, schema, timeZone);
    const wrong = { ...(parsed.ok ? {} : parsed.errors), ...silentPictures(values), ...errors };
    if (!parsed.ok || Object.keys(wrong).length > 0)
      return answer(c, draft, { values, errors: wrong, beginning }, 422);
    try {
      const { actor } = currentSession(c);
      const pictures = await picturesOf(parts, values.pictures);
      const saved = await submissions.once(submissionId(c.req.path, actor, form), () => {
        const { media: _keptAlready, ...rest } = parsed.input;
        return draft === undefined
          ? broadcasts.create({ ...parsed.input, pictures }, actor)
          : broadcasts.update(draft.id, { ...rest, pictures }, actor, beginning);
      });
      return c.redirect(`${broadcastHref(saved.id)}?done=save`, 303);
    } catch (error) {
      if (draft && beginning && error instanceof Refusal && error.code === CHANGED_MEANWHILE)
        return ask(c, draft.id, values, beginning);
      const { status, notice } = refused(error);
      return answer(c, draft, { values, notice, beginning }, status);
    }
  }

  /** Somebody else was faster: what both have made of it, and what is to be decided. */
  async function ask(c: Context<WebEnv>, id: string, mine: ComposeValues, beginning: Beginning) {
    const draft = await broadcasts.get(id);
    const theirs = composeValuesOf(draft, timeZone);
    const { values, changes } = mergeMeanwhile(beginning, mine, theirs);
    const isMine = draft.editedBy === currentSession(c).actor.id;
    const name = (await parts.namesOf([draft.editedBy])).get(draft.editedBy) ?? 'Службовий доступ';
    const at = draft.editedAt && dates.moment(draft.editedAt);
    const meanwhile = {
      who: [isMine ? 'Ви самі, в іншому вікні' : name, at].filter(Boolean).join(', '),
      isApproved: draft.status !== 'draft',
      changes,
      theirs,
      href: `${broadcastHref(id)}/edit`,
    };
    return answer(c, draft, { values, meanwhile, beginning: beginningOf(draft, theirs) }, 409);
  }

  /** Only what changes while somebody types. */
  async function fragments(c: Context<WebEnv>, draft: BroadcastView | undefined, values: ComposeValues) {
    const look = await lookAt(c, draft, values);
    return c.html(
      <>
        <Look look={look} />
        <Sizes sizes={look.sizes} />
        <AudienceCount audience={look.audience} />
      </>,
    );
  }

  return new Hono<WebEnv>()
    .use('/new', allow('broadcasts.write'))
    .use('/:id/edit', allow('broadcasts.write'))
    .use('/:id/duplicate', allow('broadcasts.write'))
    .get('/new', (c) => answer(c, undefined, { values: EMPTY_COMPOSE }, 200))
    .post('/new', (c) => act(c, undefined))
    .get('/:id/edit', async (c) => {
      const draft = await broadcasts.get(c.req.param('id'));
      const values = composeValuesOf(draft, timeZone);
      return answer(c, draft, { values, beginning: beginningOf(draft, values) }, 200);
    })
    .post('/:id/duplicate', async (c) => {
      const { actor } = currentSession(c);
      const id = submissionId(c.req.path, actor, await readForm(c));
      const copy = await submissions.once(id, () => broadcasts.duplicate(c.req.param('id'), actor));
      return c.redirect(`${broadcastHref(copy.id)}/edit`, 303);
    })
    .post('/:id/edit', async (c) => act(c, await broadcasts.get(c.req.param('id'))));
}
