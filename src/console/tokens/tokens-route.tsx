import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { ROLES } from '../../domain/role.js';
import { apiTokenInput } from '../../services/staff/input.js';
import type { WebEnv } from '../../web/env.js';
import { allow, currentSession } from '../../web/session-cookie.js';
import { ConsolePage } from '../components/console-page.js';
import { doneNotice } from '../components/done-notice.js';
import type { NoticeModel } from '../components/notice.js';
import { PAGE_SIZE, pagerModel } from '../components/pager.js';
import { complaintsOf, type FieldErrors, formText, list, readForm } from '../forms.js';
import type { ConsoleParts } from '../parts.js';
import { refused } from '../refused.js';
import { settingsFrame } from '../settings/settings-page.js';
import { createSubmissions, submissionId } from '../submissions.js';
import { createCityDates } from '../words/dates.js';
import { ROLE_WORDS } from '../words/staff-words.js';
import { TokensView, type TokenValues } from './tokens-view.js';

interface Answer {
  readonly status?: ContentfulStatusCode;
  readonly notice?: NoticeModel | undefined;
  /** Shown this once */
  readonly newToken?: string;
  readonly values?: TokenValues;
  readonly errors?: FieldErrors;
}

const EMPTY: TokenValues = { name: '', roles: [] };
const COMPLAINTS: FieldErrors = {
  name: 'Назвіть, хто користуватиметься токеном, до 120 знаків.',
  roles: 'Оберіть хоча б одну роль.',
};

/** `/settings/tokens`: keys of integrations, for administrators only. */
export function tokensRoute(parts: ConsoleParts): Hono<WebEnv> {
  const { apiTokens } = parts.staff;
  // When a token was used is told by the real clock, as it is noted.
  const dates = createCityDates(parts.timeZone, parts.clocks.real);
  const submissions = createSubmissions();

  return new Hono<WebEnv>()
    .use('*', allow('staff.manage'))
    .get('/', (c) =>
      answer(c, {
        notice: doneNotice(c, { remove: 'Токен відкликано: запити з ним більше не приймаються.' }),
      }),
    )
    .post('/', async (c) => {
      const { actor } = currentSession(c);
      const form = await readForm(c);
      const values = { name: formText(form, 'name'), roles: list(form, 'roles') };
      const parsed = apiTokenInput.safeParse(values);
      if (!parsed.success) {
        const errors = complaintsOf(parsed.error, ({ path }) => String(path[0]), COMPLAINTS);
        return answer(c, { status: 422, values, errors });
      }
      const id = submissionId(c.req.path, actor, form);
      const { token } = await submissions.once(id, () => apiTokens.create(parsed.data, actor));
      return answer(c, { status: 201, newToken: token });
    })
    .post('/:id/remove', async (c) => {
      try {
        await apiTokens.remove(c.req.param('id'), currentSession(c).actor);
        return c.redirect('/settings/tokens?done=remove', 303);
      } catch (error) {
        return answer(c, refused(error));
      }
    });

  async function answer(c: Context<WebEnv>, { status = 200, notice, newToken, values, errors }: Answer) {
    const cursor = c.req.query('cursor');
    const page = await apiTokens.list({ cursor, limit: PAGE_SIZE });
    return c.html(
      <ConsolePage {...settingsFrame(c, parts)} title="Токени API" styles={['settings.css', 'account.css']}>
        <TokensView
          rows={page.items.map(({ id, name, roles, createdAt, lastUsedAt }) => ({
            id,
            name,
            roles: roles.map((role) => ROLE_WORDS[role]).join(', '),
            created: dates.day(createdAt),
            lastUsed: lastUsedAt === undefined ? 'ще ні' : dates.moment(lastUsedAt),
          }))}
          pager={pagerModel('/settings/tokens', {}, cursor, page.nextCursor)}
          roles={ROLES.map((role) => ({ value: role, label: ROLE_WORDS[role] }))}
          values={values ?? EMPTY}
          errors={errors ?? {}}
          newToken={newToken}
          secrets={{ csrfToken: currentSession(c).csrfToken, requestId: parts.randomId() }}
          notice={notice}
        />
      </ConsolePage>,
      status,
    );
  }
}
