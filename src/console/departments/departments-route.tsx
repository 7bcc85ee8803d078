import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { DepartmentCard } from '../../services/departments/departments.js';
import type { WebEnv } from '../../web/env.js';
import { allow, currentSession } from '../../web/session-cookie.js';
import { ConsolePage } from '../components/console-page.js';
import { doneNotice } from '../components/done-notice.js';
import type { NoticeModel } from '../components/notice.js';
import { type FieldErrors, readForm } from '../forms.js';
import type { ConsoleParts } from '../parts.js';
import { refused } from '../refused.js';
import { settingsFrame } from '../settings/settings-page.js';
import { createSubmissions, submissionId } from '../submissions.js';
import {
  type DepartmentValues,
  EMPTY_DEPARTMENT,
  parseDepartmentForm,
  readDepartment,
} from './department-form.js';
import { DepartmentView } from './department-view.js';
import { DepartmentListView } from './list-view.js';

/** What the page of one department answers with, beside what it always shows. */
interface Answer {
  readonly status?: ContentfulStatusCode;
  readonly notice?: NoticeModel;
  readonly values?: DepartmentValues;
  readonly errors?: FieldErrors;
}

const UNSAVED: NoticeModel = { tone: 'bad', text: 'Не збережено. Виправте позначені поля.' };
const DONE: Readonly<Record<string, string>> = {
  save: 'Підрозділ збережено.',
  archive: 'Підрозділ прибрано в архів.',
  restore: 'Підрозділ повернуто з архіву.',
  remove: 'Підрозділ видалено.',
};

/** `/settings/departments`: units of the council, and which of them gets what. */
export function departmentsRoute(parts: ConsoleParts): Hono<WebEnv> {
  const { departments } = parts;
  const submissions = createSubmissions();

  const app = new Hono<WebEnv>()
    .use('*', allow('settings.write'))
    .get('/', async (c) => {
      return c.html(
        <ConsolePage {...settingsFrame(c, parts)} title="Підрозділи">
          <DepartmentListView departments={await departments.list()} notice={doneNotice(c, DONE)} />
        </ConsolePage>,
      );
    })
    .get('/new', (c) => one(c, undefined, {}))
    .get('/:id', async (c) => one(c, await departments.get(c.req.param('id')), {}))
    .post('/', (c) => save(c, undefined))
    .post('/:id', async (c) => save(c, await departments.get(c.req.param('id'))));
  for (const step of ['archive', 'restore', 'remove'] as const)
    app.post(`/:id/${step}`, async (c) => {
      const department = await departments.get(c.req.param('id'));
      try {
        await departments[step](department.id, currentSession(c).actor);
        return c.redirect(`/settings/departments?done=${step}`, 303);
      } catch (error) {
        return one(c, department, refused(error));
      }
    });
  return app;

  async function save(c: Context<WebEnv>, before: DepartmentCard | undefined) {
    const { actor } = currentSession(c);
    const form = await readForm(c);
    const values = readDepartment(form);
    const parsed = parseDepartmentForm(values);
    if (!parsed.ok) return one(c, before, { status: 422, values, errors: parsed.errors, notice: UNSAVED });
    try {
      const id = submissionId(c.req.path, actor, form);
      await submissions.once(id, () => departments.save(before?.id, parsed.input, actor));
      return c.redirect('/settings/departments?done=save', 303);
    } catch (error) {
      return one(c, before, { ...refused(error), values });
    }
  }

  function one(c: Context<WebEnv>, department: DepartmentCard | undefined, answer: Answer) {
    const { status = 200, notice, values = department ?? EMPTY_DEPARTMENT, errors = {} } = answer;
    const heading = department?.name ?? 'Новий підрозділ';
    return c.html(
      <ConsolePage {...settingsFrame(c, parts)} title={heading}>
        <DepartmentView
          heading={heading}
          action={`/settings/departments${department ? `/${encodeURIComponent(department.id)}` : ''}`}
          isArchived={department?.isArchived}
          values={values}
          errors={errors}
          secrets={{ csrfToken: currentSession(c).csrfToken, requestId: parts.randomId() }}
          notice={notice}
        />
      </ConsolePage>,
      status,
    );
  }
}
