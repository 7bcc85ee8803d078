import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Department } from '../../services/appeals/appeals.js';
import type { StaffView as StaffMember } from '../../services/staff/accounts.js';
import type { WebEnv } from '../../web/env.js';
import { allow, currentSession } from '../../web/session-cookie.js';
import { ConsolePage } from '../components/console-page.js';
import { doneNotice } from '../components/done-notice.js';
import type { NoticeModel } from '../components/notice.js';
import { PAGE_SIZE, pagerModel } from '../components/pager.js';
import type { FieldErrors } from '../forms.js';
import { readForm } from '../forms.js';
import type { ConsoleParts } from '../parts.js';
import { refused } from '../refused.js';
import { createSubmissions, submissionId } from '../submissions.js';
import { ROLE_WORDS } from '../words/staff-words.js';
import { editRoute } from './edit-route.js';
import { EMPTY_STAFF, parseStaff, readStaff, type StaffValues } from './staff-form.js';
import { StaffView } from './staff-view.js';

interface Answer {
  readonly status: ContentfulStatusCode;
  readonly notice?: NoticeModel | undefined;
  readonly newLink?: string | undefined;
  readonly values?: StaffValues;
  readonly errors?: FieldErrors;
}

/** `/staff`: accounts, for administrators only. */
export function staffRoute(parts: ConsoleParts): Hono<WebEnv> {
  const { accounts, secondFactor } = parts.staff;
  const submissions = createSubmissions();

  async function answer(c: Context<WebEnv>, { status, notice, newLink, values, errors }: Answer) {
    const session = currentSession(c);
    const cursor = c.req.query('cursor');
    const [page, departments] = await Promise.all([
      accounts.list({ cursor, limit: PAGE_SIZE }),
      parts.appeals.departments(),
    ]);
    const protectedIds = await secondFactor.among(page.items.map(({ id }) => id));
    return c.html(
      <ConsolePage
        styles={['account.css']}
        title="Працівники"
        session={session}
        isSandbox={parts.sandbox !== undefined}
        current="/staff"
      >
        <StaffView
          rows={page.items.map((member) => ({
            ...toRow(member, departments),
            hasSecondFactor: protectedIds.has(member.id),
            isManaged: member.active && member.id !== session.actor.id,
          }))}
          pager={pagerModel('/staff', {}, cursor, page.nextCursor)}
          secrets={{ csrfToken: session.csrfToken, requestId: parts.randomId() }}
          notice={notice}
          newLink={newLink}
          departments={departments}
          values={values ?? EMPTY_STAFF}
          errors={errors ?? {}}
        />
      </ConsolePage>,
      status,
    );
  }

  /** Does the work of a form; a refusal comes back as a sentence on the same page. */
  async function attempt(c: Context<WebEnv>, work: () => Promise<Response>, values?: StaffValues) {
    try {
      return await work();
    } catch (error) {
      return answer(c, { ...refused(error), ...(values && { values }) });
    }
  }

  return new Hono<WebEnv>()
    .use('*', allow('staff.manage'))
    .get('/', (c) =>
      answer(c, {
        status: 200,
        notice: doneNotice(c, { remove: 'Доступ закрито.' }),
      }),
    )
    .post('/', async (c) => {
      const { actor } = currentSession(c);
      const form = await readForm(c);
      const values = readStaff(form);
      const parsed = parseStaff(values);
      if (!parsed.ok) return answer(c, { status: 422, values, errors: parsed.errors });
      const work = async () => {
        const id = submissionId(c.req.path, actor, form);
        const { link } = await submissions.once(id, () => accounts.add(parsed.input, actor));
        return answer(c, { status: 201, newLink: link });
      };
      return attempt(c, work, values);
    })
    .post('/:id/link', (c) =>
      attempt(c, async () => {
        const newLink = await accounts.renewLink(c.req.param('id'), currentSession(c).actor);
        return answer(c, { status: 201, newLink });
      }),
    )
    .post('/:id/remove', (c) =>
      attempt(c, async () => {
        await accounts.remove(c.req.param('id'), currentSession(c).actor);
        return c.redirect('/staff?done=remove', 303);
      }),
    )
    .route('/', editRoute(parts));
}

function toRow(member: StaffMember, departments: readonly Department[]) {
  const { id, name, position, email, roles, departmentIds, active: isActive } = member;
  return {
    id,
    name,
    position,
    email,
    roles: roles.map((role) => ROLE_WORDS[role]).join(', '),
    departments: departments
      .filter((department) => departmentIds.includes(department.id))
      .map((department) => department.name)
      .join(', '),
    isActive,
  };
}
