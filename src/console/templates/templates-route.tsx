import { type Context, Hono } from 'hono';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { broadcastSchemas } from '../../services/broadcasts/input.js';
import { fillTemplate, templateFields } from '../../services/templates/fill.js';
import type { Template } from '../../services/templates/templates.js';
import type { WebEnv } from '../../web/env.js';
import { allow, currentSession } from '../../web/session-cookie.js';
import { broadcastHref } from '../broadcasts/broadcast-model.js';
import { ConsolePage } from '../components/console-page.js';
import { doneNotice } from '../components/done-notice.js';
import { type FieldErrors, formText, readForm } from '../forms.js';
import type { ConsoleParts } from '../parts.js';
import { refused } from '../refused.js';
import { createSubmissions, submissionId } from '../submissions.js';
import { EMPTY_TEMPLATE, parseTemplate, readTemplate, typedTemplate } from './template-form.js';
import {
  TemplateForm,
  type TemplateFormProps,
  TemplateList,
  UseTemplate,
  type UseTemplateProps,
} from './template-views.js';

const DONE_WORDS: Readonly<Record<string, string>> = {
  save: 'Шаблон збережено.',
  remove: 'Шаблон видалено.',
};

/** `/templates`: what is sent often, kept with fields to fill in. */
export function templatesRoute(parts: ConsoleParts): Hono<WebEnv> {
  const { templates, broadcasts } = parts;
  const { input: schema } = broadcastSchemas(false);
  const submissions = createSubmissions();

  function page(c: Context<WebEnv>, title: string, body: Child, status: ContentfulStatusCode = 200) {
    return c.html(
      <ConsolePage
        title={title}
        session={currentSession(c)}
        isSandbox={parts.sandbox !== undefined}
        current="/broadcasts"
        isNarrow
      >
        {body}
      </ConsolePage>,
      status,
    );
  }

  const secretsOf = (c: Context<WebEnv>) => ({
    csrfToken: currentSession(c).csrfToken,
    requestId: parts.randomId(),
  });

  async function form(
    c: Context<WebEnv>,
    id: string | undefined,
    shown: Pick<TemplateFormProps, 'values'> & Partial<TemplateFormProps>,
    status: ContentfulStatusCode = 200,
  ) {
    const heading = id === undefined ? 'Новий шаблон' : 'Шаблон розсилки';
    const topics = await parts.topics.list();
    const props = { heading, id, topics, errors: {}, notice: undefined, secrets: secretsOf(c), ...shown };
    return page(c, heading, <TemplateForm {...props} />, status);
  }

  async function save(c: Context<WebEnv>, id: string | undefined) {
    const { actor } = currentSession(c);
    const sent = await readForm(c);
    const values = readTemplate(sent);
    const parsed = parseTemplate(values, schema);
    if (!parsed.ok) return form(c, id, { values, errors: parsed.errors }, 422);
    try {
      await submissions.once(submissionId(c.req.path, actor, sent), () =>
        id === undefined ? templates.add(parsed.input, actor) : templates.change(id, parsed.input, actor),
      );
    } catch (error) {
      const { status, notice } = refused(error);
      return form(c, id, { values, notice }, status);
    }
    return c.redirect('/templates?done=save', 303);
  }

  function ask(
    c: Context<WebEnv>,
    template: Template,
    shown: Partial<UseTemplateProps>,
    status: ContentfulStatusCode = 200,
  ) {
    const fields = templateFields(template);
    const props = {
      template,
      fields,
      typed: [],
      errors: {},
      notice: undefined,
      secrets: secretsOf(c),
      ...shown,
    };
    return page(c, template.name, <UseTemplate {...props} />, status);
  }

  async function use(c: Context<WebEnv>, template: Template) {
    const { actor } = currentSession(c);
    const sent = await readForm(c);
    const fields = templateFields(template);
    const typed = fields.map((_field, at) => formText(sent, `field-${at}`));
    const errors: FieldErrors = Object.fromEntries(
      fields.flatMap((field, at) => (typed[at] ? [] : [[`field-${at}`, `Впишіть: ${field}.`]])),
    );
    if (Object.keys(errors).length > 0) return ask(c, template, { typed, errors }, 422);
    try {
      const input = fillTemplate(template, new Map(fields.map((field, at) => [field, typed[at] ?? ''])));
      const draft = await submissions.once(submissionId(c.req.path, actor, sent), () =>
        broadcasts.create(input, actor),
      );
      return c.redirect(`${broadcastHref(draft.id)}/edit`, 303);
    } catch (error) {
      const { status, notice } = refused(error);
      return ask(c, template, { typed, notice }, status);
    }
  }

  return new Hono<WebEnv>()
    .use('*', allow('broadcasts.write'))
    .get('/', async (c) => {
      const notice = doneNotice(c, DONE_WORDS);
      return page(c, 'Шаблони розсилок', <TemplateList templates={await templates.list()} notice={notice} />);
    })
    .get('/new', (c) => form(c, undefined, { values: EMPTY_TEMPLATE }))
    .post('/new', (c) => save(c, undefined))
    .get('/:id', async (c) => {
      const template = await templates.get(c.req.param('id'));
      return form(c, template.id, { values: typedTemplate(template) });
    })
    .post('/:id', (c) => save(c, c.req.param('id')))
    .get('/:id/use', async (c) => ask(c, await templates.get(c.req.param('id')), {}))
    .post('/:id/use', async (c) => use(c, await templates.get(c.req.param('id'))))
    .post('/:id/remove', async (c) => {
      await templates.remove(c.req.param('id'), currentSession(c).actor);
      return c.redirect('/templates?done=remove', 303);
    });
}
