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
import { type KeptModel, keepUnsaved, keptForm, keptModel, NOTHING_KEPT } from './unsaved.js';
import { Kept } from './unsaved-view.js';

/** What the form shows besides its secrets. */
interface Form
  extends Pick<ComposeViewProps, 'values'>,
    Partial<Pick<ComposeViewProps, 'errors' | 'notice' | 'meanwhile' | 'kept' | 'restored'>> {
  readonly beginning?: Beginning | undefined;
}

/** `/broadcasts/new`, and `/broadcasts/{id}/edit` for what has not left. */
export function composeRoute(parts: ConsoleParts): Hono<WebEnv> {
  const { broadcasts, composeDrafts, timeZone } = parts;
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
          kept={NOTHING_KEPT}
          restored={undefined}
          errors={{}}
          notice={undefined}
          secrets={{ csrfToken: session.csrfToken, requestId: parts.randomId() }}
          {...form}
        />
      </ConsolePage>,
      status,
    );
  }

  /** The form as it is saved, or as it was left unsaved the last time. */
  async function begin(c: Context<WebEnv>, draft: BroadcastView | undefined, saved: Form) {
    const unsaved = await composeDrafts.get(placeOf(draft), currentSession(c).actor.id);
    if (!unsaved) return answer(c, draft, saved, 200);
    const form = keptForm(unsaved);
    const kept = keptModel(unsaved, dates);
    const left = { values: readCompose(form), beginning: readBeginning(form), kept, restored: kept.when };
    return answer(c, draft, left, 200);
  }

  /** Saves what was typed, or shows it again. */
  async function act(c: Context<WebEnv>, draft: BroadcastView | undefined) {
    const form = await readForm(c);
    const { act, values: typed } = pressed(form, readCompose(form));
    const place = placeOf(draft);
    const { actor } = currentSession(c);
    if (act === 'forget') {
      await composeDrafts.remove(place, actor.id);
      return c.redirect(c.req.path, 303);
    }
    const kept = await keepUnsaved(composeDrafts, { place, staffId: actor.id }, form, dates);
    if (act === 'look') return fragments(c, draft, typed, kept);
    const { values, errors } = await gatherPictures(parts, form, typed);
    const beginning = readBeginning(form);
    if (act === 'show') {
      const status = Object.keys(errors).length === 0 ? 200 : 422;
      return answer(c, draft, { values, errors, beginning, kept }, status);
    }
    const parsed = parseCompose(values, schema, timeZone);
    const wrong = { ...(parsed.ok ? {} : parsed.errors), ...silentPictures(values), ...errors };
    if (!parsed.ok || Object.keys(wrong).length > 0)
      return answer(c, draft, { values, errors: wrong, beginning, kept }, 422);
    try {
      const pictures = await picturesOf(parts, values.pictures);
      const saved = await submissions.once(submissionId(c.req.path, actor, form), () => {
        const { media: _keptAlready, ...rest } = parsed.input;
        return draft === undefined
          ? broadcasts.create({ ...parsed.input, pictures }, actor)
          : broadcasts.update(draft.id, { ...rest, pictures }, actor, beginning);
      });
      await composeDrafts.remove(place, actor.id);
      return c.redirect(`${broadcastHref(saved.id)}?done=save`, 303);
    } catch (error) {
      if (draft && beginning && error instanceof Refusal && error.code === CHANGED_MEANWHILE)
        return ask(c, draft.id, { values, kept }, beginning);
      const { status, notice } = refused(error);
      return answer(c, draft, { values, notice, beginning, kept }, status);
    }
  }

  /** Somebody else was faster: what both have made of it, and what is to be decided. */
  async function ask(
    c: Context<WebEnv>,
    id: string,
    { values: mine, kept }: Required<Pick<Form, 'values' | 'kept'>>,
    beginning: Beginning,
  ) {
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
    return answer(c, draft, { values, meanwhile, kept, beginning: beginningOf(draft, theirs) }, 409);
  }

  /** Only what changes while somebody types. */
  async function fragments(
    c: Context<WebEnv>,
    draft: BroadcastView | undefined,
    values: ComposeValues,
    kept: KeptModel,
  ) {
    const look = await lookAt(c, draft, values);
    return c.html(
      <>
        <Look look={look} />
        <Sizes sizes={look.sizes} />
        <AudienceCount audience={look.audience} />
        <Kept kept={kept} />
      </>,
    );
  }

  return new Hono<WebEnv>()
    .use('/new', allow('broadcasts.write'))
    .use('/:id/edit', allow('broadcasts.write'))
    .use('/:id/duplicate', allow('broadcasts.write'))
    .get('/new', (c) => begin(c, undefined, { values: EMPTY_COMPOSE }))
    .post('/new', (c) => act(c, undefined))
    .get('/:id/edit', async (c) => {
      const draft = await broadcasts.get(c.req.param('id'));
      const values = composeValuesOf(draft, timeZone);
      return begin(c, draft, { values, beginning: beginningOf(draft, values) });
    })
    .post('/:id/duplicate', async (c) => {
      const { actor } = currentSession(c);
      const id = submissionId(c.req.path, actor, await readForm(c));
      const copy = await submissions.once(id, () => broadcasts.duplicate(c.req.param('id'), actor));
      return c.redirect(`${broadcastHref(copy.id)}/edit`, 303);
    })
    .post('/:id/edit', async (c) => act(c, await broadcasts.get(c.req.param('id'))));
}

/** Where an unsaved form is kept: with its broadcast, or as the new one. */
function placeOf(draft: BroadcastView | undefined): string {
  return draft?.id ?? 'new';
}
