import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { StaffView as StaffMember } from '../../services/staff/accounts.js';
import type { WebEnv } from '../../web/env.js';
import { currentSession } from '../../web/session-cookie.js';
import { ConsolePage } from '../components/console-page.js';
import { doneNotice } from '../components/done-notice.js';
import type { NoticeModel } from '../components/notice.js';
import { type FieldErrors, readForm } from '../forms.js';
import type { ConsoleParts } from '../parts.js';
import { refused } from '../refused.js';
import { EditView } from './edit-view.js';
import { parseStaffChange, readStaff, type StaffValues } from './staff-form.js';

interface Answer {
  readonly status: ContentfulStatusCode;
  readonly notice?: NoticeModel | undefined;
  readonly values?: StaffValues;
  readonly errors?: FieldErrors;
}

const DONE_WORDS: Readonly<Record<string, string>> = {
  change: 'Збережено. Права вже діють.',
  reset: 'Другий фактор скинуто. Людина вийшла з усіх пристроїв.',
};

/** `/staff/{id}`: one colleague. Mounted behind the guard of `staffRoute`. */
export function editRoute(parts: ConsoleParts): Hono<WebEnv> {
  const { accounts, secondFactor } = parts.staff;

  async function answer(c: Context<WebEnv>, member: StaffMember, { status, notice, values, errors }: Answer) {
    const session = currentSession(c);
    const isOneself = member.id === session.actor.id;
    return c.html(
      <ConsolePage
        styles={['account.css']}
        title={member.name}
        session={session}
        isSandbox={parts.sandbox !== undefined}
        current="/staff"
        isNarrow
      >
        <EditView
          href={hrefOf(member)}
          secrets={{ csrfToken: session.csrfToken, requestId: parts.randomId() }}
          notice={notice}
          departments={await parts.appeals.departments()}
          hasSecondFactor={isOneself ? undefined : (await secondFactor.of(member.id)) !== undefined}
          values={values ?? { ...member, departments: member.departmentIds }}
          errors={errors ?? {}}
        />
      </ConsolePage>,
      status,
    );
  }

  return new Hono<WebEnv>()
    .get('/:id', async (c) => {
      const member = await accounts.get(c.req.param('id'));
      if (!member?.active) return c.notFound();
      return answer(c, member, { status: 200, notice: doneNotice(c, DONE_WORDS) });
    })
    .post('/:id', async (c) => {
      const member = await accounts.get(c.req.param('id'));
      if (!member?.active) return c.notFound();
      const values = { ...readStaff(await readForm(c)), email: member.email };
      const parsed = parseStaffChange(values);
      if (!parsed.ok) return answer(c, member, { status: 422, values, errors: parsed.errors });
      try {
        await accounts.change(member.id, parsed.input, currentSession(c).actor);
      } catch (error) {
        return answer(c, member, { ...refused(error), values });
      }
      return c.redirect(`${hrefOf(member)}?done=change`, 303);
    })
    .post('/:id/reset-second-factor', async (c) => {
      const id = c.req.param('id');
      await accounts.resetSecondFactor(id, currentSession(c).actor);
      return c.redirect(`${hrefOf({ id })}?done=reset`, 303);
    });
}

function hrefOf({ id }: Pick<StaffMember, 'id'>): string {
  return `/staff/${encodeURIComponent(id)}`;
}
